#!/bin/sh
# Each PDF is sound: qpdf has nothing to say, every font is embedded with a way back to text, nothing is Type 3.
. "${SOURCE:?}/tests/common.sh"
need qpdf
need pdffonts
for pdf in "$SHIPPED"/*.pdf; do
    qpdf --check "$pdf" >"$work/check" 2>&1 || { cat "$work/check"; fail "qpdf --check"; }
    if grep -iE 'warning|error' "$work/check" | grep -vE 'No syntax or stream|qpdf cannot detect'; then fail "qpdf --check"; fi

    pdffonts "$pdf" >"$work/fonts"
    [ "$(wc -l <"$work/fonts")" -gt 4 ] || fail "hardly a font"
    # ... emb sub uni object ID
    if tail -n +3 "$work/fonts" | grep -vE ' yes +yes +yes +[0-9]+ +[0-9]+ *$'; then fail "a font that is not embedded, or without characters"; fi
    if grep 'Type 3' "$work/fonts"; then fail "a Type 3 font"; fi
    if tail -n +3 "$work/fonts" | grep -vE '^[A-Z]{6}\+(EBGaramond|SourceSans3|Caveat|AtkinsonHyperlegibleNext)'; then fail "a font that is not ours"; fi
done
