#!/bin/sh
# The text of the shipped book: see manuscript.py. --all says all problems, and how long each section is.
. "${SOURCE:?}/tests/common.sh"
need python3
cd "$SOURCE"
run help elements
cp "$work/stdout" "$work/reference"
run dump book manuscript
cp "$work/stdout" "$work/dump"
run check manuscript
cp "$work/stderr" "$work/messages"
export PYTHONDONTWRITEBYTECODE=1
bad=0
python3 tests/manuscript_planted.py manuscript "$work/dump" "$work/messages" "$work/reference" || bad=1
python3 tests/manuscript.py "$@" manuscript "$work/dump" "$work/messages" "$work/reference" || bad=1
exit $bad
