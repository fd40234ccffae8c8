#!/bin/sh
# EPUBCheck finds no error and no warning in the EPUB of tests/books/constructs, which has what the shipped book has not.
. "${SOURCE:?}/tests/common.sh"
run build -q "$SOURCE/tests/books/constructs/manuscript" -o "$work/built"
expect 0
SHIPPED=$work/built sh "$SOURCE/tests/formats/epubcheck.sh"
