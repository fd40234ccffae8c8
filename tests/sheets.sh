#!/bin/sh
# The sheets of the kit and of the shipped book on four sizes of page: see sheets.py. --verbose says how much of each
# sheet is room to write.
. "${SOURCE:?}/tests/common.sh"
need python3
cd "$work"
mkdir dumps
run help elements
cp stdout dumps/reference
# What is in the folders, never the folders: book.yaml is written below, and a link to a folder would be written through.
mkdir kit shipped fonts
cp -R "$SOURCE/tests/books/kit/manuscript/." kit
cp -R "$SOURCE/manuscript/." shipped
cp -R "$SOURCE/fonts/." fonts
for book in kit shipped; do
    run dump book $book
    expect 0
    cp stdout dumps/$book.book
    sed '/^print:/,/^[^ #]/{/^print:/d;/^ /d;}' $book/book.yaml >settings
    for trim in 8x10in 7.5x9.25in letter a4; do
        { cat settings; printf '\nprint:\n  trim: %s\n' $trim; } >made
        rm -f $book/book.yaml
        mv made $book/book.yaml
        run dump pages $book
        expect 0
        cp stdout dumps/$book.$trim.pages
        cp stderr dumps/$book.$trim.messages
    done
done
export PYTHONDONTWRITEBYTECODE=1
bad=0
python3 "$SOURCE/tests/sheets_planted.py" dumps || bad=1
python3 "$SOURCE/tests/sheets.py" "$@" dumps || bad=1
exit $bad
