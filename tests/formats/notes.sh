#!/bin/sh
# The notes of the EPUB, its ids and its links: of the shipped book, and of those that have more kinds of notes.
. "${SOURCE:?}/tests/common.sh"
need python3
export PYTHONDONTWRITEBYTECODE=1
for book in notes-and-refs constructs html kit; do
    run build -q "$SOURCE/tests/books/$book/manuscript" -o "$work/$book" --edition epub
    expect 0
done
python3 "$SOURCE/tests/formats/notes.py" "$SHIPPED"/*.epub "$work"/*/*.epub >"$work/notes" || { cat "$work/notes"; fail "notes"; }
[ "$(tail -n 1 "$work/notes")" -gt 8 ] || fail "hardly a note"
python3 "$SOURCE/tests/formats/html.py" check "$SHIPPED"/*.epub "$work"/*/*.epub || fail "elements, ids or links"
