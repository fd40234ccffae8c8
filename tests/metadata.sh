#!/bin/sh
# The package says of a book what book.yaml states, in the forms of EPUB 3.3, and of its accessibility what the files
# hold: with and without pictures' descriptions, notes, an index, worksheets, pages. What is claimed is only what is stated.
. "${SOURCE:?}/tests/common.sh"
need unzip
need xmllint
need python3
cp -R "$SOURCE/tests/books/metadata/manuscript" "$work/all"
cd "$work"

package() # folder: builds its EPUB, and puts the package document where `holds` looks
{
    run build -q --edition epub "$1" -o out
    expect 0
    unzip -p out/*.epub OEBPS/package.opf >package.opf
    rm -r out
}
holds() # count xpath
{
    found=$(nodes package.opf "$2")
    [ "$found" = "$1" ] || { cat package.opf >&2; fail "$found instead of $1: $2"; }
}
D=/descendant
says_of() # id property value: a refinement
{
    holds 1 "$D::meta[@refines=\"#$1\"][@property=\"$2\"][.=\"$3\"]"
}
feature() # count name
{
    holds "$1" "$D::meta[@property=\"schema:accessibilityFeature\"][.=\"$2\"]"
}

# ---- what is stated ----
package all
holds 1 "$D::identifier[@id=\"identifier\"][.=\"urn:isbn:9783161484100\"]"
holds 3 "$D::identifier"
says_of identifier identifier-type 15
holds 2 "$D::creator"
holds 2 "$D::contributor"
says_of creator.1 role aut
says_of creator.1 file-as "Muster, Ada"
says_of creator.2 role ill
says_of contributor.1 role trl
says_of contributor.1 file-as "Übersetzer, Cem"
says_of contributor.2 role ctb
says_of subject.1 authority Thema
says_of subject.1 term WSZ
holds 4 "$D::subject"
holds 1 "$D::meta[@property=\"belongs-to-collection\"][@id=\"collection\"][.=\"Die Reihe\"]"
says_of collection collection-type series
says_of collection group-position 2.1
holds 1 "$D::publisher[.=\"Der Verlag\"]"
holds 1 "$D::rights"
holds 1 "$D::description"
holds 1 "$D::date[.=\"2026-01-02\"]"
holds 1 "$D::source[.=\"urn:isbn:9780306406157\"]"
says_of source source-of pagination
holds 1 "$D::meta[@property=\"dcterms:conformsTo\"][@id=\"conformance\"][.=\"EPUB Accessibility 1.1 - WCAG 2.2 Level AA\"]"
says_of conformance a11y:certifiedBy "Prüfstelle"
says_of certifier a11y:certifierCredential "Zeugnis 7"
holds 1 "$D::link[@refines=\"#certifier\"][@rel=\"a11y:certifierReport\"]"
holds 1 "$D::meta[@property=\"schema:accessibilitySummary\"][starts-with(., \"Anpassbarer Text\")]/@*[name()=\"xml:lang\"][.=\"de\"]"

# ---- the date: book.yaml's, or SOURCE_DATE_EPOCH's to the second; never the clock's ----
holds 1 "$D::meta[@property=\"dcterms:modified\"][.=\"2026-01-02T00:00:00Z\"]"
export SOURCE_DATE_EPOCH=1700000001
package all
unset SOURCE_DATE_EPOCH
holds 1 "$D::meta[@property=\"dcterms:modified\"][.=\"2023-11-14T22:13:21Z\"]"

# ---- exempt is not conforming ----
sed '/^accessibility:/,$d' all/book.yaml >bare.yaml
{ cat bare.yaml; printf 'accessibility:\n  exemption: eaa-microenterprise\n  summary: Eigene Worte.\n'; } >all/book.yaml
package all
holds 1 "$D::meta[@property=\"a11y:exemption\"][.=\"eaa-microenterprise\"]"
holds 1 "$D::meta[@property=\"dcterms:conformsTo\"][.=\"none\"]"
holds 1 "$D::meta[@property=\"schema:accessibilitySummary\"][.=\"Eigene Worte.\"]"
holds 0 "$D::meta[@property=\"a11y:certifiedBy\"]"

# ---- nothing is claimed, and nothing is there that the book does not hold ----
cp bare.yaml all/book.yaml
package all
holds 0 "$D::meta[@property=\"dcterms:conformsTo\"]"
holds 0 "$D::meta[starts-with(@property, \"a11y:\")]"
for name in tableOfContents readingOrder displayTransformability structuralNavigation alternativeText pageNavigation \
    pageBreakMarkers; do
    feature 1 "$name"
done
feature 0 index
feature 0 longDescription
holds 1 "$D::meta[@property=\"schema:accessibilityHazard\"][.=\"none\"]"
holds 0 "$D::meta[@property=\"schema:accessibilitySummary\"][contains(., \"Register\")]"
holds 0 "$D::meta[@property=\"schema:accessibilitySummary\"][contains(., \"Anmerkungen\")]"
holds 0 "$D::meta[@property=\"schema:accessibilitySummary\"][contains(., \"Arbeitsbl\")]"

# ---- a picture without words, a note, a worksheet, an index, a picture that moves ----
mkdir all/images
cat >all/images/still.svg <<'SVG'
<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><circle cx="20" cy="20" r="18"/></svg>
SVG
python3 - "$SOURCE/tests/books/plain/manuscript/images/dot.png" all/images/moving.png <<'END'
import struct, sys, zlib
png, control = open(sys.argv[1], "rb").read(), b"acTL" + struct.pack(">II", 1, 0)
open(sys.argv[2], "wb").write(png[:33] + struct.pack(">I", 8) + control + struct.pack(">I", zlib.crc32(control)) + png[33:])
END
cat >>all/chapters/one.md <<'MD'

Ein Wort:index[Wort].[^a]

[^a]: Eine Anmerkung.

![](../images/still.svg)

:::worksheet[Ein Blatt]{#blatt}
::lines[Zeilen]{count=2}
:::

::index
MD
package all
feature 0 alternativeText
feature 1 index
holds 0 "$D::meta[@property=\"schema:accessModeSufficient\"][.=\"textual\"]"
holds 1 "$D::meta[@property=\"schema:accessModeSufficient\"][.=\"textual,visual\"]"
for word in Register Anmerkungen Arbeitsbl "keinen Alternativtext"; do
    holds 1 "$D::meta[@property=\"schema:accessibilitySummary\"][contains(., \"$word\")]"
done
printf 'accessibility:\n  conforms-to: EPUB Accessibility 1.1 - WCAG 2.2 Level A\n  certified-by: Wir\n' >>all/book.yaml
run build -q --edition epub all -o out
expect 1
says stderr accessibility-claim
cp bare.yaml all/book.yaml

sed 's|!\[\](../images/still.svg)|![Ein Kreis](../images/moving.png){describe="Ein Kreis, der wächst."}|' all/chapters/one.md >one.md
mv one.md all/chapters/one.md
package all
feature 1 alternativeText
feature 1 longDescription
holds 1 "$D::meta[@property=\"schema:accessModeSufficient\"][.=\"textual\"]"
holds 1 "$D::meta[@property=\"schema:accessibilityHazard\"][.=\"unknown\"]"
holds 1 "$D::meta[@property=\"schema:accessibilitySummary\"][contains(., \"bewegen\")]"

# ---- the summary in each language of the program's words, English for others ----
for pair in en:Text fr:Texte es:Texto nl:Text; do
    sed "s|^lang:.*|lang: ${pair%%:*}|" bare.yaml >all/book.yaml
    package all
    expected=${pair%%:*}
    [ "$expected" != nl ] || expected=en
    holds 1 "$D::meta[@property=\"schema:accessibilitySummary\"][starts-with(., \"${pair#*:} \")]/@*[name()=\"xml:lang\"][.=\"$expected\"]"
done
