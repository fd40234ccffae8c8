#!/bin/sh
# EPUBCheck finds no error and no warning in the EPUBs of the books that have what the shipped one has not.
. "${SOURCE:?}/tests/common.sh"
for book in constructs kit html bad/html bad/css; do
    run build -q "$SOURCE/tests/books/$book/manuscript" -o "$work/$book"
    expect 0
    SHIPPED=$work/$book sh "$SOURCE/tests/formats/epubcheck.sh"
done
