#!/bin/sh
# epubcheck-ts (npm @likecoin/epubcheck-ts, a port of EPUBCheck 5) finds no error and no warning. It is looked
# for in $REKINDLE_VALIDATORS, a folder with npm's node_modules in it or below its npm/.
. "${SOURCE:?}/tests/common.sh"
need node
check=
for folder in "${REKINDLE_VALIDATORS:-/nonexistent}" "${REKINDLE_VALIDATORS:-/nonexistent}/npm"; do
    [ ! -x "$folder/node_modules/.bin/epubcheck-ts" ] || check=$folder/node_modules/.bin/epubcheck-ts
done
[ -n "$check" ] || { echo "skipped: no epubcheck-ts in REKINDLE_VALIDATORS"; exit 77; }
"$check" "$SHIPPED"/*.epub -q -j "$work/report.json" >"$work/report" 2>&1 || { cat "$work/report" "$work/report.json"; fail "epubcheck-ts"; }
[ -s "$work/report.json" ] || fail "epubcheck-ts wrote no report"
if grep -qiE '"severity": *"(fatal|error|warning)"' "$work/report.json"; then
    cat "$work/report.json"
    fail "epubcheck-ts"
fi
