#!/bin/sh
# The press edition of every book of the suite, and of one with all kinds of pictures: sound, of one ink, opaque, nothing in
# it but what is printed, the same bytes twice. press.py looks at it, and finds each fault that is planted.
. "${SOURCE:?}/tests/common.sh"
need qpdf
need python3
press() { python3 "$SOURCE/tests/formats/press.py" "$@"; }
pictures() { python3 "$SOURCE/tests/formats/pictures.py" "$@"; }

sound() # pdf
{
    qpdf --check "$1" >"$work/check" 2>&1 || { cat "$work/check"; fail "qpdf --check"; }
    if grep -iE 'warning|error' "$work/check" | grep -vE 'No syntax or stream|qpdf cannot detect'; then fail "qpdf --check"; fi
}

# Builds $work/manuscript twice, and looks at what came out: $pdf.
look() # bleed standard
{
    rm -rf "$work/out" "$work/again"
    run dump pages "$work/manuscript"
    expect 0
    mv "$work/stdout" "$work/pages.txt"
    size=$(sed -n '1s/^pages [0-9]* \([0-9.]*\)x\([0-9.]*\) .*/\1 \2/p' "$work/pages.txt")
    run build -q "$work/manuscript" -o "$work/out" --edition print
    expect 0
    (cd "$work" && LC_ALL=C.UTF-8 TZ=Asia/Tokyo HOME=/nowhere "$REKINDLE" build -q manuscript -o again --edition print 2>/dev/null)
    pdf=$(echo "$work"/out/*-print.pdf)
    cmp "$pdf" "$work"/again/*-print.pdf || fail "not the same bytes twice"
    sound "$pdf"
    # shellcheck disable=SC2086  # two numbers
    press "$pdf" $size "$1" "$2" || fail "$pdf"
}

# ---- every book ----

for manuscript in "$SOURCE"/tests/books/*/manuscript; do
    rm -rf "$work/manuscript"
    cp -R "$manuscript" "$work/manuscript"
    setup=${manuscript%manuscript}setup.sh
    [ ! -f "$setup" ] || (cd "$work" && sh "$setup")
    look 0 none
done

# ---- pictures ----

rm -rf "$work/manuscript"
mkdir -p "$work/manuscript/images"
cd "$work/manuscript/images"
drawing() # name: the drawing's elements are on standard input
{
    { echo '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 60">'; cat; echo '</svg>'; } >"$1.svg"
}
for kind in rgb rgba grey greyalpha palettealpha rgb16; do pictures png "$kind.png" 300 200 "$kind"; done
"${MAKE_JPEG:?}" 300 200 rgb 90 >photo.jpg
"$MAKE_JPEG" 300 200 grey 90 >greys.jpg
"$MAKE_JPEG" 300 200 inks 90 >inks.jpg
drawing flat <<'END'
<rect width="60" height="40" fill="#c00"/><rect x="60" width="40" height="40" fill="#fdf6f0" stroke="#00f"/>
END
drawing gradients <<'END'
<linearGradient id="a"><stop offset="0" stop-color="#f00"/><stop offset=".5" stop-color="#0f0"/><stop offset="1" stop-color="#00f"/></linearGradient>
<radialGradient id="b"><stop offset="0" stop-color="#f00"/><stop offset="1" stop-color="#00f"/></radialGradient>
<pattern id="p" width="10" height="10" patternUnits="userSpaceOnUse"><rect width="5" height="5" fill="red"/></pattern>
<rect width="50" height="30" fill="url(#a)"/><circle cx="75" cy="15" r="15" fill="url(#b)"/><rect y="30" width="50" height="30" fill="url(#p)"/>
END
drawing opacity <<'END'
<rect width="60" height="40" fill="#c00"/><rect x="30" y="20" width="60" height="40" fill="#00f" opacity="0.5"/>
END
drawing mask <<'END'
<mask id="m"><rect width="100" height="60" fill="#888"/></mask><rect width="60" height="40" fill="#c00" mask="url(#m)"/>
END
drawing fading <<'END'
<linearGradient id="a"><stop offset="0" stop-color="#f00"/><stop offset="1" stop-color="#00f" stop-opacity="0"/></linearGradient>
<rect width="100" height="60" fill="url(#a)"/>
END
drawing blurred <<'END'
<filter id="f"><feGaussianBlur stdDeviation="3"/></filter><rect x="10" y="10" width="60" height="40" fill="#c00" filter="url(#f)"/>
END
printf '<image width="50" height="40" xlink:href="data:image/png;base64,%s"/>\n' "$(base64 -w0 rgb.png)" | drawing within
printf '<image width="50" height="40" xlink:href="data:image/png;base64,%s"/>\n' "$(base64 -w0 rgba.png)" | drawing through
printf '<rect width="100" height="60" fill="#a00"/>\n' | drawing whole
cd "$work/manuscript"
printf '# Summary\n\n- [One](one.md)\n' >SUMMARY.md
{
    echo '# One'
    for file in images/*; do
        case $file in *whole*) continue ;; esac
        printf '\n![A picture](%s)\n' "$file"
    done
    for i in 1 2; do printf '\n![All of the page](images/whole.svg){.full-page}\n\nText %s.\n' "$i"; done
} >one.md
config() # lines below "print:"
{
    # A light accent: lines in it are printed with 40% ink, letters black.
    printf 'title: Pictures\nauthor: A. Painter\nlang: en\ndate: 2026-05-31\nstyle:\n  accent: "#FFD700"\nprint:\n  trim: 6x9\n' >book.yaml
    printf '  %s\n' "$@" >>book.yaml
}

config 'bleed: 0'
look 0 none
case " $(press --greys "$pdf") " in
*" 0.6 "*) ;;
*) fail "the accent is not printed with 40% ink" ;;
esac
# Vectors stay vectors; each drawing that is see-through is one picture, as is each file of pixels.
images=$(pdfimages -list "$pdf" | tail -n +3 | wc -l)
[ "$images" -eq 15 ] || { pdfimages -list "$pdf"; fail "$images pictures of pixels instead of 15"; }
pdfimages -list "$pdf" | awk 'NR > 2 && $6 != "gray" { bad = 1 } END { exit bad }' || fail "a picture with colours"

# ---- bleed ----

config 'bleed: 0.125in'
look 9 none
pages=$(awk '/^page / { page = $2 } /image .*whole/ { print page }' "$work/pages.txt")
[ "$(echo "$pages" | wc -w)" -eq 2 ] || fail "not two pages filled by a picture"
for page in $pages; do
    grep "^page $page " "$work/pages.txt" | grep -q display || fail "page $page has a head or a folio"
    pdftoppm -r 72 -png -f "$page" -l "$page" "$pdf" "$work/shown"
    for place in "1 1" "439 1" "1 664" "439 664"; do
        # shellcheck disable=SC2086  # two numbers
        colour=$(pictures pixel "$work"/shown-*.png $place)
        case $colour in *255*) fail "page $page is white at $place: $colour" ;; esac
    done
    rm "$work"/shown-*.png
done

# ---- standards ----

config 'bleed: 3.2mm' 'standard: x-1a'
look 9.071 x-1a
config 'standard: x-4'
look 0 x-4
standard=$pdf
size="432 648"

# ---- a checker that finds nothing would be none ----

for fault in $(press --faults); do
    # shellcheck disable=SC2086  # two numbers
    if press --fault "$fault" "$standard" $size 0 x-4 2>/dev/null; then fail "the fault \"$fault\" is not found"; fi
done
