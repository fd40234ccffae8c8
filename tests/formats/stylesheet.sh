#!/bin/sh
# The style sheet of the EPUBs: stylesheet.py says what it may have. The test books together have all there is a
# rule for.
. "${SOURCE:?}/tests/common.sh"
need python3
export PYTHONDONTWRITEBYTECODE=1
for book in constructs glossary kit notes-and-refs plain voices; do
    run build -q "$SOURCE/tests/books/$book/manuscript" -o "$work/$book" --edition epub
    expect 0
done
python3 "$SOURCE/tests/formats/stylesheet.py" "$SHIPPED"/*.epub "$work"/*/*.epub || fail "the style sheet"

# In a language that runs from the right its sides are the other ones, and no letter stands at the left.
cp -R "$SOURCE/tests/books/plain/manuscript" "$work/hebrew"
sed -i 's/^lang:.*/lang: he/' "$work/hebrew/book.yaml"
run build -q "$work/hebrew" -o "$work/right" --edition epub
expect 0
sheet() # folder: its style sheet
{
    unzip -p "$work/$1"/*.epub OEBPS/styles/book.css
}
need unzip
sheet plain >"$work/left.css"
sheet right >"$work/right.css"
grep -q '^ul, ol {.* padding-left: 1.6em; }' "$work/left.css" || fail "no list stands in at the left"
grep -q '^ul, ol {.* padding-right: 1.6em; }' "$work/right.css" || fail "no list stands in at the right"
sed '/^\.right/!{s/\([-:] *\)left\>/\1LEFT/g; s/\([-:] *\)right\>/\1left/g; s/LEFT/right/g}' "$work/right.css" >"$work/turned.css"
sed -i '/^\.opening/d' "$work/left.css"
diff "$work/left.css" "$work/turned.css" || fail "from the right is not from the left turned round"

# A chapter opens with a large letter where the style wants it.
opened() # epub: paragraphs that do
{
    unzip -p "$1" '*.xhtml' | grep -c 'class="first opening"' || true
}
[ "$(opened "$SHIPPED"/*.epub)" -gt 0 ] || fail "no chapter of the shipped book opens with a large letter"
[ "$(opened "$work"/voices/*.epub)" -eq 0 ] || fail "a large letter in spite of initials: false"
unzip -p "$work"/voices/*.epub OEBPS/styles/book.css >"$work/voices.css"
if grep -n 'opening' "$work/voices.css"; then fail "a rule for large letters in spite of initials: false"; fi
