#!/bin/sh
# The edition for a home printer: the workbook's pages, each where it must stand for the sheets to be bound or folded.
. "${SOURCE:?}/tests/common.sh"
need qpdf
need python3
need pdftotext
need pdfinfo
need pdffonts
cd "$work"
export PYTHONDONTWRITEBYTECODE=1
name=two-cups-again-home.pdf
manuscript=$SOURCE/manuscript

words() # folder: of the workbook, to compare with
{
    pdftotext -bbox "$1/two-cups-again.pdf" screen.html 2>/dev/null # it complains of each empty page
    cp "$1/pages.txt" pages.txt
}
home() # what it must say of printing; arguments...
{
    said=$1
    shift
    run build "$manuscript" -o . --edition home "$@"
    expect 0
    says stdout "^To print at home: $said\$"
    [ "$(find . -maxdepth 1 -name '*.pdf' | wc -l)" -eq 1 ] || fail "$*: other files than the one asked for"
}
compare() # width height scale bind [signature]
{
    qpdf --check $name >check 2>&1 || { cat check; fail "qpdf --check"; }
    if grep -iE 'warning|error' check | grep -vE 'No syntax or stream|qpdf cannot detect'; then fail "qpdf --check"; fi
    pdftotext -bbox $name home.html 2>/dev/null
    qpdf --json=2 --json-key=qpdf $name >home.json
    python3 "$SOURCE/tests/formats/home.py" pages.txt screen.html home.html home.json "$@" || fail "sheets of $*"
}

# ---- the shipped book ----
words "$SHIPPED"
count=$(grep -c '^page ' pages.txt)
long="two-sided, flip on long edge" short="two-sided, flip on short edge"
home "$(((count + 1) / 2)) sheets of Letter, $long" # its language is en-US
silent stderr
compare 612 792 1 18
pdfinfo $name >info
grep -q '^Title: *Two Cups Again$' info || fail "no title"
grep -q '^CreationDate: *Tue Nov 24 00:00:00 2026' info || fail "no date, or another"
pdffonts $name | tail -n +3 >embedded
[ -s embedded ] || fail "no fonts"
if grep -vE ' yes +yes +yes +[0-9]+ +[0-9]+ *$' embedded; then fail "a font that is not embedded, or without characters"; fi
cp $name first
home ".*" --paper letter --holes none
cmp first $name || fail "the same sheets, other bytes"
(cd / && TZ=Asia/Tokyo HOME=/nowhere LC_ALL=de_DE.UTF-8 "$REKINDLE" build -q "$manuscript" -o "$work/again" --edition home)
cmp first again/$name || fail "another zone, home and language, other bytes"
home ".* of A4, $long" --paper a4
compare 595.2756 841.8898 1 9.6378

# For holes a page goes outward as far as it can; text is made smaller only if even its own margin is too narrow.
home ".* of A4, $long" --paper a4 --holes two
compare 595.2756 841.8898 1 19.2756
home ".* of Letter, $long" --holes 10mm
compare 612 792 1 28.3465
home ".* of A4, $long" --paper A4 --holes 50mm
compare 595.2756 841.8898 0.887575 84.0321

# Folded: the parts are alike, and no thicker than a hand can fold.
sheets=$(((count + 3) / 4))
[ $sheets -gt 60 ] && [ $sheets -le 80 ] || fail "the shipped book is of $sheets sheets: what is written below must change"
fold=$(((sheets + 3) / 4))
home "$sheets sheets of A4, $short; fold $fold at a time" --booklet --paper a4
compare 841.8898 595.2756 0.730798 0 $fold
home "$sheets sheets of Letter, $short; fold $fold at a time" --booklet
compare 792 612 0.6875 0 $fold

# ---- what book.yaml says, and options that overrule it ----
cp -R "$manuscript" "$SOURCE/fonts" .
manuscript=manuscript
printf 'home: {layout: booklet, signature: 8, paper: a4}\n' >>manuscript/book.yaml
home "$sheets sheets of A4, $short; fold 8 at a time"
compare 841.8898 595.2756 0.730798 0 8
home ".* sheets of A4, $long" --holes three
home "$sheets sheets of Letter, $short; fold 8 at a time" --paper letter --holes none
sed -i '$d' manuscript/book.yaml
printf 'home: {holes: 25mm}\neditions: [home, epub]\n' >>manuscript/book.yaml
sed -i '/^editions:$/,/^  - worksheets/d' manuscript/book.yaml
home ".* sheets of Letter, $short; .*" --booklet
run build manuscript -o listed
expect 0
says stdout '^To print at home: .*, flip on long edge$'
[ -f listed/$name ] && [ -f listed/two-cups-again.epub ] && [ "$(find listed -type f | wc -l)" -eq 2 ] || fail "book.yaml asks for other files"

# ---- a page larger than the sheet, and pages that fit as they are ----
sized() # trim
{
    sed -i "s/^  trim: .*/  trim: $1/" manuscript/book.yaml
    run build -q manuscript -o sized --edition screen
    expect 0
    run dump pages manuscript
    cp stdout sized/pages.txt
    words sized
}
sed -i '/^home:/d' manuscript/book.yaml
sized letter
home ".*" --paper a4
compare 595.2756 841.8898 0.972672 0
sized a5
home ".*" --paper a4 --booklet
compare 841.8898 595.2756 1 0 $(sed -n 's/^To print.* fold \([0-9]*\) at a time$/\1/p' stdout)
rm -r manuscript

# ---- a book that is one booklet ----
run new small
expect 0
run build small -o small-out --edition home --booklet
expect 0
says stdout "^To print at home: [0-9]* sheets of Letter, $short; fold them together\$"
