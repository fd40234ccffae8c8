#!/bin/sh
# Manuscripts at the limits: words longer than a line, tables wider than a page, notes longer than one, measures of
# twenty letters, empty chapters, a hundred thousand paragraphs, a million words ... (limits.py). What suffers is named
# with its line; nothing hangs, crashes, is lost, or lies outside the page (limits_check.py); EPUBCheck finds no fault.
# LIMITS=NAME,NAME...: only these, which are left in the folder LIMITS_FOLDER.
. "${SOURCE:?}/tests/common.sh"
need python3
export PYTHONDONTWRITEBYTECODE=1
small=
if grep -q __asan_init "$REKINDLE"; then small=small; fi
jar=/usr/share/java/epubcheck.jar
cd "${LIMITS_FOLDER:-$work}"
python3 "$SOURCE/tests/limits.py" . $small >cases
bad=0
complain()
{
    echo "FAILED: $*"
    bad=1
}

while read -r name seconds epubcheck; do
    case ,${LIMITS:-$name}, in *,$name,*) ;; *) continue ;; esac
    begin=$(date +%s)
    timeout "$seconds" "$REKINDLE" dump pages "$name" >pages.txt 2>messages && dump=0 || dump=$?
    timeout "$seconds" "$REKINDLE" build -q "$name" -o "$name/out" >/dev/null 2>messages.build && build=0 || build=$?
    if [ "$dump-$build" != 0-0 ]; then
        tail -n 20 messages messages.build
        complain "$name: exit codes $dump, $build (124: after $seconds seconds)"
    elif ! python3 "$SOURCE/tests/limits_check.py" "$name.json" messages pages.txt "$name"/out/*.epub; then
        complain "$name"
    elif [ -n "$epubcheck" ] && [ -f $jar ] && command -v java >/dev/null; then
        java -Xss16m -jar $jar --failonwarnings "$name"/out/*.epub >report 2>&1 || { tail -n 20 report && complain "$name: EPUBCheck"; }
    fi
    echo "$name: $(($(date +%s) - begin)) seconds"
    [ -n "${LIMITS_FOLDER:-}" ] || rm -rf "$name"
done <cases
exit $bad
