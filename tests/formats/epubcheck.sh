#!/bin/sh
# EPUBCheck finds no error and no warning.
. "${SOURCE:?}/tests/common.sh"
need java
jar=/usr/share/java/epubcheck.jar
[ -f $jar ] || { echo "skipped: there is no $jar"; exit 77; }
java -Xss4m -jar $jar --failonwarnings "$SHIPPED"/*.epub >"$work/report" 2>&1 || { cat "$work/report"; fail "EPUBCheck"; }
grep -q 'No errors or warnings detected' "$work/report" || { cat "$work/report"; fail "EPUBCheck says nothing"; }
