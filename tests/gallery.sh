#!/bin/sh
# Makes the README's picture of the kit: every sheet of tests/books/kit, small, side by side. Not a test: run it when
# sheets look different.
#
# usage: tests/gallery.sh [PICTURE]     default: src/data/pictures/kit.png; REKINDLE names the program (build/bin/rekindle)
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
program=${REKINDLE:-$here/build/bin/rekindle}
picture=${1:-$here/src/data/pictures/kit.png}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$program" build -q "$here/tests/books/kit/manuscript" -o "$work" --edition screen
"$program" dump pages "$here/tests/books/kit/manuscript" 2>/dev/null |
    sed -n 's/^page \([0-9]*\) .* sheet [0-9].*$/\1/p' >"$work/sheets"
# In greys: small, and the proof that sheets can be read in one ink.
pdftoppm -gray -r 144 "$(find "$work" -name '*.pdf')" "$work/page"
python3 "$here/tests/gallery.py" "$work" "$picture"
