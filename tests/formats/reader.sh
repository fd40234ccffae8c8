#!/bin/sh
# Books in a real reading system (foliate-js) in a real browser: every chapter is rendered without an error, the pages turn from
# the first to the last, links, contents and printed pages lead somewhere, notes pop up, and axe-core finds nothing in any
# document. READER_PICTURES=FOLDER also writes pictures there. READER_BOOKS="kit html" reads these of tests/books only.
. "${SOURCE:?}/tests/common.sh"
need node
need unzip
[ -x "${CHROMIUM:=$(command -v chromium || echo /nonexistent)}" ] || { echo "skipped: there is no chromium on this machine"; exit 77; }
export CHROMIUM HOME="$work"

read_book() # name file
{
    mkdir "$work/$1"
    unzip -q "$2" -d "$work/$1"
    result=0
    node "$SOURCE/tests/formats/reader/read.mjs" "$2" "$work/$1" ${READER_PICTURES:+"$READER_PICTURES/$1"} >"$work/said" 2>&1 || result=$?
    cat "$work/said"
    [ $result -ne 77 ] || exit 77
    [ $result -eq 0 ] || fail "$1 in the reading system"
}
for book in ${READER_BOOKS-shipped kit constructs notes-and-refs html scripts}; do
    if [ "$book" = shipped ]; then
        file=$(find "$SHIPPED" -name '*.epub')
    else
        run build -q "$SOURCE/tests/books/$book/manuscript" -o "$work/out-$book" --edition epub
        expect 0
        file=$(find "$work/out-$book" -name '*.epub')
    fi
    read_book "$book" "$file"
done
