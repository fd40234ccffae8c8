#!/bin/sh
# What the EPUB makes of indexes, lists, captions, definitions, epigraphs and words of other languages: roles, links and
# languages where a reader or a screen reader looks for them. (EPUBCheck of the same book: formats.constructs.)
. "${SOURCE:?}/tests/common.sh"
need unzip
need xmllint
cp -R "$SOURCE/tests/books/constructs/manuscript" "$work/manuscript"
cd "$work"
run build -q manuscript -o out
expect 0
unzip -qq out/*.epub -d epub
cd epub/OEBPS

count() # file expected xpath
{
    found=$(nodes "$1" "$3")
    [ "$found" = "$2" ] || fail "$1: $found instead of $2: $3"
}
D='/descendant'
type='@*[local-name()="type"]'

# ---- the index ----
count text/index.xhtml 1 "$D::section[@role=\"doc-index\"][$type=\"index\"][@aria-label=\"Index\"]"
count text/index.xhtml 1 "$D::div[$type=\"index-entry-list\"]"
# Each letter with its heading, and what begins with none.
letters=$(xmllint --xpath "count($D::*[@class=\"letter\"])" text/index.xhtml)
[ "$letters" -ge 10 ] || fail "$letters letters in the index"
count text/index.xhtml "$letters" "$D::div[$type=\"index-entry-list\"]/child::div/child::ul"
count text/index.xhtml "$((letters - 1))" "$D::div[@class=\"letter\"]/child::h2[@id]"
count text/index.xhtml "$((letters - 1))" "$D::p[@class=\"letters\"]/child::a"
for id in $(xmllint --xpath "$D::*[@class=\"letters\"]/*/@href" text/index.xhtml | sed 's/.*"#\(.*\)"/\1/'); do
    count text/index.xhtml 1 "$D::h2[@id=\"$id\"]"
done
count text/index.xhtml 32 "$D::div[@class=\"letter\"]/child::ul/child::li[@id]"
count text/index.xhtml 4 "$D::li/child::ul/child::li"
count text/index.xhtml 36 "$D::li[$type=\"index-entry\"]/child::span[$type=\"index-term\"]"
count text/index.xhtml 3 "$D::a[$type=\"index-xref-preferred\"]"
count text/index.xhtml 1 "$D::a[$type=\"index-xref-related\"][.=\"bonding\"]"
count nav.xhtml 0 "$D::nav[$type=\"landmarks\"]$D::a[$type=\"index\"]"
grep -q '<meta property="schema:accessibilityFeature">index</meta>' package.opf || fail "the package does not name the index"
# Every place of the tree is a link, and every link's target is there once.
xmllint --xpath "$D::*[local-name()=\"a\"][$type=\"index-locator\"]/@href" text/index.xhtml | tr ' ' '\n' | sed -n 's/^href="\(.*\)#\(ix.*\)"$/\1 \2/p' >links
# Places on one page are one link, so there are at least as many as entries that have places.
[ "$(wc -l <links)" -ge 34 ] || fail "$(wc -l <links) links to places"
while read -r file id; do count "text/$file" 1 "$D::span[@id=\"$id\"]"; done <links

# ---- lists ----
count text/lists.xhtml 1 "$D::nav[$type=\"loi\"][@aria-label=\"Figures\"]"
count text/lists.xhtml 3 "$D::nav[$type=\"loi\"]/child::ol/child::li/child::a[starts-with(., \"Figure \")]"
count text/lists.xhtml 6 "$D::nav[$type=\"lot\"]/child::ol/child::li/child::a[starts-with(., \"Table \")]"
count text/lists.xhtml 1 "$D::a[.=\"Table 1. The first caption with a note\"][@href=\"tables.xhtml#tab-first\"]"
count text/lists.xhtml 1 "$D::nav[@aria-label=\"Worksheets\"]$D::a[.=\"Worksheet 1. A sheet\"]"

# ---- captions ----
count text/tables.xhtml 7 "$D::table/child::*[1][local-name()=\"caption\"]"
count text/tables.xhtml 6 "$D::caption/child::span[@class=\"label\"][starts-with(., \"Table \")]"
count text/tables.xhtml 1 "$D::table[@id=\"tab-first\"]/child::caption[starts-with(., \"Table 1. The first caption with a note\")]"
count text/tables.xhtml 1 "$D::caption[.=\"Not counted\"]"
count text/tables.xhtml 0 "$D::th[not(@scope)]"

# ---- words ----
count text/marks.xhtml 2 "$D::div[@role=\"doc-epigraph\"][$type=\"epigraph\"]/child::blockquote"
count text/marks.xhtml 1 "$D::blockquote[@lang=\"fr\"]/following-sibling::p[@class=\"attribution\"]"
count text/words.xhtml 1 "$D::span[@lang=\"fr\"][.=\"mot juste\"]"
count text/words.xhtml 1 "$D::span[@lang=\"de-AT\"]/child::em"
count text/words.xhtml 2 "$D::div[@lang]"
for file in text/*.xhtml; do count "$file" 0 '/descendant::*[@lang][not(@*[name()="xml:lang"] = @lang)]'; done
count text/words.xhtml 3 "$D::dl"
count text/words.xhtml 6 "$D::dt"
count text/words.xhtml 1 "$D::dd[.=\"A company.\"][not(child::*)]"
count text/words.xhtml 1 "$D::dd[child::p][child::pre][child::ul]"

# ---- the glossary: a term's first bold use leads to it, and it leads back ----
cd "$work"
rm -rf out epub
cp -R "$SOURCE/tests/books/glossary/manuscript" glossary
run build -q glossary -o out
expect 0
unzip -qq out/*.epub -d epub
cd epub/OEBPS
count text/glossary.xhtml 1 "$D::section[@role=\"doc-glossary\"][$type=\"glossary\"]"
count text/glossary.xhtml 6 "$D::dl/child::dt[$type=\"glossterm\"]/child::dfn[@id]"
count text/glossary.xhtml 5 "$D::dd[$type=\"glossdef\"]"
count text/glossary.xhtml 5 "$D::dfn/child::a[@role=\"doc-backlink\"]"
count text/one.xhtml 3 "$D::strong[@id]/child::a[@role=\"doc-glossref\"][$type=\"glossref\"]"
count text/two.xhtml 2 "$D::strong[@id]/child::a[@role=\"doc-glossref\"]"
count nav.xhtml 1 "$D::nav[$type=\"landmarks\"]$D::a[$type=\"glossary\"]"
for file in one two; do
    xmllint --xpath "$D::*[@role=\"doc-glossref\"]/@href" text/$file.xhtml | sed 's/.*"\(.*\)#\(.*\)"/\1 \2/' >links
    while read -r to id; do
        count "text/$to" 1 "$D::dfn[@id=\"$id\"]/child::a[@href=\"$file.xhtml#use.$id\"]"
        count "text/$file.xhtml" 1 "$D::strong[@id=\"use.$id\"]"
    done <links
done
# In print they are links too.
"$REKINDLE" dump pages "$work/glossary" >"$work/pages.txt"
[ "$(grep -c '^  link .*#term\.' "$work/pages.txt")" -ge 5 ] || fail "print: links to the glossary"
[ "$(grep -c '^  link .*#use\.term' "$work/pages.txt")" -ge 5 ] || fail "print: links back from the glossary"
[ "$(grep -c '^  place .*#use\.term' "$work/pages.txt")" -eq 5 ] || fail "print: where the links back lead"
