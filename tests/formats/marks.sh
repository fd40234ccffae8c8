#!/bin/sh
# The page marks of EPUBs stand at the first word of each printed page; nav.xhtml and toc.ncx say the same.
. "${SOURCE:?}/tests/common.sh"
need python3
check() # folder missing...: pages of the book that the EPUB has nothing of
{
    folder=$1
    shift
    run build -q --edition epub "$folder" -o "$work/out"
    expect 0
    "$REKINDLE" dump pages "$folder" >"$work/pages.txt" 2>/dev/null
    PYTHONDONTWRITEBYTECODE=1 python3 "$SOURCE/tests/formats/marks.py" "$work/pages.txt" "$work"/out/*.epub "$@" ||
        fail "$folder"
    rm -r "$work/out"
}
for book in constructs glossary notes-and-refs pages plain right-to-left scripts; do
    rm -rf "$work/manuscript"
    cp -R "$SOURCE/tests/books/$book/manuscript" "$work/manuscript"
    [ ! -f "$SOURCE/tests/books/$book/setup.sh" ] || (cd "$work" && sh "$SOURCE/tests/books/$book/setup.sh")
    mv "$work/manuscript" "$work/$book"
    check "$work/$book"
done
# The second halves of things that are drawn across a spread, or copies of a card.
check "$SOURCE/tests/books/kit/manuscript" 15 27 51
check "$SOURCE/manuscript"
