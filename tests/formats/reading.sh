#!/bin/sh
# What a screen reader says of the screen editions, in the order of their structure, is what was written: reading.py has the
# rules. UA_BOOKS="kit html" takes these books of tests/books only.
. "${SOURCE:?}/tests/common.sh"
. "$SOURCE/tests/formats/books.sh"

screen_editions ${UA_BOOKS-$screen_books}
set -- "$SHIPPED/two-cups-again.pdf" "$SHIPPED/book.txt"
for pdf in "$work"/screen/*.pdf; do
    set -- "$@" "$pdf" "${pdf%.pdf}.book"
done
planted=$work/screen/notes-and-refs
[ ! -f "$planted.pdf" ] || python3 "$formats/reading_planted.py" "$SOURCE/src/book/words.c" "$planted.pdf" "$planted.book" ||
    fail "faults are not found"
python3 "$formats/reading.py" "$SOURCE/src/book/words.c" "$@" || fail "not what was written"
