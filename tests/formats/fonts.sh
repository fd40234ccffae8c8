#!/bin/sh
# The fonts of the EPUBs: cut to what is set in them (fonts.py), left out where the author or their makers say so,
# whole where an author's own style sheet may set anything.
. "${SOURCE:?}/tests/common.sh"
need python3
need unzip
export PYTHONDONTWRITEBYTECODE=1
cd "$work"

check() # arguments of fonts.py
{
    python3 "$SOURCE/tests/formats/fonts.py" "$@" || fail "fonts.py $1"
}
build() # book name: into the folder NAME
{
    run build -q "$1" -o "$2" --edition epub
    expect 0
}
has() # epub pattern: how many of its files
{
    unzip -Z1 "$1" | grep -c "$2" || true
}

# ---- cut ----
check --planted "$SHIPPED"/*.epub "$SOURCE/fonts"
for book in kit constructs notes-and-refs plain voices; do
    build "$SOURCE/tests/books/$book/manuscript" $book
    check $book/*.epub "$SOURCE/fonts"
done
build "$SOURCE/tests/books/scripts/manuscript" scripts
check scripts/*.epub "$SOURCE/tests/books/scripts/manuscript/fonts" "$SOURCE/fonts"
# All of them together weigh less than half of one whole font of text (EB Garamond Regular: 490 kB).
total=$(unzip -v "$SHIPPED"/*.epub | awk '/OEBPS\/fonts\// { sum += $1 } END { print sum }')
[ "$total" -lt 240000 ] || fail "the fonts have $total bytes"

# ---- none ----
copy() # name sed-command: a copy of the kit's and the plain book's settings
{
    cp -R "$SOURCE/tests/books/plain/manuscript" "$1"
    printf '%s\n' "$2" >>"$1/book.yaml"
}
copy none 'epub: {fonts: none}'
build none without
[ "$(has without/*.epub 'fonts/\|licence')" -eq 0 ] || fail "fonts or licences in spite of fonts: none"
unzip -p without/*.epub OEBPS/styles/book.css >none.css
if grep -n 'font-face\|Garamond\|Source\|Caveat\|cursive' none.css; then fail "the sheet names fonts that are not there"; fi
unzip -p without/*.epub OEBPS/package.opf >none.opf
if grep -n 'dcterms:license' none.opf; then fail "the package has licences of fonts that are not there"; fi

# ---- not allowed, or only as a whole ----
patch() # folder fsType: a copy of EB Garamond that says so (OpenType, "OS/2": fsType at 8)
{
    mkdir -p "$1/fonts"
    cp "$SOURCE"/fonts/eb-garamond/* "$1/fonts"
    for font in "$1"/fonts/*.ttf; do
        record=$(grep -abo 'OS/2' "$font" | head -n 1 | cut -d : -f 1)
        at=$(od -An -tu1 -j $((record + 8)) -N 4 "$font" | awk '{ print (($1 * 256 + $2) * 256 + $3) * 256 + $4 + 8 }')
        printf "$2" | dd of="$font" bs=1 seek="$at" conv=notrunc 2>dd.log
    done
}
copy restricted 'epub: {}'
patch restricted '\000\002'
run build restricted -o out --edition epub
expect 0
[ "$(grep -c 'warning: .*EB Garamond.* \[font-restricted\]$' stderr)" -eq 4 ] || { cat stderr; fail "not one warning for each file"; }
[ "$(has out/*.epub 'fonts/ebgaramond')" -eq 0 ] || fail "a restricted font is embedded"
[ "$(has out/*.epub 'fonts/sourcesans3')" -gt 0 ] || fail "the other fonts are gone too"
unzip -p out/*.epub OEBPS/styles/book.css >restricted.css
if grep -n 'Garamond' restricted.css; then fail "the sheet names a font that is not there"; fi

copy whole 'epub: {}'
patch whole '\001\000'
build whole entire
unzip -p entire/*.epub OEBPS/fonts/ebgaramond-regular.ttf >entire.ttf
cmp entire.ttf whole/fonts/EBGaramond-Regular.ttf || fail "a font that may not be cut was cut"

# ---- an author's own style sheet ----
copy own 'epub: {css: my.css}'
echo 'p { font-family: "Atkinson Hyperlegible Next"; }' >own/my.css
build own author
check --whole author/*.epub "$SOURCE/fonts"
[ "$(has author/*.epub 'fonts/atkinson')" -eq 4 ] || fail "the family that the author names is not there"
