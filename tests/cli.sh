#!/bin/sh
# The command line: help, usage, exit codes, quiet, colours, new, check; and that an error leaves earlier output alone.
. "${SOURCE:?}/tests/common.sh"
cd "$work"

# ---- help and version ----
run --version
expect 0
silent stderr
says stdout '^rekindle [0-9][0-9.]*$'
run --help
expect 0
silent stderr
for command in build check new dump help; do
    says stdout "^  $command "
    run $command --help
    expect 0
    silent stderr
    says stdout "rekindle $command"
    run --help
done
run -h
expect 0
cp stdout help
run help
expect 0
diff help stdout || fail "help differs from --help"
run help new
expect 0
silent stderr
cp stdout help
run new --help
diff help stdout || fail "help new differs from new --help"

# ---- man page and completions know every option and command ----
for command in build check new dump help; do
    run $command --help
    printf '%s\n' "--version" $(grep -o -e '--[a-z-]*' stdout) | sort -u >options
    grep -q '^\.B '$command'$' "$SOURCE/src/data/rekindle.1" || fail "the man page does not know $command"
    for completion in rekindle.bash _rekindle rekindle.fish; do
        grep -qw -e "$command" "$SOURCE/src/data/completions/$completion" || fail "$completion does not know $command"
    done
    while read -r option; do
        tr -d '\\' <"$SOURCE/src/data/rekindle.1" | grep -q -e "^\.BR* .*$option" || fail "the man page does not know $option"
        grep -q -e "$option" "$SOURCE/src/data/completions/rekindle.bash" || fail "bash does not complete $option"
        grep -q -e "$option" "$SOURCE/src/data/completions/_rekindle" || fail "zsh does not complete $option"
        grep -q -e "-l ${option#--} " "$SOURCE/src/data/completions/rekindle.fish" || fail "fish does not complete $option"
    done <options
done
run build --help
editions=$(sed -n 's/^  \([a-z]*\) *NAME[-.a-z]* .*/\1/p' stdout)
[ "$(echo "$editions" | wc -w)" -ge 3 ] || fail "the help of build lists hardly an edition"
for edition in $editions; do
    says stdout "^  --edition=.*\b$edition\b"
    grep -q '^\.B '$edition'$' "$SOURCE/src/data/rekindle.1" || fail "the man page does not know the edition $edition"
    grep -q -e "--edition.*\b$edition\b" "$SOURCE/src/data/completions/rekindle.bash" || fail "bash does not complete $edition"
    grep -q -e "--edition.*\b$edition\b" "$SOURCE/src/data/completions/_rekindle" || fail "zsh does not complete $edition"
    grep -q -e "-l edition .*\b$edition\b" "$SOURCE/src/data/completions/rekindle.fish" || fail "fish does not complete $edition"
    grep -q "\`$edition\`" "$SOURCE/README.md" || fail "README does not know the edition $edition"
done

# ---- wrong usage: 2, something on stderr, nothing on stdout ----
usage() # pattern arguments...
{
    pattern=$1
    shift
    run "$@"
    expect 2
    silent stdout
    says stderr "$pattern"
}
usage Usage
usage 'did you mean "build"' biuld
usage 'no command "frobnicate"' frobnicate
usage 'no option "--frob"' --frob
usage 'frob' build --frob
usage 'edition "scren"; did you mean "screen"' build --edition scren
usage 'edition "paper"; there are epub, screen, print, cover, home and worksheets' build --edition epub,paper
usage '--sheets needs --edition worksheets' build --sheets 1
usage '--sheets needs --edition worksheets' build --edition epub,screen --sheets 1
usage '--share needs --edition worksheets' build --share
usage '--paper needs --edition home: it says how the book is printed' build --paper a4
usage '--booklet needs --edition home' build --edition epub,worksheets --booklet
usage '--holes needs --edition home' build --holes two
usage '--paper cannot be "a5": it takes a4 or letter' build --edition home --paper a5
usage '--holes cannot be "four": it takes none, two, three, or a length' build --edition home --holes four
usage '--holes cannot be "4mm"' build --edition home --holes 4mm
usage '--holes and --booklet do not go together' build --edition home --holes two --booklet
usage 'sheets' check --sheets 1
usage 'too many' build a b
usage 'needs' new
usage 'needs' dump
usage 'neither' dump cover
usage 'did you mean "build"' help biuld
usage 'too many' help build new
usage 'too many' help elements lines box
usage 'no manuscript' build
usage 'o' build -o
mkdir plain-folder
for folder in plain-folder nowhere; do # no manuscript in there: said by name, and nothing written
    run build $folder
    expect 1
    silent stdout
    says stderr "$folder.*error: "
    [ ! -e output ] || fail "build $folder wrote"
done

# ---- new ----
run new "my book"
expect 0
silent stderr
[ -f "my book/SUMMARY.md" ] && [ -f "my book/book.yaml" ] || fail "new made no manuscript"
find "my book" -type f | sort | xargs -d '\n' cksum >made
run new "my book"
expect 2
says stderr 'my book'
find "my book" -type f | sort | xargs -d '\n' cksum | cmp - made || fail "new changed what was there"
mkdir empty
run new empty
expect 0
[ -f empty/SUMMARY.md ] || fail "new left an empty folder empty"
: >file
run new file
expect 2
run new file/below
expect 3
run new deep/below/book
expect 0
[ -f deep/below/book/SUMMARY.md ] || fail "new made no folders above"

# ---- what new made builds at once ----
run build "my book"
expect 0
silent stderr
says stdout 'output/.*\.epub$'
says stdout 'output/.*[a-z]\.pdf$'
says stdout 'output/.*-cover\.pdf$'
says stdout 'output/cover\.png$'
says stdout ' pages, .* words, .* worksheets\{0,1\} in [0-9.]* s$'
[ "$(find output -type f | wc -l)" -eq 5 ] || fail "build wrote other than five files"
[ -z "$(find output -type f -perm -o=r ! -perm -u=rw)" ] || fail "odd permissions"
(cd "my book" && "$REKINDLE" build -q -o ../here) >stdout 2>stderr || fail "build inside of the manuscript"
silent stdout
silent stderr
diff -r output here || fail "build from inside differs"

# ---- editions ----
run build "my book" -o epub-only --edition epub
expect 0
run build "my book" -o pdf-only --edition screen
expect 0
run build "my book" -o cover-only --edition cover
expect 0
run build "my book" -o four --edition epub,screen,print,cover
expect 0
[ "$(find epub-only -name '*.epub')" ] && [ ! "$(find epub-only -name '*.pdf')" ] || fail "--edition epub"
[ "$(find pdf-only -name '*.pdf')" ] && [ ! "$(find pdf-only -name '*.epub')" ] || fail "--edition screen"
[ "$(find cover-only -type f | wc -l)" -eq 2 ] || fail "--edition cover"
diff -r output four || fail "--edition epub,screen,print,cover"
for alone in epub-only pdf-only cover-only; do
    (cd $alone && cksum -- *) | while read -r line; do
        (cd output && cksum -- *) | grep -qxF "$line" || fail "$alone differs: $line"
    done || exit 1
done

# ---- the worksheet pack (its pages: formats.pack) ----
run build "my book" -o pack --edition worksheets
expect 0
silent stderr
says stdout 'pack/.*-worksheets\.pdf$'
[ "$(find pack -type f | wc -l)" -eq 1 ] || fail "other files than the pack"
run build "my book" -o all --edition worksheets,screen --edition epub --sheets 1-1 --share
expect 0
[ "$(find all -type f | wc -l)" -eq 3 ] || fail "not three editions"
cmp pack/*.pdf all/*-worksheets.pdf || fail "one of one worksheet is another pack"
cmp output/*.epub all/*.epub || fail "the pack changes the EPUB"
cp -R "my book" listed
sed -i 's/^#  - worksheets /  - worksheets /' listed/book.yaml
run build listed -o listed-all
expect 0
silent stderr
[ "$(find listed-all -type f | wc -l)" -eq 6 ] || fail "book.yaml does not ask for the pack"
cmp pack/*.pdf listed-all/*-worksheets.pdf || fail "book.yaml asks for another pack"
sed -i '/^  - epub$/d; /^  - screen$/d; /^  - print$/d; /^  - cover /d' listed/book.yaml
run build listed -o listed-pack
expect 0
diff -r pack listed-pack || fail "book.yaml asks for the pack alone"
for sheets in 0 2 1,2 2-1 0-1 1- one ''; do
    bad=$(echo "$sheets" | sed 's/^1,//')
    usage "\"$bad\" is not the number of a worksheet.* from 1 to 1$" build "my book" -o never --edition worksheets --sheets "$sheets"
    [ ! -e never ] || fail "--sheets $sheets wrote something"
done

# ---- printing at home (where pages stand: formats.home) ----
run build "my book" -o home --edition home --booklet --holes none
expect 0
silent stderr
says stdout 'home/.*-home\.pdf$'
says stdout '^To print at home: .* sheets of Letter, two-sided, flip on short edge; fold them together$'
[ "$(find home -type f | wc -l)" -eq 1 ] || fail "other files than the edition for home"
run build -q "my book" -o home --edition home
expect 0
silent stdout

# ---- timings: a table on stderr, the same files ----
run build "my book" -o timed --timings
expect 0
says stderr '^stage  *CPU s  *wall s  *peak MB  made$'
says stderr '^setting the pages  *[0-9.]*  *[0-9.]*  *[0-9.]*  [0-9]* pages$'
says stderr '^making the PDF .*  [0-9,]* bytes$'
says stderr '^all  *[0-9.]*  *[0-9.]*  *[0-9.]*$'
says stdout ' pages, .* s$'
diff -r output timed || fail "--timings changes what is made"
usage timings check --timings "my book"

# ---- quiet, and what goes where ----
run build -q "my book" -o quiet
expect 0
silent stdout
silent stderr
run dump book "my book"
expect 0
silent stderr
says stdout '^book words='
run dump pages "my book"
expect 0
says stdout '^pages '
if "$REKINDLE" --help >/dev/full 2>/dev/null; then fail "an answer that could not be written went unnoticed"; fi

# ---- check writes nothing ----
cp -R "my book" checked
mkdir inside && mv checked inside/
find inside | sort >before
run check inside/checked
expect 0
silent stderr
says stdout 'no errors, 0 warnings'
find inside | sort | cmp - before || fail "check wrote something"

# ---- an error: 1, and the earlier output as it was ----
cksum output/* >before
cp -R "my book" broken
printf '\n![none](none.png)\n' >>"$(find broken/chapters -name '*.md' | sort | head -n 1)"
run build broken -o output
expect 1
silent stdout
says stderr '^broken/chapters/[a-z-]*\.md:[0-9]*:[0-9]*: error: .*none\.png.* \[image-missing\]$'
cksum output/* | cmp - before || fail "an error changed the earlier output"
run check broken
expect 1

# ---- colours: on a terminal only, and not with NO_COLOR, --no-color or TERM=dumb ----
escape=$(printf '\033')
grep -q "$escape" stderr && fail "colours in a file" || true
if command -v script >/dev/null; then
    terminal() # environment and options of a check: its output as a terminal gets it
    {
        script -qec "env TERM=xterm $1 '$REKINDLE' check broken $2" /dev/null >tty </dev/null || true
    }
    terminal "" ""
    grep -q "${escape}\[31m" tty || fail "no colours on a terminal"
    for none in NO_COLOR=1 TERM=dumb; do
        terminal $none ""
        grep -q "${escape}\[3" tty && fail "colours with $none" || true
    done
    terminal "" --no-color
    grep -q "${escape}\[3" tty && fail "colours with --no-color" || true
fi
