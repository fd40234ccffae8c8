# bash completion for rekindle
_rekindle()
{
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]}
    COMPREPLY=()
    if ((COMP_CWORD == 1)); then
        mapfile -t COMPREPLY < <(compgen -W 'build check new dump help --help --version' -- "$cur")
        return
    fi
    case $prev in
        -o | --output) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- "$cur"); return ;;
        --sheets) return ;; # numbers
        --paper) mapfile -t COMPREPLY < <(compgen -W 'a4 letter' -- "$cur"); return ;;
        --holes) mapfile -t COMPREPLY < <(compgen -W 'none two three' -- "$cur"); return ;;
        --press) mapfile -t COMPREPLY < <(compgen -W 'kdp ingram' -- "$cur"); return ;;
        --edition) mapfile -t COMPREPLY < <(compgen -W 'epub screen print cover home worksheets' -- "$cur"); return ;;
    esac
    if [[ $cur == -* ]]; then
        local options='--quiet --verbose --no-color --help'
        [[ $command == build ]] && options+=' --output --edition --sheets --share --paper --booklet --holes --timings'
        [[ $command == check ]] && options+=' --press'
        mapfile -t COMPREPLY < <(compgen -W "$options" -- "$cur")
    elif [[ $command == dump && $COMP_CWORD -eq 2 ]]; then
        mapfile -t COMPREPLY < <(compgen -W 'book pages structure' -- "$cur")
    elif [[ $command == help ]]; then
        ((COMP_CWORD > 2)) || mapfile -t COMPREPLY < <(compgen -W 'build check new dump elements' -- "$cur")
    else
        compopt -o filenames
        mapfile -t COMPREPLY < <(compgen -d -- "$cur")
    fi
}
complete -F _rekindle rekindle
