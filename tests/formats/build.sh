#!/bin/sh
# Builds the shipped manuscript into $SHIPPED, for the other tests of this folder, with the dump of its pages.
. "${SOURCE:?}/tests/common.sh"
rm -rf "${SHIPPED:?}"
mkdir -p "$SHIPPED"
cd "$SOURCE"

run build manuscript -o "$SHIPPED"
expect 0
silent stderr
for name in two-cups-again.epub two-cups-again.pdf two-cups-again-print.pdf two-cups-again-cover.pdf cover.png two-cups-again-worksheets.pdf; do
    [ -f "$SHIPPED/$name" ] || fail "no $name"
done
[ "$(find "$SHIPPED" -mindepth 1 | wc -l)" -eq 6 ] || fail "other files than the editions"
run dump pages manuscript
expect 0
cp "$work/stdout" "$SHIPPED/pages.txt"
run dump book manuscript
expect 0
cp "$work/stdout" "$SHIPPED/book.txt"
