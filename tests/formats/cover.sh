#!/bin/sh
# The printed cover: its sizes by formulas of its own, what a press does not take, where words stand, the bars of the
# barcode read again from pixels; and the front as a picture.
. "${SOURCE:?}/tests/common.sh"
need python3
need qpdf
need pdftotext
need pdftoppm
need unzip
cd "$work"
ask()
{
    PYTHONDONTWRITEBYTECODE=1 python3 "$SOURCE/tests/formats/cover.py" "$@"
}

# ---- a book of so many chapters, and what is asked of it ----
book() # chapters, then lines of book.yaml: a book with its cover in out/
{
    chapters=$1
    shift
    rm -rf m out
    mkdir -p m/images
    cp "$SOURCE/manuscript/images/two-cups.svg" m/images
    printf '# Summary\n\n' >m/SUMMARY.md
    for i in $(seq "$chapters"); do
        printf '# Chapter %s\n\nA few words.\n' "$i" >"m/$i.md"
        printf -- '- [Chapter](%s.md)\n' "$i" >>m/SUMMARY.md
    done
    printf '%s\n' 'title: The Evening Walk' 'author: A. Walker' 'date: 2026-01-02' "$@" >m/book.yaml
    [ ! -d pictures ] || cp pictures/* m/images
    run build m -o out --edition cover
    expect 0
    pages=$(sed -n 's/^\([0-9]*\) pages.*/\1/p' stdout)
    pdf=$(echo out/*-cover.pdf)
}
sound() # trim spine: the sheet and its words
{
    ask sheet "$pdf" "$1" "$2"
    ask words "$pdf" "$1" "$2" >words
    qpdf --check "$pdf" >check 2>&1 || { cat check; fail "qpdf --check"; }
    [ "$(find out -type f | wc -l)" -eq 2 ] || fail "not the sheet and the front alone"
    if pdffonts "$pdf" | tail -n +3 | grep -vE ' yes +yes +yes +[0-9]+ +[0-9]+ *$'; then fail "a font that is not embedded"; fi
}
front() # the front's picture: its size, and that it is the EPUB's
{
    run build -q m -o out --edition epub
    unzip -p out/*.epub 'OEBPS/images/cover.png' | cmp - out/cover.png || fail "the EPUB has another front"
    [ "$(od -A n -t u1 -j 16 -N 8 out/cover.png | tr -s ' ')" = " 0 0 6 64 0 0 10 0" ] || fail "cover.png is not 1600 by 2560"
}

# ---- the shipped book ----
cp -R "$SOURCE/manuscript" shipped
run build shipped -o out --edition cover
expect 0
silent stderr
pdf=out/two-cups-again-cover.pdf
pages=$(sed -n 's/^\([0-9]*\) pages.*/\1/p' stdout)
sound 576x720 "$(ask spine "$pages" white)"
says words '^spine: Two Cups Again The makers of rekindle$'
[ "$(ask barcode $pdf 576x720 "$(ask spine "$pages" white)")" = none ] || fail "something stands in the barcode's area"
pdftotext $pdf text
for line in 'own life stays the main story' 'Twelve letter templates' 'An honest guide and workbook'; do
    grep -q "$line" text || fail "no \"$line\""
done
TZ=Asia/Tokyo LC_ALL=de_DE.UTF-8 "$REKINDLE" build -q shipped -o again --edition cover
diff -r out again || fail "not the same bytes"

# ---- sizes, papers, and text on the spine ----
# Chapters begin on right-hand pages: two pages each, and some of the book's own.
for trim in 5x8,360x576 6x9,432x648 letter,612x792; do
    for paper in white cream color premium-color; do
        book 60 "print: {trim: ${trim%,*}, paper: $paper}" 'subtitle: Ten minutes a day' \
            'cover: {art: images/two-cups.svg, back: A calm book., inside: [One, Two]}'
        spine=$(ask spine "$pages" $paper)
        sound "${trim#*,}" "$spine"
        [ "$pages" -ge 110 ] || fail "a book of $pages pages"
        says words '^spine: The Evening Walk A. Walker$'
        near=$(ask ink "$pdf" "${trim#*,}" "$spine")
        echo "$near" | awk '{ exit !($1 >= 4.38) }' || fail "the spine's letters come as near as $near points to its edge"
    done
done
front
[ ! -s stderr ] || fail "a plain cover is complained of"

book 60 'print: {trim: 5x8, spine: 12pt}'
sound 360x576 12
says words '^spine: $'
[ "$(ask ink "$pdf" 360x576 12)" = none ] || fail "letters on a spine that is too thin"
book 60 'print: {trim: 5x8, spine: 14.2mm}'
sound 360x576 40.251969
says words '^spine: The Evening Walk A. Walker$'
book 30 'print: {trim: 5x8, spine: 14.2mm}'
[ "$pages" -lt 79 ] || fail "a book of $pages pages"
sound 360x576 40.251969
says words '^spine: $'

# ---- the barcode ----
bars() # expected, then lines of book.yaml
{
    wanted=$1
    shift
    book 2 'cover: {back: A calm book.}' "$@"
    spine=$(ask spine "$pages" white)
    sound 576x720 "$spine"
    found=$(ask barcode "$pdf" 576x720 "$spine")
    [ "$found" = "$wanted" ] || fail "the barcode's area says $found, not $wanted"
}
bars 9780306406157 'print: {isbn: 978-0-306-40615-7}'
pdftotext "$pdf" - | grep -q '^ISBN 978-0-306-40615-7$' || fail "the ISBN is not said as its author divides it"
qpdf --qdf "$pdf" plain.pdf
grep -aq '^0 g' plain.pdf || fail "the bars are not of one ink"
if grep -aq '^0 0 0 rg' plain.pdf; then fail "black of three colours"; fi
bars 9791090636071 'print: {isbn: "979-10-90636-07-1"}'
bars 9783161484100 'print: {isbn: "ISBN 3-16-148410-X"}' # what it was before 2007
pdftotext "$pdf" - | grep -q '^ISBN 978-3-16-148410-0$' || fail "an older ISBN is not said as a newer one"
bars 9780306406157 'print: {isbn: 9780306406157}'
bars none 'identifier: 978-0-306-40615-7' # of the e-book: another one's
sed -i 's/^cover:.*/cover: {barcode: isbn}/' m/book.yaml
run build -q m -o out --edition cover
expect 0
[ "$(ask barcode "$pdf" 576x720 "$spine")" = 9780306406157 ] || fail "no bars though they are asked for"
sed -i 's/^identifier:/print: {isbn: 978-0-306-40615-7}\n&/' m/book.yaml
for kind in none,none box,white; do
    sed -i "s/^cover:.*/cover: {barcode: ${kind%,*}}/" m/book.yaml
    run build -q m -o out --edition cover
    expect 0
    [ "$(ask barcode "$pdf" 576x720 "$spine")" = "${kind#*,}" ] || fail "barcode: ${kind%,*}"
done

# ---- a cover that its author has made ----
mkdir pictures
ask png pictures/fits.png 1219 1538 no
ask png pictures/through.png 1219 1538 yes
ask png pictures/narrow.png 800 1280 no
"${MAKE_JPEG:?}" 1219 1538 rgb 90 >pictures/photo.jpg
printf '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="500"><rect width="400" height="500" fill="#00f"/></svg>' \
    >pictures/drawn.svg
colour() # x y wanted
{
    found=$(ask pixel "$pdf" "$1" "$2")
    [ "$found" = "$3" ] || fail "at $1, $2 the colour is $found, not $3"
}
for name in fits.png through.png photo.jpg drawn.svg; do
    book 2 "cover-image: images/$name" 'cover: {ground: "#FFFF00"}'
    spine=$(ask spine "$pages" white)
    sound 576x720 "$spine"
    [ -e "out/cover.${name#*.}" ] || [ "$name" = drawn.svg ] || fail "the front of $name has another name"
    colour 100 100 "255 255 0"
    colour 580 3 "255 255 0"
done
[ -e out/cover.png ] || fail "a drawn front is no PNG"
colour 1168 1 "0 0 255" # to the corner of the bleed
book 2 'cover-image: images/fits.png'
colour 1168 1 "0 0 255"
colour 900 300 "255 0 0"
book 2 'cover-image: images/through.png'
colour 900 300 "255 127 127" # on white
book 2 'cover-image: images/narrow.png' 'cover: {ground: "#FFFF00"}'
says stderr 'book.yaml:4:.* note: .* \[cover-shape\]'
says stderr '2438 by 3075 pixels'
colour 1168 1 "255 255 0"
colour 875 360 "255 0 0"
