#!/bin/sh
# The ZIP of the EPUB: OCF 3.3, section 4.2, and what makes it the same everywhere.
. "${SOURCE:?}/tests/common.sh"
need unzip
need od
epub=$(find "$SHIPPED" -name '*.epub')

byte() # offset count: as decimal numbers
{
    od -An -v -tu1 -j "$1" -N "$2" "$epub" | tr -s ' \n' ' ' | sed 's/^ //; s/ $//'
}
[ "$(byte 0 4)" = "80 75 3 4" ] || fail "no local file header at the start"
[ "$(byte 8 2)" = "0 0" ] || fail "mimetype is compressed"
[ "$(byte 26 4)" = "8 0 0 0" ] || fail "mimetype's name is not 8 bytes long, or it has an extra field"
[ "$(dd if="$epub" bs=1 skip=30 count=28 2>/dev/null)" = "mimetypeapplication/epub+zip" ] || fail "mimetype says something else"

unzip -tqq "$epub" || fail "unzip -t"
unzip -Z1 "$epub" >"$work/names"
if LC_ALL=C grep -n '[^A-Za-z0-9._/-]' "$work/names"; then fail "a name with other than ASCII letters"; fi
[ -z "$(tr '[:upper:]' '[:lower:]' <"$work/names" | sort | uniq -d)" ] || fail "two names differ in case only"
unzip -Zv "$epub" >"$work/entries"
if grep -E 'compression method:' "$work/entries" | grep -vE 'none \(stored\)|deflated'; then fail "a compression other than 0 and 8"; fi
if grep -E 'minimum software version required' "$work/entries" | grep -vE ' (1\.0|2\.0|4\.5)$'; then fail "a newer ZIP than 2.0"; fi
if grep -E 'length of extra field:' "$work/entries" | grep -vE ' 0 bytes$'; then fail "an extra field"; fi
grep -E 'file last modified on' "$work/entries" | sort -u >"$work/times"
[ "$(wc -l <"$work/times")" -eq 1 ] || fail "entries of different times"
