#!/bin/sh
# Writing fails: exit code 3, a reason, and whatever was there before is there still. Works as root too, whom
# permissions do not stop: a file stands where a folder is wanted, a folder where a file is, or the disk is full.
. "${SOURCE:?}/tests/common.sh"
cd "$work"
run new book
expect 0
run build book -o output
expect 0
cksum output/* >before

fails() # what arguments...
{
    what=$1
    shift
    run build book "$@"
    expect 3
    silent stdout
    says stderr 'error: .*\[output-unwritable\]'
    cksum output/* | cmp - before || fail "$what: the earlier output has changed"
    [ -z "$(find . -name '.*rekindle*')" ] || fail "$what: unfinished files were left"
}

: >file
fails "a file for the folder" -o file
fails "a file above the folder" -o file/output
fails "no such device" -o /proc/rekindle

# A folder in the place of one of two files: the other one must not be replaced either.
name=$(basename output/*-cover.pdf)
mkdir -p "taken/$name"
printf 'old' >"taken/$(basename output/*.epub)"
fails "a folder for a file" -o taken
[ "$(cat "taken/$(basename output/*.epub)")" = old ] || fail "one of two files was replaced"

# A full disk, as a limit on the size of files. (The signal that comes with it is ignored, as on a full disk.)
(
    trap '' XFSZ
    ulimit -f 8
    run build book -o output
    expect 3
    says stderr 'output-unwritable'
) || fail "a full disk"
cksum output/* | cmp - before || fail "a full disk: the earlier output has changed"
[ -z "$(find output -name '.*')" ] || fail "a full disk: unfinished files were left"
