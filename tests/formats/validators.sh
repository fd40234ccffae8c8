# Sourced by tests that put an EPUB before validators of npm, which are looked for in $REKINDLE_VALIDATORS, a folder with
# npm's node_modules in it, or below its npm/ (epubcheck-ts) or npm-ace/ (@daisy/ace-cli). Where one is missing, nothing is
# said.

validator() # path below node_modules: where it is, or nothing
{
    for folder in "" /npm /npm-ace; do
        [ ! -f "${REKINDLE_VALIDATORS:-/nonexistent}$folder/node_modules/$1" ] ||
            { echo "$REKINDLE_VALIDATORS$folder/node_modules/$1"; return; }
    done
}

validate_ts() # name file: not even a note on usage
{
    check=$(validator @likecoin/epubcheck-ts/bin/epubcheck.js)
    [ -n "$check" ] || return 0
    node "$check" "$2" -u -q -j "$work/ts.json" >/dev/null 2>&1 || { cat "$work/ts.json"; fail "epubcheck-ts: $1"; }
    if grep -qiE '"severity": *"(fatal|error|warning|usage)"' "$work/ts.json"; then
        cat "$work/ts.json"
        fail "epubcheck-ts: $1"
    fi
}

validate_ace() # name file: no violation
{
    ace=$(validator @daisy/ace-cli/bin/ace.js)
    [ -n "$ace" ] && command -v chromium >/dev/null || return 0
    PUPPETEER_EXECUTABLE_PATH=$(command -v chromium) ACE_TIMEOUT_INITIAL=60000 \
        node "$ace" -f -s -o "$work/ace" "$2" >"$work/ace.log" 2>&1 || { cat "$work/ace.log"; fail "Ace: $1"; }
    [ -f "$work/ace/report.json" ] || { cat "$work/ace.log"; fail "Ace: $1: no report"; }
    if grep -q '"earl:outcome": *"fail"' "$work/ace/report.json"; then
        grep -B3 -A12 '"earl:outcome": *"fail"' "$work/ace/report.json" | head -80
        fail "Ace: $1"
    fi
}
