#!/bin/sh
# Arabic, Hebrew, Devanagari and Greek, alone and mixed: their words can be taken out of the PDF again, whole and in the
# order they are read; lines of right-to-left text begin at the right; every letter has a glyph, every font is there.
# How letters are shaped and runs ordered is tested by unit.scripts and unit.bidi.
. "${SOURCE:?}/tests/common.sh"
need python3
need pdftotext
need pdffonts
need mutool
cd "$work"
cp -R "$SOURCE/tests/books/scripts/manuscript" manuscript
run build manuscript -o out --edition epub,screen
expect 0
silent stderr
pdf=$(find out -name '*.pdf')

pdffonts "$pdf" >fonts
for font in EBGaramond-Regular NotoNaskhArabic-Regular NotoSerifHebrew-Regular NotoSerifDevanagari-Regular NotoSerif-Regular; do
    grep -q "+$font " fonts || fail "$font is not in the PDF"
done
# ... emb sub uni object ID
if tail -n +3 fonts | grep -vE ' yes +yes +yes +[0-9]+ +[0-9]+ *$'; then fail "a font that is not embedded, or without characters"; fi

pdftotext "$pdf" poppler.txt
mutool draw -q -F txt -o mupdf.txt "$pdf" 2>mutool.err || { cat mutool.err >&2; fail "mutool draw"; }
mutool trace "$pdf" >trace.txt 2>mutool.err || { cat mutool.err >&2; fail "mutool trace"; }
run dump pages manuscript
expect 0
[ "$(grep -c '^  link .* #scripts "אל פרק ראשון"$' stdout)" -eq 1 ] || fail "a link in three pieces is not one link"
PYTHONDONTWRITEBYTECODE=1 python3 "$SOURCE/tests/scripts.py" poppler.txt mupdf.txt trace.txt stdout manuscript/chapters/*.md
