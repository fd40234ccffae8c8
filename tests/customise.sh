#!/bin/sh
# What a user does to a book: move, remove and add chapters, another page, another font, another colour. Each time
# the book builds, numbers follow, and the names that readers' answers hang on stay as they were.
. "${SOURCE:?}/tests/common.sh"
cd "$work"
cp -R "$SOURCE/manuscript" "$SOURCE/fonts" .
cp -R manuscript shipped

again() # a fresh copy of the shipped manuscript
{
    rm -rf manuscript
    cp -R shipped manuscript
}
builds() # warnings expected; dumps in book.txt and pages.txt
{
    run build -q
    [ "$code" -eq 0 ] || { cat stderr >&2; fail "$change: exit code $code"; }
    found=$(grep -c ': warning: ' stderr || true)
    [ "$found" -eq "$1" ] || { cat stderr >&2; fail "$change: $found warnings instead of $1"; }
    cp stderr warnings
    run dump book
    cp stdout book.txt
    run dump pages
    cp stdout pages.txt
}
ids() { sed -n "s/^ *[a-z-]* @[0-9:]* #\([^ ]*\).*/\1/p; s/^chapter [^#]*#\([^ ]*\).*/\1/p" book.txt | sort; }
fields() { sed -n 's/^  field [a-z]* [a-z]* [^ ]* [^ ]* \([^ ="]*\).*/\1/p' pages.txt | sort -u; }
sheets() { sed -n 's/^ *worksheet @[0-9:]* #\([^ ]*\) \([0-9]*\) .*/\2 \1/p' book.txt; }
chapters() { sed -n 's/^chapter body #\([^ ]*\) \([0-9]*\) .*/\2 \1/p' book.txt; }
size() { sed -n '1s/^pages [0-9]* \([^ ]*\) .*/\1/p' pages.txt; }
numbered() # what: 1 2 3 ... in order
{
    "$1" | cut -d' ' -f1 | awk '$1 != NR { exit 1 } END { exit NR == 0 }' || fail "$change: the $1 are not numbered in order"
}

change="nothing"
builds 0
ids >ids.before
fields >fields.before
sheets >sheets.before
chapters >chapters.before
size >size.before
[ "$(wc -l <fields.before)" -gt 20 ] || fail "hardly a form field"
numbered sheets
numbered chapters

# The first two body chapters change places, with the sheets below them.
change="a chapter moved"
awk '/^- / { n++ } n == 0 || n > 2 || /^(\[|#)/ { if (n >= 2 && !done) { printf "%s%s", second, first; done = 1 } print; next }
     n == 1 { first = first $0 "\n" } n == 2 { second = second $0 "\n" }
     END { if (!done) printf "%s%s", second, first }' shipped/SUMMARY.md >manuscript/SUMMARY.md
if cmp -s shipped/SUMMARY.md manuscript/SUMMARY.md; then fail "the test moved nothing"; fi
builds 0
ids | diff ids.before - || fail "$change: ids have changed"
fields | diff fields.before - || fail "$change: names of fields have changed"
numbered sheets
numbered chapters
[ "$(chapters | sed -n 1p | cut -d' ' -f2)" = "$(sed -n 2p chapters.before | cut -d' ' -f2)" ] || fail "$change: but not in the book"
if sheets | diff sheets.before - >/dev/null; then fail "$change: the sheets kept their numbers"; fi

# A chapter and a sheet that others link to are taken out.
change="a chapter removed"
again
file=$(sed -n 's/.*](\([^)]*\)).*/\1/p' manuscript/SUMMARY.md | grep chapters/why-now.md)
sed -i "\\|$file|d; \\|worksheets/pause-tracker.md|d" manuscript/SUMMARY.md
first=$(sed -n 's/.*](\(chapters[^)]*\)).*/\1/p' manuscript/SUMMARY.md | grep -v -e copyright -e dedication | head -n 1)
printf '\nMore in [the removed chapter](%s) and [again](%s).\n' "$(basename "$file")" "$(basename "$file")" >>"manuscript/$first"
run build -q
expect 0
[ "$(grep -c ": warning: .*$(basename "$file")" stderr)" -eq 1 ] || { cat stderr >&2; fail "$change: not one warning about its file"; }
run dump book
cp stdout book.txt
grep -q 'text text="\?.*the removed chapter' book.txt || grep -q 'the removed chapter' book.txt || fail "$change: the words of the link are gone"
grep 'link .*why-now' book.txt && fail "$change: a link leads to it" || true
numbered sheets
numbered chapters
[ "$(sheets | wc -l)" -lt "$(wc -l <sheets.before)" ] || fail "$change: its sheets are still there"

# A chapter with a worksheet of its own comes first.
change="a chapter added"
again
mkdir -p manuscript/chapters manuscript/worksheets
printf '# A New Chapter\n\nIt points to [](#brand-new) and to [](#breather).\n' >manuscript/chapters/new.md
printf ':::worksheet[Brand new]{#brand-new time="5 min"}\n::lines[Write]{count=3}\n\nA :blank[gap]{width=30}.\n:::\n' >manuscript/worksheets/new.md
awk '/^- / && !n++ { print "- [A New Chapter](chapters/new.md)\n  - [Brand new](worksheets/new.md)" } { print }' shipped/SUMMARY.md >manuscript/SUMMARY.md
builds 0
now=$(sheets | sed -n 's/ brand-new$//p')
[ "$now" = "$(sed -n 's/ breather$//p' sheets.before)" ] || fail "$change: its sheet is number $now"
[ "$(sheets | wc -l)" -eq $(($(wc -l <sheets.before) + 1)) ] || fail "$change: not one sheet more"
numbered sheets
numbered chapters
ids >ids.now
comm -23 ids.before ids.now | grep . && fail "$change: an id is gone" || true
fields >fields.now
comm -23 fields.before fields.now | grep . && fail "$change: a field is gone" || true
grep -q '^brand-new\.[0-9]' fields.now || fail "$change: no fields"
grep -q "\"Worksheet[^\"]*$now, page[^\"]*[0-9]\"" pages.txt || fail "$change: no reference to it"

# Settings: a key of a section is replaced, or added to it.
set_key() # section key value
{
    awk -v section="$1:" -v key="$2" -v value="$3" '
        function add() { if (inside && !done) { print "  " key ": " value; done = 1 } }
        /^[^ #]/ { add(); inside = $0 == section }
        inside && $1 == key ":" { print "  " key ": " value; done = 1; next }
        { print }
        END { add(); if (!done) print section "\n  " key ": " value }' manuscript/book.yaml >settings
    mv settings manuscript/book.yaml
}
same_content()
{
    ids | diff ids.before - || fail "$change: ids have changed"
    # On a small page a drawing may be divided, or become words and lines.
    [ "${1:-}" = small ] || fields | diff fields.before - || fail "$change: names of fields have changed"
    sheets | diff sheets.before - || fail "$change: numbers of sheets have changed"
}

for trim in 6x9 a4 letter 7.5x9.25; do
    change="trim $trim"
    again
    set_key print trim $trim
    # Sheets that were made for a larger page may not fit a small one; that is said, and no error.
    run build -q
    expect 0
    run dump book
    cp stdout book.txt
    run dump pages
    cp stdout pages.txt
    case $trim in 6x9) same_content small ;; *) same_content ;; esac
    [ "$(size)" != "$(cat size.before)" ] || fail "$change: the page has the same size"
done
set_key print trim a5x
run check
expect 1
says stderr 'a5x'

change="another font"
again
sed -i 's/^\( *text:\) EB Garamond/\1 Atkinson Hyperlegible Next/' manuscript/book.yaml
grep -q 'text: Atkinson' manuscript/book.yaml || fail "the test changed nothing"
builds 0
same_content
grep -q '^  text .*Atkinson Hyperlegible Next' pages.txt || fail "$change: not used"
grep '^  text .*EB Garamond' pages.txt && fail "$change: the old one is still there" || true

change="another accent"
again
set_key style accent '"#204080"'
builds 0
same_content
grep -q '#204080' pages.txt || fail "$change: not used"
grep -qi '#8c3f28' pages.txt && fail "$change: the old one is still there" || true

change="ragged right"
again
set_key style align left
builds 0
same_content

change="no filler"
again
set_key style filler blank
builds 0
same_content
