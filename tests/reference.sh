#!/bin/sh
# The README's reference of the elements is what `rekindle help elements` prints. REKINDLE_ACCEPT=1 rewrites it.
. "${SOURCE:?}/tests/common.sh"
cd "$work"
readme=$SOURCE/README.md
run help elements
expect 0
silent stderr
if awk 'length > 100' stdout | grep .; then fail "a line of more than 100 columns"; fi

# The block is the first fenced one under the section's heading.
block()
{
    awk '/^### Reference: elements of a worksheet$/ { there = 1 }
         there && /^```/ { if (inside) exit; inside = 1; next }
         inside' "$readme"
}
if [ "${REKINDLE_ACCEPT:-}" = 1 ]; then
    awk '/^### Reference: elements of a worksheet$/ { there = 1 }
         there && /^```/ { if (inside) { inside = there = 0 } else { print; inside = 1; while ((getline line <"stdout") > 0) print line; next } }
         !inside' "$readme" >new
    cat new >"$readme"
fi
block | diff -u - stdout || fail "README.md differs from 'rekindle help elements': REKINDLE_ACCEPT=1 ctest -R reference"

# Every element and every frame has its entry; one alone says the same; the nearest name is told.
for name in $(sed -n 's/^ELEMENT([A-Z]*, *\([a-z]*\),.*/\1/p' "$SOURCE/src/book/elements.def") worksheet purpose steps example then \
    safety research carry inside pull margin epigraph list index blank smallcaps lang counts; do
    grep -q "^$name: " stdout || fail "no entry for $name"
    awk -v entry="^$name: " '$0 ~ entry { there = 1 } /^$/ { there = 0 } there' stdout >entry
    "$REKINDLE" help elements "$name" | awk '/^$/ { exit } { print }' | diff entry - || fail "help elements $name says something else"
done
run help elements linse
expect 2
silent stdout
says stderr 'no element or frame "linse"; did you mean "lines"'
run help elements frobnicate
expect 2
says stderr 'no element or frame "frobnicate"$'
run help elements lines box
expect 2
