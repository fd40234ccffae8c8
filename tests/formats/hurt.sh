#!/bin/sh
# Pictures and drawings with some bytes changed, from a fixed seed, by the hundred: none crashes the program or keeps it
# busy; those that are not reported as broken make a book that EPUBCheck has nothing to say about.
. "${SOURCE:?}/tests/common.sh"
need python3
pictures=$SOURCE/tests/formats/pictures.py
ROUNDS=${ROUNDS:-4} EACH=30

mkdir -p "$work/book/images" "$work/book/chapters" "$work/good"
cd "$work/book"
printf 'title: Hurt\nauthor: A. Writer\nlang: en\ndate: 2026-05-31\neditions: [epub, screen]\n' >book.yaml
printf '# Summary\n\n- [One](chapters/one.md)\n' >SUMMARY.md
python3 "$pictures" png "$work/good/a.png" 24 16 rgba
python3 "$pictures" png "$work/good/b.png" 24 16 palettealpha
python3 "$pictures" png "$work/good/c.png" 24 16 interlaced
"${MAKE_JPEG:?}" 40 32 rgb 80 >"$work/good/d.jpg"
"$MAKE_JPEG" 40 32 progressive 80 >"$work/good/e.jpg"
"$MAKE_JPEG" 40 32 inks 80 >"$work/good/f.jpg"
cp "$SOURCE/tests/books/bad/drawings/manuscript/images/import.svg" "$work/good/g.svg"
cp "$SOURCE/tests/books/bad/drawings/manuscript/images/twice.svg" "$work/good/h.svg"
cp "$SOURCE/manuscript/images/cafe.svg" "$work/good/i.svg"
cp "$SOURCE/tests/books/bad/drawings/manuscript/images/everything.svg" "$work/good/j.svg"

chapter() # writes a chapter with all pictures that are there
{
    echo '# One'
    for file in images/*; do
        printf '\n![A picture](../%s){.unnumbered}\n' "$file"
    done
}

# A picture whose first bytes are no longer those of any kind is dull: pictures.py leaves the first eight alone.
kept=0 broken=0 round=0
while [ $round -lt "$ROUNDS" ]; do
    rm -rf images
    mkdir images
    for good in "$work"/good/*; do
        name=${good##*/}
        i=0
        while [ $i -lt $EACH ]; do
            printf '%s %s %s\n' "$good" "images/${name%.*}$i.${name##*.}" $((round * EACH + i))
            i=$((i + 1))
        done
    done | python3 "$pictures" hurt
    chapter >chapters/one.md
    cd "$work"
    code=0
    timeout 60 "$REKINDLE" check -q book >stdout 2>stderr || code=$?
    [ $code -le 1 ] || { tail -n 40 stderr; fail "round $round: exit code $code"; }
    grep -oE 'error: image "[^"]*"' stderr | cut -d '"' -f 2 | sort -u >bad
    broken=$((broken + $(wc -l <bad)))
    cd book
    xargs rm -f <../bad
    kept=$((kept + $(find images -type f | wc -l)))
    chapter >chapters/one.md
    cd ..
    run build -q book -o "out$round"
    expect 0
    SHIPPED=$work/out$round sh "$SOURCE/tests/formats/epubcheck.sh" || [ $? -eq 77 ] || fail "round $round: EPUBCheck"
    cd book
    round=$((round + 1))
done
echo "$kept used, $broken reported"
[ $kept -gt $((ROUNDS * 20)) ] && [ $broken -gt $((ROUNDS * 20)) ] || fail "$kept used, $broken reported: the damage proves nothing"
