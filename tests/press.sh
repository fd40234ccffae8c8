#!/bin/sh
# What a book must be for the press: the inner margin follows the number of pages, and `check --press` tells which rules of
# a shop are broken, and where. That each rule can be broken is tested in unit.shop.
. "${SOURCE:?}/tests/common.sh"
need python3

# ---- the shipped book breaks no rule ----

for shop in kdp ingram; do
    run check "$SOURCE/manuscript" --press "$shop"
    expect 0
    silent stderr
    says stdout "^no rule of $shop is broken$"
done

# ---- a book that breaks those that a manuscript can break ----

mkdir -p "$work/book/images"
cd "$work/book"
cat >book.yaml <<'END'
title: All Wrong
author: A. Careless
lang: en
date: 2026-05-31
style:
  roles:
    caption: {size: 6}
print:
  trim: 230x300mm
  gutter: 27
  bleed: 5mm
  margins:
    measure: 500
    gap: 0
    column: 105
END
printf '# Summary\n\n- [One](one.md)\n' >SUMMARY.md
python3 "$SOURCE/tests/formats/pictures.py" png images/coarse.png 60 40 rgb
printf '# One\n\nText.\n\n![Coarse](images/coarse.png "A caption"){width=100%%}\n' >one.md
run check . --press kdp
expect 1
silent stdout
for code in trim pages margin text-size resolution bleed; do says stderr "\[press-$code\]"; done
says stderr 'letters are smaller than 7 points: page 1 (in the file: 7) \[press-text-size\]'
says stderr '^warning: kdp: a picture has fewer than 300 pixels an inch: page 1 (in the file: 7) \[press-resolution\]'
run check . --press ingram
expect 1
for code in gutter safety bleed standard; do says stderr "\[press-$code\]"; done
run check .
expect 0

# A warning alone is a broken rule, too.
printf 'title: Nearly\nauthor: A. Writer\nlang: en\ndate: 2026-05-31\n' >book.yaml
{ cat one.md; for i in $(seq 400); do printf '\nSome words that fill a line or two of the page, number %s, and nothing else.\n\n---\n' "$i"; done; } >long.md
mv long.md one.md
run check . --press kdp
expect 1
[ "$(grep -c '\[press-' "$work/stderr")" -eq 1 ] || fail "more than one rule"
says stderr '\[press-resolution\]'
run check -q . --press kdp
expect 1

# ---- the command line ----

run check . --press kpd
expect 2
says stderr 'there is no shop "kpd"; did you mean "kdp"?'
run check . --press paper
expect 2
says stderr 'there is no shop "paper"; there are kdp and ingram'
run check . --press
expect 2
run build . --press kdp
expect 2

# ---- the inner margin ----

inner() # prints the least distance of anything from the spine, on rectos
{
    run dump pages .
    expect 0
    awk '/^page / { recto = $4 == "recto" } recto && /^  (text|line|box) / { split($2, at, ","); if (!least || at[1] < least) least = at[1] }
         END { print least }' "$work/stdout"
}

least() # name inner: "name: enough" or not
{
    awk -v inner="$1" -v least="$2" 'BEGIN { exit !(inner >= least - 0.05) }' || fail "only $1 from the spine instead of $2"
}

yaml() # lines below "print:"
{
    printf 'title: Thick\nauthor: A. Writer\nlang: en\ndate: 2026-05-31\nprint:\n  trim: 5x8\n  margins: {inner: 28, measure: 270}\n' >book.yaml
    printf '  %s\n' "$@" >>book.yaml
}

printf '# One\n\nFew words.\n' >one.md
yaml
least "$(inner)" 28
{
    echo '# One'
    for i in $(seq 1500); do printf '\n“Some words” that fill a line or two of the page, number %s, and nothing else at all.\n' "$i"; done
} >one.md
{ cat one.md; tail -n +2 one.md; } >two.md
mv two.md one.md
yaml 'gutter: auto'
near=$(inner)
pages=$(sed -n '1s/^pages \([0-9]*\) .*/\1/p' "$work/stdout")
[ "$pages" -gt 150 ] && [ "$pages" -lt 300 ] || fail "$pages pages"
least "$near" 36
run check . --press kdp
expect 0
yaml
[ "$(inner | cut -d. -f1)" -lt 29 ] || fail "the author's inner margin is not kept"
run check . --press kdp
expect 1
says stderr '\[press-gutter\]'
yaml 'gutter: 28'
[ "$(inner | cut -d. -f1)" -lt 29 ] || fail "the author's gutter is not kept"
run check . --press kdp
expect 1
says stderr '\[press-gutter\]'
yaml 'gutter: 20mm'
least "$(inner)" 52
for bad in wide 5mm 60mm; do
    yaml "gutter: $bad"
    run check .
    expect 1
    says stderr 'auto, or a length from 27 to 144 points'
done
