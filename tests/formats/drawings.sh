#!/bin/sh
# Drawings with everything that a book cannot have: in the EPUB they are well-formed, run nothing, load nothing, and lead
# nowhere that is not there; what is meant to be seen is seen; and the PDF is painted from the same bytes.
. "${SOURCE:?}/tests/common.sh"
need unzip
need xmllint
cd "$work"
cp -R "$SOURCE/tests/books/bad/drawings/manuscript" book
run build -q book -o out
expect 0
unzip -q -d epub out/*.epub
files=epub/OEBPS/images
for file in "$files"/*.svg; do
    xmllint --noout --nonet "$file" || fail "$file is not well-formed"
done
[ "$(find "$files" -name '*.svg' | wc -l)" -eq 14 ] || fail "not all drawings are there"
if grep -nHiE '<(script|foreignobject|animate|blob|metadata|a[ >])|[ ]on[a-z]+=|javascript:|@import|@font-face|@keyframes|behavior|fuzz=|data-name|inkscape|<!--|<[?]' "$files"/*.svg; then
    fail "something is left of what a book cannot have"
fi
# But for the names of namespaces there are no addresses.
if sed 's/xmlns\(:xlink\)\?="[^"]*"//g' "$files"/*.svg | grep -nE 'https?:|passwd|other\.svg|href="[^#d]'; then fail "a link out of the drawing"; fi

has() # drawing text
{
    grep -qF -e "$2" "$files/$1.svg" || { cat "$files/$1.svg"; fail "no $2 in $1.svg"; }
}
has foreign "font-family=\"'EB Garamond', serif\">words</text>"
has import '.a{fill:#ddd;stroke:none}'
has import '.b{font:12px Lora, serif;fill:none}'
has import '@media print{.a{stroke:none}'
has import 'style="stroke:red;font-family:Lora, serif"'
has outside '<rect width="9" height="9" fill="none"/>'
has link '<g><rect width="120" height="80" fill="#ddd"/></g>'
has picture 'xlink:href="data:image/png;base64,iVBOR'
has dangling 'fill="none" stroke=" red"'
has twice '<linearGradient id="a_b">'
has twice 'fill="url(#a_b)"'
has plain 'viewBox="0 0 60 40"'
[ "$(grep -c 'id="r"' "$files/twice.svg")" -eq 1 ] || fail "an id is there twice"
[ "$(grep -c '<image' "$files/picture.svg")" -eq 1 ] || fail "the wrong picture inside a drawing was taken out"

SHIPPED=$work/out sh "$SOURCE/tests/formats/epubcheck.sh" || [ $? -eq 77 ] || fail "EPUBCheck"
