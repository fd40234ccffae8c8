#!/bin/sh
# What raw HTML becomes in the EPUB: the elements that are allowed, as they were meant, and nothing else; always
# well-formed, whatever was written. In print its words are there.
. "${SOURCE:?}/tests/common.sh"
need python3
need unzip
need pdftotext
cd "$work"
export PYTHONDONTWRITEBYTECODE=1

run build -q "$SOURCE/tests/books/html/manuscript" -o good
expect 0
python3 "$SOURCE/tests/formats/html.py" check good/*.epub

has() # chapter text: on one line of it
{
    unzip -p good/*.epub "OEBPS/text/$1.xhtml" | grep -qF "$2" || fail "$1 has no $2"
}
has words '<em class="own other">emphatic</em> and <strong lang="fr" xml:lang="fr">fort</strong>'
has words '<small>small print</small>, H<sub>2</sub>O and x<sup>2</sup>, <mark>marked</mark>'
has words '<abbr title="World Wide Web &amp; more">WWW</abbr>, <cite>A Title</cite>, “quoted”, <dfn id="term">defined</dfn>'
has words '<kbd>Ctrl</kbd>, <samp>out</samp>, <var>n</var>, <code>a <em>b</em> c</code>, <del datetime="2026-01-02">old</del>'
has words '<ruby>kanji<rt>reading</rt></ruby>, <time datetime="2026-03-05">the fifth of March</time>, some time.'
has words '<span dir="ltr" title="A greeting" lang="de" xml:lang="de">Guten <b>Tag</b></span>'
has words '<span id="here"></span>place, <a href="#term">a link</a>, <a href="https://example.org/?a=1&amp;b=2" title="Out">'
has words '<a href="blocks.xhtml#box">to a box</a>'
has words 'an entity é and —, 3 &lt; 4 and a &amp; b.'
has blocks '<p class="first lead">A “paragraph” with <em>emphasis</em>, it’s élégant – and white space.</p>'
has blocks '<div class="own" id="box" lang="fr" xml:lang="fr"><p class="first">Des mots,</p>'
has blocks '<strong>Markdown</strong> inside'
has blocks '<aside role="note" title="By the way">'
has blocks '<figure class="w3 own" id="fig-html">'
has tables '<tr><th scope="col" rowspan="2">Day</th><th scope="col" colspan="2">Cups</th><td></td></tr>'
has tables '<tr><th scope="row">Tuesday</th><td>One<br/>Two</td><td>5</td></tr>'

# ---- what is not allowed ----
run build -q "$SOURCE/tests/books/bad/html/manuscript" -o bad --edition epub,screen
expect 0
python3 "$SOURCE/tests/formats/html.py" check bad/*.epub
pdftotext bad/*.pdf - | tr -s '\n' ' ' >bad.txt
unzip -p bad/*.epub 'OEBPS/text/one.xhtml' | sed 's/<[^>]*>/ /g' >bad.words
for words in "another font" "an old one" "a button" "Words of a form" "Words of a frame" "Words of an object" "Words of a film" \
    "a direction" "Not an item" "A cell" "words between" "without a table" "What nothing means" "A term of nothing"; do
    grep -q "$words" bad.txt || fail "\"$words\" is not in the PDF"
    grep -q "$words" bad.words || fail "\"$words\" is not in the EPUB"
done
if grep -E 'alert|color: red|drawn' bad.txt bad.words; then fail "what is no word is in the book"; fi

# ---- anything at all ----
python3 "$SOURCE/tests/formats/html.py" soup soup 48
built=0
for folder in soup/*; do
    run build -q "$folder" -o "$folder/out" --edition epub
    [ "$code" -le 1 ] || fail "$folder: exit code $code"
    [ "$code" -eq 0 ] || { grep -q 'error: .*\[' "$work/stderr" || fail "$folder: an error that is not reported"; continue; }
    python3 "$SOURCE/tests/formats/html.py" check "$folder"/out/*.epub || { cat "$folder/one.md"; fail "$folder"; }
    built=$((built + 1))
done
[ $built -ge 12 ] || fail "only $built of the soups were built"
