#!/bin/sh
# Builds the shipped manuscript into $SHIPPED, for the other tests of this folder, with the dump of its pages.
. "${SOURCE:?}/tests/common.sh"
rm -rf "${SHIPPED:?}"
mkdir -p "$SHIPPED"
cd "$SOURCE"

run build manuscript -o "$SHIPPED"
expect 0
silent stderr
for name in .epub .pdf -print.pdf -worksheets.pdf; do
    [ -f "$SHIPPED/two-cups-again$name" ] || fail "no two-cups-again$name"
done
[ "$(find "$SHIPPED" -mindepth 1 | wc -l)" -eq 4 ] || fail "other files than the editions"
run dump pages manuscript
expect 0
cp "$work/stdout" "$SHIPPED/pages.txt"
run dump book manuscript
expect 0
cp "$work/stdout" "$SHIPPED/book.txt"
