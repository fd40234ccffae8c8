#!/bin/sh
# The text that a viewer takes out of the screen editions is what was written, in its order: order.py has the rules.
. "${SOURCE:?}/tests/common.sh"
need pdftotext
. "$SOURCE/tests/formats/books.sh"

screen_editions $screen_books
run dump structure "$SOURCE/manuscript"
expect 0
mv "$work/stdout" "$work/shipped.txt"
set -- "$SHIPPED/two-cups-again.pdf" "$work/shipped.txt"
for pdf in "$work"/screen/*.pdf; do
    qpdf --check "$pdf" >"$work/check" || { cat "$work/check"; fail "qpdf --check"; }
    set -- "$@" "$pdf" "${pdf%.pdf}.structure"
done
python3 "$formats/order.py" "$@" || fail "not what was written"

# A word left out, and two texts exchanged, are found.
plain=$work/screen/plain
for change in 's/ paragraph / /' 's/^\( *P [0-9]*"\)\([^ ]*\) \([^ ]*\) /\1\3 \2 /'; do
    sed "$change" "$plain.structure" >"$work/planted.txt"
    cmp -s "$plain.structure" "$work/planted.txt" && fail "nothing was planted: $change"
    python3 "$formats/order.py" "$plain.pdf" "$work/planted.txt" >/dev/null && fail "not found: $change"
done
exit 0
