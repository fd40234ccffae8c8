#!/bin/sh
# Every contents line, cross-reference and note of the PDF leads to the page where its target stands.
. "${SOURCE:?}/tests/common.sh"
need qpdf
need python3
qpdf --json=2 --json-key=qpdf "$SHIPPED/two-cups-again.pdf" >"$work/pdf.json"
PYTHONDONTWRITEBYTECODE=1 python3 "$SOURCE/tests/formats/links.py" "$SHIPPED/pages.txt" "$work/pdf.json"
