#!/bin/sh
# veraPDF finds nothing in the screen editions of the shipped book, its worksheets and some books of tests/books: PDF/UA-1 and
# PDF/A-2a. It is looked for in $VERAPDF and in $REKINDLE_VALIDATORS/verapdf, folders with its lib/*.jar; else Maven brings it,
# if it can be reached within $VERAPDF_WAIT seconds (default 60). Without it the test is skipped.
. "${SOURCE:?}/tests/common.sh"
need java
. "$SOURCE/tests/formats/books.sh"

brought() # folder: has Maven copy the jars into its lib/
{
    command -v mvn >/dev/null || { echo "skipped: there is no veraPDF on this machine, and no mvn to bring it"; exit 77; }
    mkdir -p "$1"
    cat >"$1/pom.xml" <<X
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>none</groupId><artifactId>none</artifactId><version>1</version>
  <dependencies><dependency>
    <groupId>org.verapdf.apps</groupId><artifactId>greenfield-apps</artifactId><version>1.28.2</version>
  </dependency></dependencies>
</project>
X
    (cd "$1" && timeout "${VERAPDF_WAIT:-60}" mvn -q -B dependency:copy-dependencies -DoutputDirectory=lib) >"$work/mvn" 2>&1 ||
        { tail -n 3 "$work/mvn"; echo "skipped: Maven does not bring veraPDF"; exit 77; }
}

jars=
for folder in "${VERAPDF:-}" "${REKINDLE_VALIDATORS:+$REKINDLE_VALIDATORS/verapdf}"; do
    [ -n "$jars" ] || [ -z "$folder" ] || [ ! -d "$folder/lib" ] || jars=$folder/lib
done
[ -n "$jars" ] || { brought "$work/verapdf"; jars=$work/verapdf/lib; }

screen_editions ${UA_BOOKS-constructs kit notes-and-refs right-to-left scripts}
set -- "$SHIPPED/two-cups-again.pdf" "$SHIPPED/two-cups-again-worksheets.pdf" "$work"/screen/*.pdf
for profile in ua1 2a; do
    java -cp "$jars/*" org.verapdf.apps.GreenfieldCliWrapper --flavour $profile --format text -v "$@" >"$work/said" 2>"$work/log" || true
    cat "$work/said"
    [ "$(grep -c '^PASS ' "$work/said")" -eq $# ] || { tail -n 5 "$work/log"; fail "veraPDF: $profile"; }
    if grep -q '^ *FAIL' "$work/said"; then fail "veraPDF: $profile"; fi
done
