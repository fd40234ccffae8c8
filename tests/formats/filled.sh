#!/bin/sh
# Programs fill in worksheets, with letters from all over Europe: what they save is sound and says what was typed; printed by both,
# it stands inside its blanks, and on the rules (filled.py). MuPDF always; poppler where Python's package python3-gi has it.
. "${SOURCE:?}/tests/common.sh"
need qpdf
need python3
need mutool
need pdftoppm
export PYTHONDONTWRITEBYTECODE=1
formats=$SOURCE/tests/formats
cd "$work"
dpi=100

fill() # program from.pdf to.pdf letters
{
    case $1 in
    mutool) mutool run "$formats/filled_mutool.js" "$2" "$3" "$4" >count ;;
    poppler) /usr/bin/python3 "$formats/filled_poppler.py" "$2" "$3" "$4" >count ;;
    esac || fail "$1 cannot fill in $2: $(cat count)"
    [ "$(cat count)" -gt 0 ] || fail "$1 finds no field in $2"
    qpdf --check "$3" >check 2>&1 || { cat check; fail "what $1 saved"; }
}
pictures() # file.pdf folder: of its pages, by poppler in FOLDER.poppler, by MuPDF in FOLDER.mutool
{
    mkdir "$2.poppler" "$2.mutool"
    pdftoppm -r $dpi -gray "$1" "$2.poppler/"
    mutool draw -q -r $dpi -c gray -F pgm -o "$2.mutool/%d.pgm" "$1" 2>messages || { cat messages; fail "mutool draw $1"; }
}
look() # what...: of filled.py
{
    python3 "$formats/filled.py" "$@" || fail "$program: $*"
}

programs=mutool
if /usr/bin/python3 -c 'import gi; gi.require_version("Poppler", "0.18")' 2>messages; then
    programs="mutool poppler"
else
    echo "without poppler: there is no python3-gi with gir1.2-poppler-0.18 on this machine"
fi

# ---- a pack of a few sheets: values, and where their ink is ----
run build "$SOURCE/manuscript" -o . --edition worksheets --sheets 3-8
expect 0
mv two-cups-again-worksheets.pdf blank.pdf
pictures blank.pdf blank
for program in $programs; do
    fill "$program" blank.pdf "$program.pdf" ""
    look values "$program.pdf"
    pictures "$program.pdf" "$program"
    for printer in poppler mutool; do
        look ink "$program.pdf" $dpi blank.$printer/ "$program.$printer/"
    done
done
if python3 "$formats/filled.py" ink mutool.pdf $dpi blank.mutool/ blank.mutool/ >found; then fail "no ink, and it is not missed"; fi
if python3 "$formats/filled.py" ink blank.pdf $dpi blank.mutool/ mutool.mutool/ >found; then fail "ink where nothing is on, and it is not found"; fi

# ---- letters stand on every rule of the kit ----
kit=$SOURCE/tests/books/kit/manuscript
run build -q "$kit" -o kit --edition screen
expect 0
run dump pages "$kit"
cp stdout kit.txt
pictures kit/*.pdf kit
for program in $programs; do
    for letters in Hmn gyp; do
        fill "$program" kit/*.pdf kit.pdf $letters
        rm -rf typed.poppler typed.mutool
        pictures kit.pdf typed
        for printer in poppler mutool; do
            if [ $letters = Hmn ]; then
                look rules kit.txt $dpi kit.$printer/ typed.$printer/
            elif python3 "$formats/filled.py" rules kit.txt $dpi kit.$printer/ typed.$printer/ >found; then
                fail "letters that reach below their rule are not found"
            fi
        done
    done
done
