#!/bin/sh
# What an element says of its edition: what is for paper is not in the PDF for the screen nor in the EPUB, what is for
# e-readers is in the EPUB only; what is private is not in a pack to share, and its room stays empty.
. "${SOURCE:?}/tests/common.sh"
need pdftotext
need unzip
cd "$work"
run build -q "$SOURCE/tests/books/kit/manuscript" -o out --edition epub,screen,home,worksheets
expect 0
pdftotext out/a-small-book.pdf screen.txt
pdftotext out/a-small-book-worksheets.pdf pack.txt
pdftotext out/a-small-book-home.pdf home.txt
unzip -p out/a-small-book.epub '*.xhtml' >epub.txt
shown() # text file...
{
    text=$1
    shift
    for file in "$@"; do grep -q "$text" "$file" || fail "\"$text\" is not in $file"; done
}
hidden() # text file...
{
    text=$1
    shift
    for file in "$@"; do if grep -q "$text" "$file"; then fail "\"$text\" is in $file"; fi; done
}
shown "On an e-reader only" epub.txt
shown "On paper only" home.txt
hidden "On an e-reader only" screen.txt pack.txt home.txt
hidden "On paper only" screen.txt epub.txt
shown "local emergency number" screen.txt pack.txt epub.txt
run dump pages "$SOURCE/tests/books/kit/manuscript"
says stdout '"On paper only" not-in-screen$'
run build -q "$SOURCE/tests/books/kit/manuscript" -o share --edition worksheets --share
expect 0
pdftotext share/a-small-book-worksheets.pdf share.txt
hidden "a doctor" share.txt
shown "Not private, five columns" share.txt
