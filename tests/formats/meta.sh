#!/bin/sh
# What says most about itself, a glossary, and a book from right to left: EPUBCheck finds nothing; epubcheck-ts, where it is
# installed, not even a note on usage, once no fonts are embedded (each @font-face is one); nor does Ace, where it is.
. "${SOURCE:?}/tests/common.sh"
need java
jar=/usr/share/java/epubcheck.jar
[ -f "$jar" ] || { echo "skipped: there is no EPUBCheck on this machine"; exit 77; }
. "$SOURCE/tests/formats/validators.sh"

for book in metadata glossary right-to-left constructs; do
    rm -rf "$work/manuscript" "$work/out"
    cp -R "$SOURCE/tests/books/$book/manuscript" "$work/manuscript"
    (cd "$work" && [ ! -f "$SOURCE/tests/books/$book/setup.sh" ] || (cd "$work" && sh "$SOURCE/tests/books/$book/setup.sh"))
    printf 'epub: {fonts: none}\n' >>"$work/manuscript/book.yaml"
    run build -q --edition epub "$work/manuscript" -o "$work/out"
    expect 0
    java -jar "$jar" --failonwarnings "$work"/out/*.epub >"$work/report" 2>&1 || { cat "$work/report"; fail "EPUBCheck: $book"; }
    validate_ts "$book" "$work"/out/*.epub
    validate_ace "$book" "$work"/out/*.epub
done
