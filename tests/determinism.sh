#!/bin/sh
# The same manuscript gives the same bytes, whoever builds it, where and when.
. "${SOURCE:?}/tests/common.sh"

build() # folder home tz lang manuscript
{
    mkdir -p "$work/$1" "$work/$2/.config/fontconfig"
    cp -R "$SOURCE/manuscript" "$SOURCE/fonts" "$work/$1"
    # A home that would change fonts and drawing, if it were looked at.
    cat >"$work/$2/.config/fontconfig/fonts.conf" <<'END'
<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><match target="pattern"><edit name="family" mode="assign"><string>DejaVu Sans</string></edit></match></fontconfig>
END
    (cd "$work/$1" && env HOME="$work/$2" XDG_CONFIG_HOME="$work/$2/.config" TZ="$3" LANG="$4" LC_ALL="$4" LANGUAGE="$4" \
        PANGO_LANGUAGE="$4" COLUMNS=40 USER="$2" "$REKINDLE" build ${5:-} >"$work/$2/stdout" 2>"$work/$2/stderr") ||
        { cat "$work/$2/stderr" >&2; fail "build in $1"; }
}

build one first UTC C
sleep 1.1 # so that a clock would show
build "some/where else/two" second Asia/Tokyo de_DE.UTF-8 manuscript
umask 077
build three third America/St_Johns tr_TR.UTF-8 ./manuscript/
for other in "some/where else/two" three; do
    diff -r "$work/one/output" "$work/$other/output" || fail "one and $other differ"
done
[ "$(find "$work/one/output" -type f | wc -l)" -eq 6 ] || fail "not six files"

# No path of the machine is in any of them.
mkdir "$work/unpacked"
(cd "$work/unpacked" && unzip -q "$work"/one/output/*.epub)
if grep -rlaF -e "$work" -e "$SOURCE" "$work/one/output" "$work/unpacked"; then fail "a path of this machine"; fi

# A date from outside changes the date, and is the same for everybody.
for folder in one three; do
    (cd "$work/$folder" && TZ=Asia/Tokyo SOURCE_DATE_EPOCH=1000000000 "$REKINDLE" build -q -o dated)
done
diff -r "$work/one/dated" "$work/three/dated" || fail "dated builds differ"
if diff -r "$work/one/output" "$work/one/dated" >/dev/null; then fail "SOURCE_DATE_EPOCH changes nothing"; fi
