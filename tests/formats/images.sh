#!/bin/sh
# Pictures of every kind in one book: what the EPUB has of them. Those that keep the limits of the shops are there byte
# for byte, the others as the rules say, each with a note; the same from run to run; and EPUBCheck is content.
. "${SOURCE:?}/tests/common.sh"
need python3
need unzip
pictures=$SOURCE/tests/formats/pictures.py
python() { python3 "$pictures" "$@"; }

mkdir -p "$work/book/images" "$work/book/chapters"
cd "$work/book/images"
for kind in rgb grey palette rgb16 interlaced rgba opaque greyalpha palettealpha; do
    python png "$kind.png" 48 32 "$kind"
done
python png wide.png 3200 2000 zeros             # 6.4 million pixels
python png long.png 60 12000 zeros              # a side of 12,000
python png heavy.png 1600 1200 noise            # 5.8 MB
"${MAKE_JPEG:?}" 64 48 rgb 90 >plain.jpg
"$MAKE_JPEG" 64 48 grey 90 >greys.jpg
"$MAKE_JPEG" 64 48 progressive 90 >progressive.jpg
"$MAKE_JPEG" 64 48 inks 90 >inks.jpg
"$MAKE_JPEG" 3000 2000 rgb 90 >photo.jpg        # 6 million pixels
"$MAKE_JPEG" 2200 1800 noise 97 >film.jpg       # more than 5 MB
"$MAKE_JPEG" 1600 1300 noise 92 >grain.jpg       # less than that, but too much for one chapter with the others
for turn in 3 6 8; do
    "$MAKE_JPEG" 64 48 rgb 90 >"turn$turn.jpg"
    python exif "turn$turn.jpg" "$turn"
done
"$MAKE_JPEG" 62 45 rgb 90 >odd.jpg              # its blocks are not whole: not to be turned without loss
python exif odd.jpg 6
cp rgb.png "really a png.jpg"
cp "$SOURCE/tests/books/plain/manuscript/images/triangle.svg" triangle.svg
"$MAKE_JPEG" 1200 1900 rgb 90 >cover.jpg
cd ..

printf 'title: Pictures\nauthor: A. Painter\nlang: en\ncover-image: images/cover.jpg\n' >book.yaml
printf '# Summary\n\n- [One](chapters/one.md)\n- [Two](chapters/two.md)\n' >SUMMARY.md
{
    echo '# One'
    for file in images/*; do
        case $file in *cover* | *heavy* | *film* | *grain*) continue ;; esac
        printf '\n![A picture](<../%s>)\n' "$file"
    done
} >chapters/one.md
printf '# Two\n\n![Noise](../images/heavy.png)\n\n![Film](../images/film.jpg)\n\n![Grain](../images/grain.jpg)\n' >chapters/two.md

cd "$work"
run build book -o out
expect 0
epub=$(echo out/*.epub)
cp stderr notes
unzip -q -d epub "$epub"
files=epub/OEBPS/images

# ---- untouched ----
for name in rgb grey palette rgb16 interlaced; do
    cmp "book/images/$name.png" "$files/$name.png" || fail "$name.png is not the author's"
done
for name in plain greys progressive grain; do
    cmp "book/images/$name.jpg" "$files/$name.jpg" || fail "$name.jpg is not the author's"
done
cmp "book/images/cover.jpg" "$files/cover.jpg" || fail "the cover is not the author's"
cmp "book/images/really a png.jpg" "$files/really-a-png.png" || fail "a PNG called .jpg is not there under its right name"

# ---- made anew ----
python facts "$files"/* >facts
is() # name, kind, width, height, colours ...: how its line of facts begins
{
    grep -q "^$* " facts || { cat facts; fail "not: $*"; }
}
is rgba.png png 48 32 rgb 8
is opaque.png png 48 32 rgb 8
is greyalpha.png png 48 32 grey 8
is palettealpha.png png 48 32 rgb 8
is wide.png png 2993 1870 rgb 8
is long.png png 50 10000 rgb 8
is heavy.jpg jpeg 1600 1200 rgb
is photo.jpg jpeg 2898 1932 rgb
is inks.jpg jpeg 64 48 rgb
is turn3.jpg jpeg 64 48 rgb orientation 1
is turn6.jpg jpeg 48 64 rgb orientation 1
is turn8.jpg jpeg 48 64 rgb orientation 1
is odd.jpg jpeg 45 62 rgb orientation 1
if cut -d ' ' -f 2- facts | grep -E 'rgba|greyalpha|tRNS|tIME|inks|orientation [2-8]'; then fail "see-through, dated, or in inks"; fi
awk '{ if ($NF > 5000000 || $3 * $4 > 5600000 || $3 > 10000 || $4 > 10000) { print; bad = 1 } } END { exit bad }' facts || fail "over a limit"

# What was see-through stands on white: half of red (0, 0, 255 * x), and the opaque half is as it was.
[ "$(python pixel "$files/rgba.png" 20 20)" = "$(python3 -c '
x = 20 / 48
print(*[(c * 128 + 255 * 127 + 127) // 255 for c in (int(255 * (1 - x)), 40, int(255 * x))])')" ] || fail "not on white"
[ "$(python pixel "$files/rgba.png" 40 20)" = "$(python3 -c 'x = 40 / 48; print(int(255 * (1 - x)), 40, int(255 * x))')" ] || fail "opaque pixels have changed"
[ "$(python pixel "$files/wide.png" 1500 900)" = "128 128 128" ] || fail "a plain ground is no longer plain"

# ---- notes ----
note() # pattern
{
    grep -q -e "$1" notes || { cat notes; fail "no note: $1"; }
}
note 'one.md:[0-9]*:1: note: image "images/wide.png" has 3200 by 2000 pixels; in the EPUB it has 2993 by 1870 \[image-resized\]'
note 'one.md:[0-9]*:1: note: image "images/long.png" has 60 by 12000 pixels; in the EPUB it has 50 by 10000 \[image-resized\]'
note 'two.md:3:1: note: image "images/heavy.png" has 5.8 MB; in the EPUB it is a JPEG of [0-9.]* MB \[image-heavy\]'
note 'two.md:5:1: note: image "images/film.jpg" has .* MB; in the EPUB it is a JPEG of [0-9.]* MB, [0-9]* by [0-9]* pixels \[image-heavy\]'
note 'two.md:[0-9]*:1: warning: the pictures of a chapter have 12.* MB together; this is the largest of them \[images-heavy\]'
note 'note: image "images/rgba.png" is see-through; in the EPUB it stands on white \[image-see-through\]'
note 'note: image "images/inks.jpg" is in the inks of a press'
note 'warning: image "images/really a png.jpg" is a PNG, whatever its name says \[image-ending\]'
note 'book.yaml:4:.* note: the cover has 1200 by 1900 pixels; it should have 1600 by 2560 \[cover-small\]'
if grep -E '"images/(opaque|rgb|grey|palette|rgb16|interlaced)\.png"|plain.jpg|turn' notes; then fail "a note about a picture that is as it was"; fi

# ---- the same again, and no findings ----
run build -q book -o again
expect 0
cmp "$epub" again/*.epub || fail "not the same bytes"
mkdir shown
cp "$epub" shown
SHIPPED=$work/shown sh "$SOURCE/tests/formats/epubcheck.sh" || [ $? -eq 77 ] || fail "EPUBCheck"
