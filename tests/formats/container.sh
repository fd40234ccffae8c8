#!/bin/sh
# The ZIP of the EPUB: OCF 3.3, section 4.2, and what makes it the same everywhere. Of the shipped book, and of books with
# names that ZIP would write in other ways.
. "${SOURCE:?}/tests/common.sh"
need python3
export PYTHONDONTWRITEBYTECODE=1
for book in constructs scripts; do
    run build -q "$SOURCE/tests/books/$book/manuscript" -o "$work/$book" --edition epub
    expect 0
done

# Names of the author's: other letters, spaces, the same but for their case, a name as the program uses it.
mkdir -p "$work/names/ch" "$work/names/Bilder" "$work/names/images"
for picture in "Bilder/Ein Bild.svg" Bilder/ä.svg images/a.svg images/A.svg images/cover.svg; do
    printf '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h%d"/></svg>' "$(printf '%s' "$picture" | wc -c)" >"$work/names/$picture"
done
printf '# One\n\n![a](<../Bilder/Ein Bild.svg>)\n\n![b](../Bilder/ä.svg)\n\n![c](../images/a.svg)\n' >"$work/names/ch/Über uns.md"
printf '# Two\n\n![d](../images/A.svg)\n\n![e](../images/cover.svg)\n' >"$work/names/ch/über zwei.md"
printf '# Nav\n\nWords.\n' >"$work/names/ch/nav.md"
printf '# Title\n\nWords.\n' >"$work/names/ch/NAV.md"
printf '# Summary\n\n- [One](<ch/Über uns.md>)\n- [Two](<ch/über zwei.md>)\n- [Nav](ch/nav.md)\n- [Title](ch/NAV.md)\n' >"$work/names/SUMMARY.md"
printf 'title: Ünïcode\nlang: de\ndate: 2026-01-02\n' >"$work/names/book.yaml"
run build -q "$work/names" -o "$work/named" --edition epub
expect 0

python3 "$SOURCE/tests/formats/container.py" "$SHIPPED"/*.epub "$work"/constructs/*.epub "$work"/scripts/*.epub "$work"/named/*.epub ||
    fail "the container"
if command -v unzip >/dev/null; then
    for epub in "$SHIPPED"/*.epub "$work"/named/*.epub; do unzip -tqq "$epub" || fail "unzip -t $epub"; done
fi

# The same bytes at another time, and however the clock and the folder are.
cp -R "$work/names" "$work/elsewhere"
run build -q "$work/elsewhere" -o "$work/again" --edition epub
expect 0
cmp "$work"/named/*.epub "$work"/again/*.epub || fail "other bytes from another folder"
