#!/bin/sh
# The author's own style sheet (epub: css:) in the EPUB: after ours in every document, with its pictures in the
# container, without what a book may not have; one that cannot be read is an error at its place.
. "${SOURCE:?}/tests/common.sh"
need unzip
cd "$work"
run build -q "$SOURCE/tests/books/bad/css/manuscript" -o out --edition epub
expect 0
unzip -q out/*.epub -d epub
css=epub/OEBPS/styles/author.css
sed 's|/\*.*\*/||' $css >bare.css
if grep -nE '@import|@charset|@font-face|example\.org|base64|direction|unicode-bidi|fixed|expression|behavior|image-set|ttf|woff' bare.css; then
    fail "something that a book may not have"
fi
grep -qF 'background: url("../images/triangle.svg") no-repeat; margin: 0' $css || fail "the picture of the manuscript is not named where it is"
grep -qF '{  border: 1px solid ;}' $css || fail "what stands beside a declaration that is left out is lost"
grep -qF '@media (min-width: 30em) { .seven { margin: 1em;' $css || fail "the rules of a media query are lost"
grep -qF '@page { margin: 1em;' $css || fail "@page is lost"
[ -f epub/OEBPS/images/triangle.svg ] || fail "the picture is not in the container"
grep -q 'href="images/triangle.svg"' epub/OEBPS/package.opf || fail "the picture is not in the manifest"
for document in epub/OEBPS/*.xhtml epub/OEBPS/text/*.xhtml; do
    grep -q 'styles/book\.css"/>.*styles/author\.css"/>' "$document" || fail "$document does not have the author's sheet after ours"
done

cp -R "$SOURCE/tests/books/bad/css/manuscript" manuscript
broken() # line css: the line of the error, and a sheet
{
    printf '%b' "$2" >manuscript/own.css
    run check manuscript
    expect 1
    says stderr "own\.css:$1:[0-9]*: error: .*\[css-syntax\]$"
}
broken 1 'p { margin: 1em'
broken 2 'p { margin: 1em }\n}\n'
broken 3 'p { margin: 1em }\n\n/* never closed'
broken 1 'p { content: "never closed\n}'
broken 1 'p { margin 1em }'
broken 1 'p { width: calc(1em }'
broken 1 'p { width: 1em) }'
broken 1 'p'
broken 1 '{ margin: 0 }'
broken 2 '\np { a { margin: 0 } }'
broken 1 'p { background: u\\72l(https://example.org/x) }'
broken 1 '@\\69mport "x";'
broken 1 '@media all { p { margin: 0 }'
broken 1 '@font-face { src: url(x.ttf)'
printf 'p { margin: 0 }\377' >manuscript/own.css
run check manuscript
expect 1
says stderr 'own\.css:1:16: error: .*\[utf8-invalid\]$'
head -c 1100000 /dev/zero | tr '\0' ' ' >manuscript/own.css
run check manuscript
expect 1
says stderr 'book\.yaml:7:8: error: .*\[css-missing\]$'
rm manuscript/own.css
run check manuscript
expect 1
says stderr 'book\.yaml:7:8: error: .*\[css-missing\]$'
printf 'p { margin: 0 }' >manuscript/own.css
run check manuscript
expect 0
silent stderr
printf '' >manuscript/own.css
run check manuscript
expect 0
