#!/bin/sh
# Screen editions are PDF/UA-1, as far as a program can tell (ua.py: the Matterhorn Protocol's conditions): of the shipped
# book, its worksheets and each book of tests/books. Before that every condition is planted once, as a fault, in a small
# document (ua_fixture.py) and in the books that have most kinds of things, and must be found there. UA_BOOKS="kit html" takes
# these books only.
. "${SOURCE:?}/tests/common.sh"
. "$SOURCE/tests/formats/books.sh"

python3 "$formats/ua_planted.py" || fail "the checks do not find what is planted"
screen_editions ${UA_BOOKS-$screen_books}
python3 "$formats/ua.py" "$SHIPPED/two-cups-again.pdf" "$SHIPPED/two-cups-again-worksheets.pdf" "$work"/screen/*.pdf || fail "not PDF/UA-1"
for book in constructs notes-and-refs; do
    [ ! -f "$work/screen/$book.pdf" ] || python3 "$formats/ua_planted.py" "$work/screen/$book.pdf" || fail "faults in $book"
done
