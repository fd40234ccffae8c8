#!/bin/sh
# The form of the screen editions: forms.py has what is asked of it. Before that faults are planted in a small book's, and must
# be found. The names of fields stay when chapters move.
. "${SOURCE:?}/tests/common.sh"
need qpdf
need python3
export PYTHONDONTWRITEBYTECODE=1
formats=$SOURCE/tests/formats
cd "$work"

make() # manuscript name: the screen edition as NAME.pdf, the dump of its pages as NAME.txt
{
    rm -rf made
    run build -q "$1" -o made --edition screen
    expect 0
    mv made/*.pdf "$2.pdf"
    run dump pages "$1"
    expect 0
    cp stdout "$2.txt"
}

# ---- a small book with blanks of every kind ----
mkdir small small/sheets
printf 'title: Small\nlang: en\ndate: 2026-11-24\n' >small/book.yaml
printf '# Summary\n\n- [One](one.md)\n  - [Words](sheets/words.md)\n- [Two](two.md)\n  - [Numbers](sheets/numbers.md)\n' >small/SUMMARY.md
printf '# One\n\nText.\n' >small/one.md
printf '# Two\n\nText.\n' >small/two.md
cat >small/sheets/words.md <<'END'
:::worksheet[Words]{#words}
From :blank[first day]{width=40} I will not:

- [ ] message
- [ ] call

::lines[What I notice]{count=3}

::lines[In one line]{count=1 style=dotted}

::box[Room]{height=30}

::signature{date}
:::
END
cat >small/sheets/numbers.md <<'END'
:::worksheet[Numbers]{#numbers}
::scale[How steady I feel]{from=1 to=5}

:::yesno[True for you?]
- I sleep well.
- I eat well.
:::

:::radar[A wheel]
- friends
- health
- work
- play
:::
:::
END
make small small
for kind in line lines check choice number; do
    grep -q "^  field [a-z]* $kind " small.txt || fail "the small book has no blank of the kind \"$kind\""
done
python3 "$formats/forms_planted.py" "$SOURCE/fonts" small.pdf small.txt || fail "the checks do not find what is planted"

# ---- names stay ----
python3 "$formats/forms.py" --names small.pdf >before
printf '# Summary\n\n- [Two](two.md)\n  - [Numbers](sheets/numbers.md)\n- [One](one.md)\n  - [Words](sheets/words.md)\n' >small/SUMMARY.md
make small moved
python3 "$formats/forms.py" --names moved.pdf | diff before - || fail "a chapter moved, and names of fields have changed"
if cmp -s small.txt moved.txt; then fail "the test moved nothing"; fi

# ---- all ----
for book in kit constructs; do
    make "$SOURCE/tests/books/$book/manuscript" $book
done
python3 "$formats/forms.py" "$SOURCE/fonts" small.pdf small.txt moved.pdf moved.txt kit.pdf kit.txt constructs.pdf constructs.txt \
    "$SHIPPED/two-cups-again.pdf" "$SHIPPED/pages.txt" "$SHIPPED/two-cups-again-worksheets.pdf" "$SHIPPED/pages.txt" || fail "forms"
