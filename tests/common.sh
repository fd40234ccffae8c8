# Sourced by every test. The environment names what is tested (tests/CMakeLists.txt sets it):
#   REKINDLE  the program          SOURCE  the project's folder
# $work is an empty folder that is removed at the end.
set -eu
: "${REKINDLE:?}" "${SOURCE:?}"
export LC_ALL=C
unset SOURCE_DATE_EPOCH NO_COLOR REKINDLE_COLOR CDPATH
# A sanitizer's exit code must not look like one of the program's.
export ASAN_OPTIONS="${ASAN_OPTIONS:+$ASAN_OPTIONS:}exitcode=99"
export UBSAN_OPTIONS="${UBSAN_OPTIONS:+$UBSAN_OPTIONS:}exitcode=99"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

fail() # message: ends the test
{
    echo "FAILED: $*" >&2
    exit 1
}

need() # program: the test is skipped where it is missing
{
    command -v "$1" >/dev/null || { echo "skipped: there is no $1 on this machine"; exit 77; }
}

# Runs the program; its exit code in $code, what it says in $work/stdout and $work/stderr. A crash ends the test.
run()
{
    code=0
    "$REKINDLE" "$@" >"$work/stdout" 2>"$work/stderr" || code=$?
    [ "$code" -le 3 ] || { tail -n 60 "$work/stderr" >&2; fail "rekindle $*: exit code $code"; }
}

expect() # code: what the last run must have ended with
{
    [ "$code" -eq "$1" ] || { cat "$work/stdout" "$work/stderr" >&2; fail "exit code $code instead of $1"; }
}

says() # file pattern: a basic regular expression that must be in it
{
    grep -q -e "$2" "$work/$1" || { cat "$work/$1" >&2; fail "no \"$2\" in $1"; }
}

# How many nodes of an XHTML or package file an XPath finds: each ::name becomes ::*[local-name()="name"], for XPath 1.0
# would want a prefix for their namespaces.
nodes() # file xpath
{
    xmllint --xpath "count($(printf '%s' "$2" | sed 's|::\([a-z][a-z0-9]*\)|::*[local-name()="\1"]|g'))" "$1"
}

silent() # file: nothing may be in it
{
    [ ! -s "$work/$1" ] || { cat "$work/$1" >&2; fail "something in $1"; }
}
