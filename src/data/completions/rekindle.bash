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
        --edition) mapfile -t COMPREPLY < <(compgen -W 'epub screen cover worksheets' -- "$cur"); return ;;
    esac
    if [[ $cur == -* ]]; then
        local options='--quiet --verbose --no-color --help'
        [[ $command == build ]] && options+=' --output --edition --sheets --share --timings'
        mapfile -t COMPREPLY < <(compgen -W "$options" -- "$cur")
    elif [[ $command == dump && $COMP_CWORD -eq 2 ]]; then
        mapfile -t COMPREPLY < <(compgen -W 'book pages' -- "$cur")
    elif [[ $command == help ]]; then
        ((COMP_CWORD > 2)) || mapfile -t COMPREPLY < <(compgen -W 'build check new dump elements' -- "$cur")
    else
        compopt -o filenames
        mapfile -t COMPREPLY < <(compgen -d -- "$cur")
    fi
}
complete -F _rekindle rekindle
