#!/bin/sh
# With lang: de the program prints no English word. The manuscript has only words of one made-up syllable, so
# that whatever else is on the pages, in the form fields and in the EPUB comes from the program.
. "${SOURCE:?}/tests/common.sh"
cd "$work"
mkdir -p m/chapters m/worksheets m/parts m/images
cp "$SOURCE/tests/books/plain/manuscript/images/triangle.svg" m/images/
cat >m/book.yaml <<'END'
title: Lalo
author: Lalo
lang: de
date: 2026-01-02
identifier: urn:uuid:00000000-0000-4000-8000-000000000003
style:
  filler: notes
END
cat >m/SUMMARY.md <<'END'
# Summary

[Lalo](chapters/front.md)

[Lalo](chapters/lists.md)

# [Lalo](parts/part.md)

- [Lalo](chapters/lalo.md)
  - [Lalo](worksheets/1.md)
  - [Lalo](worksheets/2.md)
  - [Lalo](worksheets/3.md)
END
echo '# Lalo {#front}' >m/chapters/front.md
echo 'Lalo.' >m/parts/part.md
printf '%s\n' '# Lalo {#lists}' '' '::list{of=figures}' '' '::list{of=tables}' '' '::list{of=worksheets}' '' '::index' >m/chapters/lists.md
cat >m/chapters/lalo.md <<'END'
# Lalo {#lalo}

[](#lalo), [](#lalo-1), [](#fig), [](#front).[^n]

![Lalo](../images/triangle.svg "Lalo"){#fig}

| Lalo | Lolo |
|---|---|
| lalo | lolo |

: Lalo {#tab}

[](#tab).:index[lalo]{} Lalo.:index[lolo]{see=lalo} Lalo.:index[lola]{} Lalo.:index[lola]{see=lalo}

:::safety
Lalo.
:::

:::research
Lalo.
:::

:::inside
- Lalo
:::

> [!NOTE]
> Lalo.

> [!TIP]
> Lalo.

> [!IMPORTANT]
> Lalo.

> [!WARNING]
> Lalo.

> [!CAUTION]
> Lalo.

:::carry
- Lalo
:::

[^n]: Lalo.
END
for sheet in 1:solo:1 2:each:2 3:pair:3; do
    name=${sheet%%:*}
    who=${sheet#*:}
    {
        echo ":::worksheet[Lalo]{#lalo-$name who=${who%%:*} effort=${sheet##*:} pages=2 private}"
        printf '\n::purpose[Lalo.]\n\n:::example[Lalo]\nLalo.\n:::\n\n'
        case $name in
        1) printf '%s\n' '::lines[Lalo]' '' '::box' '' ':::checklist{empty=2}' '- lalo' ':::' '' ':::yesno{unsure}' '- lalo' ':::' '' \
            '::scale' '' '::signature{date people=2}' '' '::date' '' 'Lalo :blank[lalo]{width=30}.' ;;
        2) printf '%s\n' ':::table{rows=3}' '| lalo | lalo |' '|---|---|' '| lalo | |' ':::' '' ':::tracker{days=7}' '- lalo' ':::' '' \
            '::week' '' ':::inventory{groups="lalo, lolo"}' '- lalo :counts[lalo]' '- lolo :counts[lolo]' ':::' ;;
        3) printf '%s\n' ':::radar' '- lalo' '- lalo' '- lalo' '- lalo' ':::' '' ':::venn' '- lalo' '- lalo' ':::' '' '::compare{rows=2}' '' \
            '::ifthen' '' ':::tree' '1. lalo' '   - Ja: 2' '   - Nein: lalo' '2. lalo' '   - Ja: lalo' '   - Nein: lalo' ':::' ;;
        esac
        printf '\n::then[Lalo.]\n:::\n'
    } >m/worksheets/$name.md
done
run build m -o out
expect 0
run dump pages m
expect 0

# Every text that is set, every prompt of a field, every text of a link and bookmark.
sed -n 's/^  text [^"]*"\(.*\)"$/\1/p; s/^  field .* "\(.*\)"$/\1/p; s/^  link .* "\(.*\)"$/\1/p; s/^outline .* "\(.*\)"$/\1/p' stdout >words
if command -v unzip >/dev/null; then
    unzip -qq out/*.epub '*.xhtml' -d epub
    find epub -name '*.xhtml' -exec sed -e 's/aria-label="\([^"]*\)"/>\1</g; s/alt="\([^"]*\)"/>\1</g; s/title="\([^"]*\)"/>\1</g' -e 's/<[^>]*>/ /g' {} + >>words
fi
tr -cs '[:alpha:]' '\n' <words | tr '[:upper:]' '[:lower:]' | sort -u >printed

# No word of German among them ("in", "start", "solo").
english="about add again also and answer answers any back box boxes carry caution chapter chapters circle contents copy
 count cover date day days deep draw each example figure figures fill for forward free friday from give half
 here important index inside is light line lines monday navigation no not note notebook notes number of one
 only page pages pair paper part pause private question research room row rows saturday says score see sheet
 sign signature space steady sunday sure table tables the then these this thursday tick times tip title to
 together total true tuesday turn two wednesday week what with worksheet worksheets write yes you your"
for word in $english; do
    if grep -qx "$word" printed; then
        grep -n -i -w "$word" words | head -n 5 >&2
        echo "FAILED: the program prints \"$word\"" >&2
        bad=1
    fi
done
[ -z "${bad:-}" ] || exit 1
for word in kapitel arbeitsblatt abbildung tabelle tabellen abbildungen register siehe auch seite inhalt ja nein datum unterschrift montag sonntag; do
    grep -qx "$word" printed || fail "the program does not print \"$word\""
done
