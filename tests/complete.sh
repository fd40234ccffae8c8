#!/bin/sh
# Nothing that was written is lost on the way to the pages: every word of the book's dump stands on a page, and
# every footnote exactly once, on a page that calls it.
. "${SOURCE:?}/tests/common.sh"
need python3
for book in plain kit notes-and-refs; do
    cp -R "$SOURCE/tests/books/$book/manuscript" "$work/$book"
done
cp -R "$SOURCE/manuscript" "$work/shipped"
bad=0
cd "$work"
for book in plain kit notes-and-refs shipped; do
    run dump book $book
    cp stdout $book.book
    run dump pages $book
    expect 0
    PYTHONDONTWRITEBYTECODE=1 python3 "$SOURCE/tests/complete.py" $book.book stdout || { echo "in $book" && bad=1; }
done
exit $bad
