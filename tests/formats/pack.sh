#!/bin/sh
# The worksheet pack is pages of the workbook, unchanged: those of the worksheets asked for, and no others.
. "${SOURCE:?}/tests/common.sh"
need qpdf
need python3
need pdftotext
need pdftoppm
need unzip
cd "$work"
export PYTHONDONTWRITEBYTECODE=1

compare() # book.pdf pages.txt pack.pdf sheets: labels, bookmarks and links; then each page's words and marks
{
    qpdf --check "$3" >check 2>&1 || { cat check; fail "$4: qpdf --check"; }
    qpdf --json=2 --json-key=qpdf "$3" >pack.json
    python3 "$SOURCE/tests/formats/pack.py" "$2" pack.json "$4" >indices || fail "$4"
    page=0
    for index in $(cat indices); do
        page=$((page + 1))
        pdftotext -layout -f $index -l $index "$1" expected.txt
        pdftotext -layout -f $page -l $page "$3" found.txt
        diff expected.txt found.txt || fail "$4: page $page says something else than page $index of the workbook"
        pdftoppm -r 40 -f $index -l $index "$1" expected
        pdftoppm -r 40 -f $page -l $page "$3" found
        cmp expected-*.ppm found-*.ppm || fail "$4: page $page does not look like page $index of the workbook"
        rm expected-*.ppm found-*.ppm
    done
}

# ---- all ----
name=two-cups-again-worksheets.pdf
compare "$SHIPPED/two-cups-again.pdf" "$SHIPPED/pages.txt" "$SHIPPED/$name" all
[ $page -gt 10 ] || fail "hardly a worksheet"
pdfinfo "$SHIPPED/$name" | grep -q '^Title: *Two Cups Again: Worksheets$' || fail "the title does not say that it is the worksheets'"

# ---- some, in any order; the same bytes again ----
pack() # arguments...: of the shipped book, into this folder
{
    run build "$SOURCE/manuscript" -o . --edition worksheets "$@"
    expect 0
    silent stderr
    [ ! -e two-cups-again.pdf ] || fail "the workbook was built as well"
}
pack --sheets 2,4-5
compare "$SHIPPED/two-cups-again.pdf" "$SHIPPED/pages.txt" $name 2,4,5
[ $page -eq 3 ] || fail "$page pages instead of 3"
mv $name earlier.pdf
pack --sheets ' 5 , 4-5' --sheets 2
cmp earlier.pdf $name || fail "the same sheets in another order, other bytes"
pack
cmp "$SHIPPED/$name" $name || fail "the pack alone is another than that of a whole build"

# ---- without the private ones; a sheet on two pages ----
all=$(grep -c '^page .* sheet ' "$SHIPPED/pages.txt")
private=$(grep -c '^page .* sheet [0-9]* private$' "$SHIPPED/pages.txt")
[ "$private" -gt 0 ] || fail "the shipped book has no private sheet to test with"
pack --share
compare "$SHIPPED/two-cups-again.pdf" "$SHIPPED/pages.txt" $name shared
[ $page -eq $((all - private)) ] || fail "$page pages instead of $all without $private"
spread=$(sed -n 's/^page .* sheet \([0-9]*\)$/\1/p' "$SHIPPED/pages.txt" | uniq -d | head -n 1)
[ -n "$spread" ] || fail "the shipped book has no sheet on two pages to test with"
pack --sheets "$spread"
compare "$SHIPPED/two-cups-again.pdf" "$SHIPPED/pages.txt" $name "$spread"
[ $page -eq 2 ] || fail "a sheet on two pages has $page in the pack"

# A page that only fills up before a sheet on two pages is not in the pack.
cp -R "$SOURCE/manuscript" manuscript
sed -i 's/{#life-wheel /{#life-wheel pages=2 /' manuscript/worksheets/life-wheel.md
run build -q manuscript -o filled
expect 0
run dump pages manuscript
cp stdout filled/pages.txt
awk '/^page / { if ($5 == "sheet" && before == "filler") found = 1; before = $5 } END { exit !found }' filled/pages.txt ||
    fail "the test made no page that fills up before a sheet"
if grep '^page .* filler [0-9]' filled/pages.txt; then fail "a page for notes is part of a sheet"; fi
compare filled/two-cups-again.pdf filled/pages.txt filled/$name all
rm -r manuscript

# ---- nothing left: an error, and nothing is written ----
nothing() # manuscript arguments...
{
    run build "$@" -o nothing --edition worksheets
    expect 1
    silent stdout
    says stderr 'error: .* \[worksheets-none\]$'
    says stderr 'hint: '
    [ ! -e nothing ] || fail "something was written"
}
secret=$(sed -n 's/^page .* sheet \([0-9]*\) private$/\1/p' "$SHIPPED/pages.txt" | head -n 1)
nothing "$SOURCE/manuscript" --sheets "$secret" --share
cp -R "$SOURCE/manuscript" manuscript
printf 'title: Plain\nlang: en\n' >manuscript/book.yaml
sed -i '/worksheets\//d; /read-this-first/d; /whatever-the-answer/d; /journal/d; /repeat-sheets/d' manuscript/SUMMARY.md
run build -q manuscript -o other
expect 0
nothing manuscript
printf 'editions: [epub, worksheets]\n' >>manuscript/book.yaml
run check manuscript
expect 1
says stderr 'worksheets-none'

# ---- the EPUB sends to the pack, whatever is built beside it; to the workbook in a book without one ----
said() # epub file: how many sheets name it
{
    unzip -p "$1" '*.xhtml' | grep -o '<p class="paper">[^<]*' | grep -c -e "turn to page [0-9a-z]* of $2\." || true
}
sheets=$(unzip -p "$SHIPPED/two-cups-again.epub" '*.xhtml' | grep -o '<section class="worksheet"' | wc -l)
[ "$(said "$SHIPPED/two-cups-again.epub" $name)" -eq "$sheets" ] || fail "not every sheet of the EPUB names the pack"
run build -q "$SOURCE/manuscript" -o alone --edition epub
expect 0
cmp alone/two-cups-again.epub "$SHIPPED/two-cups-again.epub" || fail "the EPUB changes with the editions that are built"
rm -r manuscript
cp -R "$SOURCE/manuscript" manuscript
sed -i '/^ *- worksheets$/d' manuscript/book.yaml
run build -q manuscript -o without --edition epub,worksheets
expect 0
[ "$(said without/two-cups-again.epub two-cups-again.pdf)" -eq "$sheets" ] || fail "without a pack of its own, the EPUB does not name the workbook"
