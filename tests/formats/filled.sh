#!/bin/sh
# filled.sh mutool|poppler: the program fills in worksheets, with letters from all over Europe. What it saves is sound and says what
# was typed; printed by either, it stands inside its blanks, and on the rules (filled.py).
. "${SOURCE:?}/tests/common.sh"
need qpdf
need python3
need mutool
need pdftoppm
export PYTHONDONTWRITEBYTECODE=1
formats=$SOURCE/tests/formats
cd "$work"
dpi=100
program=$1
if [ "$program" = poppler ] && ! /usr/bin/python3 -c 'import gi; gi.require_version("Poppler", "0.18")' 2>messages; then
    echo "skipped: there is no python3-gi with gir1.2-poppler-0.18 on this machine"
    exit 77
fi

fill() # from.pdf to.pdf letters
{
    case $program in
    mutool) mutool run "$formats/filled_mutool.js" "$@" >count ;;
    poppler) /usr/bin/python3 "$formats/filled_poppler.py" "$@" >count ;;
    esac || fail "$program cannot fill in $1: $(cat count)"
    [ "$(cat count)" -gt 0 ] || fail "$program finds no field in $1"
    qpdf --check "$2" >check 2>&1 || { cat check; fail "what $program saved"; }
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

# ---- a pack of a few sheets: values, and where their ink is ----
run build "$SOURCE/manuscript" -o . --edition worksheets --sheets 3-8
expect 0
mv two-cups-again-worksheets.pdf blank.pdf
fill blank.pdf filled.pdf ""
look values filled.pdf
pictures blank.pdf blank
pictures filled.pdf filled
for printer in poppler mutool; do
    look ink filled.pdf $dpi blank.$printer/ filled.$printer/
done
python3 "$formats/filled.py" ink filled.pdf $dpi blank.mutool/ blank.mutool/ >found || true
grep -q 'nothing is printed in ' found || fail "no ink, and it is not missed"
python3 "$formats/filled.py" ink blank.pdf $dpi blank.mutool/ filled.mutool/ >found || true
grep -q 'ink outside all fields' found || fail "ink where nothing is on, and it is not found"

# ---- letters stand on every rule of the kit ----
kit=$SOURCE/tests/books/kit/manuscript
run build -q "$kit" -o kit --edition screen
expect 0
run dump pages "$kit"
cp stdout kit.txt
fill kit/*.pdf typed.pdf Hmn
pictures kit/*.pdf kit
pictures typed.pdf typed
for printer in poppler mutool; do
    look rules kit.txt $dpi kit.$printer/ typed.$printer/
done
