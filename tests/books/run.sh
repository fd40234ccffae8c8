#!/bin/sh
# usage: run.sh FOLDER
# Reads the manuscript of a test book and compares what the program makes of it with FOLDER/expected:
#   book.txt         rekindle dump book
#   pages.txt        rekindle dump pages
#   structure.txt    rekindle dump structure
#   diagnostics.txt  exit code and messages of rekindle check
# Only what is there is compared. With REKINDLE_ACCEPT=1 the expected files are rewritten instead; read
# the difference. FOLDER/setup.sh, if there is one, runs beside a copy of the manuscript first.
. "${SOURCE:?}/tests/common.sh"

book=$1
cp -R "$book/manuscript" "$work/manuscript"
cd "$work"
[ ! -f "$book/setup.sh" ] || sh "$book/setup.sh"

compared=0 differs=0
compare() # name: $work/NAME is what the program made
{
    expected=$book/expected/$1
    [ -f "$expected" ] || return 0
    compared=$((compared + 1))
    if [ "${REKINDLE_ACCEPT:-}" = 1 ]; then
        cmp -s "$expected" "$1" || cp "$1" "$expected"
    else
        diff -u "$expected" "$1" || differs=1
    fi
}

run check manuscript
{ echo "exit $code"; cat stderr; } >diagnostics.txt
compare diagnostics.txt
for stage in book pages structure; do
    [ -f "$book/expected/$stage.txt" ] || continue
    run dump $stage manuscript
    mv stdout $stage.txt
    compare $stage.txt
done
# A build finds what check finds, and writes nothing where there is an error.
checked=$(sed -n 's/^exit //p' diagnostics.txt)
run build -q manuscript -o out
{ echo "exit $code"; cat stderr; } >built.txt
diff diagnostics.txt built.txt || fail "build and check do not agree"
[ "$checked" -eq 0 ] || [ ! -e out ] || fail "a build with errors wrote something"

[ $compared -gt 0 ] || fail "nothing is expected of this book"
[ $differs -eq 0 ] || fail "not as expected; REKINDLE_ACCEPT=1 takes what is new"
