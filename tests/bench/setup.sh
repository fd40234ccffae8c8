#!/bin/sh
# Installs what the benchmark compares rekindle with: LuaLaTeX with microtype from Debian 12's packages, Typst from
# npm, and the tools to measure with. What cannot be had is said to be skipped, and the benchmark goes on without it.
#
# usage: tests/bench/setup.sh          npm's packages go into ${PEERS:-${TMPDIR:-/tmp}/peers}
set -u
peers=${PEERS:-${TMPDIR:-/tmp}/peers}
typst=@myriaddreamin/typst-ts-node-compiler@0.7.0 # with Typst 0.14.2 in it

as_root=
if [ "$(id -u)" -ne 0 ]; then as_root=sudo; fi

debian() # what for, packages...
{
    what=$1
    shift
    missing=
    for package in "$@"; do
        state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
        [ "$state" = installed ] || missing="$missing $package"
    done
    # shellcheck disable=SC2086  # a list of words
    if [ -z "$missing" ] ||
        { $as_root apt-get update -q && $as_root env DEBIAN_FRONTEND=noninteractive \
            apt-get install -q -y --no-install-recommends $missing; } >"$peers/apt.log" 2>&1; then
        echo "$what: installed"
    else
        echo "$what: skipped, see $peers/apt.log"
    fi
}

mkdir -p "$peers" || exit 1
debian "pdfinfo, python3" poppler-utils python3
debian valgrind valgrind
debian LuaLaTeX texlive-luatex texlive-latex-recommended texlive-lang-english # which has the patterns usenglishmax

if ! command -v npm >/dev/null; then debian npm nodejs npm; fi
if npm install --prefix "$peers" --no-audit --no-fund "$typst" >"$peers/npm.log" 2>&1; then
    echo "Typst: installed in $peers"
else
    echo "Typst: skipped, see $peers/npm.log"
fi
