#!/bin/sh
# The house keeps its order: who may include whom, how long a file may be, what a header opens with.
# That each library links with nothing but what it may use is tested by rooms.NAME.
. "${SOURCE:?}/tests/common.sh"
cd "$SOURCE/src"
bad=0
complain()
{
    echo "FAILED: $*" >&2
    bad=1
}

# ---- includes ----
may_use() # room rooms...: those it may include, besides itself
{
    room=$1
    shift
    allowed=" $room $* "
    for file in $(find "$room" -name '*.[ch]' -o -name '*.def' | sort); do
        for included in $(sed -n 's/^ *# *include *"\([^"]*\)".*/\1/p' "$file"); do
            case $included in
            */*) from=${included%%/*} ;;
            *) complain "$file includes \"$included\", which does not say its room" && continue ;;
            esac
            case $allowed in
            *" $from "*) ;;
            *) complain "$file includes $included" ;;
            esac
            [ -f "$included" ] || complain "$file includes $included, which is not there"
        done
    done
}
may_use base
may_use book base
may_use manuscript base book
may_use epub base book
may_use layout base book
may_use pdf base book layout
may_use cover base book layout
may_use cli base book manuscript epub layout pdf cover
for room in */; do
    case ${room%/} in
    base | book | manuscript | epub | layout | pdf | cover | cli | data) ;;
    *) complain "the room $room is in no list" ;;
    esac
done

# pdf/ never reads the book's tree; all it needs stands on the page.
if grep -n -E '^ *# *include *"(book/book|layout/layout|layout/setter)\.h"' pdf/*.[ch]; then complain "pdf/ reads the book"; fi

# Who talks to which library.
only() # header pattern, then the files that may include it
{
    header=$1
    shift
    grep -lE "^ *# *include *<$header" -r . --include='*.[ch]' | sed 's|^\./||' | while read -r file; do
        for allowed in "$@"; do
            # shellcheck disable=SC2254  # a pattern
            case $file in $allowed) continue 2 ;; esac
        done
        echo "$file includes <$header...>"
    done >"$work/found"
    if [ -s "$work/found" ]; then
        cat "$work/found" >&2
        complain "only $* may"
    fi
}
only cmark 'manuscript/*'
only libfyaml 'manuscript/*'
only qpdf 'pdf/*'
only png.h base/bitmap_png.c
only turbojpeg base/bitmap_jpeg.c
only lcms2 base/bitmap_colours.c pdf/profile.c
only gdk-pixbuf # a library of plug-ins: what it can read depends on the machine
only librsvg 'pdf/*'
only zip.h 'epub/*'
only libxml 'epub/*' 'manuscript/*'
only pango 'layout/face.c' 'layout/face_pango.h' 'layout/itemize.c' 'layout/breaks.c' 'layout/fount.c'
only hb 'layout/fount.c' 'layout/itemize.c' 'epub/subset.c' 'pdf/form_font.c'
only hyphen.h 'layout/hyphen.c'
only time.h cli/timings.c # which measures the program; nothing that is written may ask for the time
only locale.h

# ---- files ----
for file in $(find . ../tests -name '*.[ch]' -o -name '*.def' -o -name '*.sh' -o -name '*.py' | sort); do
    lines=$(wc -l <"$file")
    [ "$lines" -le 1000 ] || complain "$file has $lines lines"
done

# A header opens with a comment: what it is, what comes in and goes out, who frees, which unit. 3 to 10 lines, and a
# few more where it shows what a printed form looks like.
for file in $(find . -name '*.h' | sort); do
    lines=$(awk 'NR == 1 && !/^\/\* [a-z_, ]+: / { exit } { n++ } /\*\// { print n; exit }' "$file")
    [ -n "$lines" ] || { complain "$file does not open with \"/* name: ...\"" && continue; }
    [ "$lines" -ge 3 ] && [ "$lines" -le 14 ] || complain "$file opens with a comment of $lines lines"
done

# What has no place in a finished file.
if grep -rnE '\b(TODO|FIXME|XXX|HACK)\b' --include='*.[ch]' --include='*.def' .; then complain "unfinished"; fi
if grep -rnE '\b(setlocale|localtime|rand|srand|gets|strcpy|strcat|sprintf|setjmp|longjmp)\(' --include='*.[ch]' .; then complain "a function that we do not use"; fi
# Global state: a static or file-wide variable that is not const.
if grep -nE '^(static )?(struct [a-z_]+|[a-z_]+|unsigned [a-z]+) \**[a-z_]+(\[[^]]*\])?( = .*)?;' -r . --include='*.c' |
    grep -vE ':(static )?const |typedef|extern'; then complain "a variable that lives as long as the program"; fi
exit $bad
