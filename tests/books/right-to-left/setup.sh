#!/bin/sh
# Its Hebrew font is that of the book of many scripts; the Latin one is shipped.
mkdir -p manuscript/fonts
cp "${SOURCE:?}"/tests/books/scripts/manuscript/fonts/NotoSerif-Regular.ttf \
    "$SOURCE"/tests/books/scripts/manuscript/fonts/NotoSerifHebrew-Regular.ttf \
    "$SOURCE"/tests/books/scripts/manuscript/fonts/OFL.txt manuscript/fonts
