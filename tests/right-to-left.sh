#!/bin/sh
# A book in Hebrew: pages turn from the left, text runs from the right, and what is of another language or direction says
# so; the stylesheet's sides are changed about. In an English book only the Hebrew words say so.
. "${SOURCE:?}/tests/common.sh"
need unzip
need xmllint
cp -R "$SOURCE/tests/books/right-to-left/manuscript" "$work/manuscript"
cd "$work"
sh "$SOURCE/tests/books/right-to-left/setup.sh"

book() # builds it, into epub/OEBPS
{
    rm -rf out epub
    run build -q --edition epub manuscript -o out
    expect 0
    unzip -qq out/*.epub -d epub
}
count() # file expected xpath
{
    found=$(nodes "epub/OEBPS/$1" "$3")
    [ "$found" = "$2" ] || fail "$1: $found instead of $2: $3"
}
lang() # a language: the attributes that say it
{
    printf '[@lang="%s"][@*[name()="xml:lang"]="%s"]' "$1" "$1"
}
D=/descendant

book
count package.opf 1 "$D::spine[@page-progression-direction=\"rtl\"]"
count package.opf 1 "/*[@dir=\"rtl\"][@*[name()=\"xml:lang\"]=\"he\"]"
for file in epub/OEBPS/*.xhtml epub/OEBPS/text/*.xhtml; do
    file=${file#epub/OEBPS/}
    count "$file" 1 "/*$(lang he)[@dir=\"rtl\"]/*[local-name()=\"body\"][@dir=\"rtl\"]"
done
count text/cup.xhtml 1 "$D::span$(lang fr)[@dir=\"ltr\"]"
count text/cup.xhtml 1 "$D::span$(lang en)[@dir=\"ltr\"][.=\"mug\"]"
count text/cup.xhtml 1 "$D::span$(lang en)[@dir=\"ltr\"][contains(., \"see you soon\")]"
count text/cup.xhtml 1 "$D::blockquote$(lang fr)[@dir=\"ltr\"]"
count text/cup.xhtml 1 "$D::p[@dir=\"ltr\"][starts-with(., \"This paragraph\")]"
count text/cup.xhtml 1 "$D::li[not(@dir)]/child::span[@dir=\"ltr\"][starts-with(., \"A tin\")]"
count text/cup.xhtml 1 "$D::td[@dir=\"ltr\"][.=\"Tel Aviv\"]"
count text/cup.xhtml 1 "$D::pre[@dir=\"ltr\"]"
count text/cup.xhtml 0 "$D::p[@dir=\"rtl\"]"
count text/way.xhtml 1 "$D::div$(lang en)[@dir=\"ltr\"]"
count text/way.xhtml 0 "$D::div[@lang]$D::p[@dir]"
css=epub/OEBPS/styles/book.css
grep -q 'padding-right: 1.6em' "$css" || fail "lists are not indented at the right"
grep -q '^\.right { text-align: right; }' "$css" || fail "what an author aligned is moved"
if grep -q 'border-left' "$css"; then fail "a side is not changed"; fi

sed -i 's/^lang: he/lang: en/' manuscript/book.yaml
printf '\n:lang[שלום]{lang=he} and no more.\n\n::: {lang=he}\nמילה אחת.\n:::\n' >>manuscript/chapters/before.md
book
count package.opf 1 "$D::spine[@page-progression-direction=\"ltr\"]"
count text/before.xhtml 0 '/*[@dir]'
count text/before.xhtml 1 "$D::p[@dir=\"rtl\"]"
count text/before.xhtml 1 "$D::p[not(@dir)]/child::span$(lang he)[@dir=\"rtl\"]"
count text/before.xhtml 1 "$D::div$(lang he)[@dir=\"rtl\"]/child::p[not(@dir)]"
grep -q 'padding-left: 1.6em' "$css" || fail "lists are not indented at the left"

# ---- the program has no Hebrew words: its English ones say what they are; a language that it has marks none ----
sed -i 's/^lang: en/lang: he/' manuscript/book.yaml
book
count text/cup.xhtml 1 "$D::figcaption/child::span$(lang en)[@dir=\"ltr\"][.=\"Figure 1.\"]"
count text/cup.xhtml 1 "$D::span[@class=\"sheet-label\"]$(lang en)"
count text/cup.xhtml 1 "$D::p[@class=\"notebook\"]$(lang en)[@dir=\"ltr\"]"
count text/cup.xhtml 3 "$D::a$(lang en)[@href=\"#fig-cups\" or @href=\"#tab-minutes\" or @href=\"#sheet-walk\"]"
count nav.xhtml 5 "$D::nav[@hidden]$D::a$(lang en)"
sed -i 's/^lang: he/lang: de/' manuscript/book.yaml
book
count text/cup.xhtml 0 "$D::span[@class=\"sheet-label\"][@lang]"
count text/cup.xhtml 0 "$D::a[@lang]"
