#!/bin/sh
# The text that can be taken out of the PDF and of the EPUB holds the words of each chapter.
. "${SOURCE:?}/tests/common.sh"
need pdftotext
need unzip
pdftotext "$SHIPPED/two-cups-again.pdf" "$work/pdf.txt"
unzip -p "$SHIPPED"/*.epub '*.xhtml' | sed 's/<[^>]*>//g; s/&amp;/\&/g' >"$work/epub.txt"

# Words of five letters and more; hyphenated line ends are joined.
words()
{
    sed -e ':a' -e '/[[:alpha:]]-$/{N;s/-\n//;ba' -e '}' "$1" | LC_ALL=C tr -c "A-Za-z'" '\n' | LC_ALL=C grep -E '^[A-Za-z]{5,}$' |
        tr '[:upper:]' '[:lower:]' | sort -u
}
words "$work/pdf.txt" >"$work/pdf.words"
words "$work/epub.txt" >"$work/epub.words"

chapters=0
for file in $(sed -n 's/.*](\([^)]*\.md\)).*/\1/p' "$SOURCE/manuscript/SUMMARY.md"); do
    # Copyright and dedication are printed without their headings. Plain prose only: no directives, pictures, attributes, link targets or notes' names.
    sed -e '/^# .*{.*\.\(copyright\|dedication\)/d; /^:::*/d; /^!/d; /^|/d' -e 's/{[^}]*}//g; s/](.*)//g; s/\[^[^]]*\]//g; s/<[^>]*>//g' -e 's/:[a-z]*\[[^]]*\]//g' \
        "$SOURCE/manuscript/$file" >"$work/prose"
    words "$work/prose" >"$work/wanted"
    all=$(wc -l <"$work/wanted")
    for edition in pdf epub; do
        missing=$(comm -23 "$work/wanted" "$work/$edition.words" | tr '\n' ' ')
        lost=$(echo "$missing" | wc -w)
        # A word divided over a page or inside a heading in capitals may escape; more than one in fifty may not.
        [ $((lost * 50)) -le "$all" ] || fail "$file: $lost of $all words are not in the $edition: $missing"
    done
    chapters=$((chapters + 1))
done
[ $chapters -gt 5 ] || fail "hardly a chapter"
grep -q '�' "$work/pdf.txt" && fail "characters without a way back to text" || true
