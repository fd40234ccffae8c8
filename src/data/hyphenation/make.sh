#!/usr/bin/env bash
# Regenerates the hyphenation dictionaries of this folder, hyph_*.dic, and their
# LICENSES.md from the TeX patterns (hyph-utf8) that Debian packages.
#
#   usage: src/data/hyphenation/make.sh [PACKAGE-DIR]
#
# PACKAGE-DIR holds the downloaded .deb files (about 410 MB) and is reused when it
# already has them; without it a temporary folder is used and removed again.
# Nothing is installed. Needs: bash, apt-get, dpkg-deb, tar, perl, sha256sum.
#
# The same packages give byte-identical files. The files now in this folder were
# made from Debian 12: texlive-lang-* 2022.20230122-1, libhyphen-dev 2.8.8-7.
set -euo pipefail
export LC_ALL=C

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
debs=${1:-$work/debs}
mkdir -p "$debs"
debs=$(cd "$debs" && pwd)

# dictionary | hyph-utf8 name | Debian package | licence we take it under
languages='
en_US|en-us|texlive-lang-english|FSF All Permissive style notice
en_GB|en-gb|texlive-lang-english|MIT
de|de-1996|texlive-lang-german|MIT
fr|fr|texlive-lang-french|MIT
es|es|texlive-lang-spanish|MIT
it|it|texlive-lang-italian|MIT (the file offers MIT or LPPL 1.3+)
nl|nl|texlive-lang-european|LPPL 1.3c (the file says LPPL 1 or later)
'

fetch() # package: prints the path of its .deb
{
    local found
    found=$(find "$debs" -maxdepth 1 -name "$1_*.deb" | sort -V | tail -n 1)
    if [ -z "$found" ]; then
        (cd "$debs" && apt-get -q download "$1" >&2)
        found=$(find "$debs" -maxdepth 1 -name "$1_*.deb" | sort -V | tail -n 1)
    fi
    [ -n "$found" ] || { echo "make.sh: no package $1" >&2; return 1; }
    echo "$found"
}

# The first lines of a pattern file: its title, copyright, licence, notices.
notices() # tex-file
{
    perl -ne 's/\s+$//; last if /^[^%]/; print "$_\n" if /^%/' "$1"
}

# 'ta-ble' becomes '.t8a9b8l8e.': a pattern that matches the whole word only and
# outweighs every other one (the patterns of these languages end at level 7).
# libhyphen knows no separate list of exceptions.
exceptions() # hyp-file
{
    perl -CSD -ne '
        chomp; next unless length;
        my ($out, $break) = ("", 0);
        for my $c (split //) {
            if ($c eq "-") { $break = 1; next; }
            $out .= $break ? 9 : 8 if length $out;
            $out .= $c; $break = 0;
        }
        print ".$out.\n"' "$1"
}

deb=$(fetch libhyphen-dev)
dpkg-deb --fsys-tarfile "$deb" | tar -x -C "$work" ./usr/share/libhyphen/substrings.pl
substrings=$work/usr/share/libhyphen/substrings.pl
converter="substrings.pl of libhyphen-dev $(dpkg-deb -f "$deb" Version)"

deb=$(fetch texlive-latex-base-doc)
dpkg-deb --fsys-tarfile "$deb" |
    tar -x -C "$work" ./usr/share/doc/texlive-doc/latex/base/lppl.txt.gz
lppl=$work/usr/share/doc/texlive-doc/latex/base/lppl.txt.gz

{
    cat <<'T'
# Licences of the hyphenation dictionaries

Made by make.sh; do not edit by hand.

Each `hyph_*.dic` here was converted from the TeX hyphenation patterns of the
hyph-utf8 collection (<https://www.hyphenation.org/tex>) as Debian packages them.
What was changed: the patterns were expanded with libhyphen's `substrings.pl`, the
exceptions (`\hyphenation{...}`) were turned into whole-word patterns of the levels
8 and 9, and the header was turned into comments. The unmodified originals are in the
Debian packages named below and at <https://github.com/hyphenation/tex-hyphen>. Errors
in a dictionary are to be reported to this project, not to the authors of the patterns.

The licence of a dictionary is that of the patterns it was made from. None of them is
under the GPL or the LGPL. The notices follow in full, and the text of the LaTeX
Project Public License, which holds for `hyph_nl.dic`, stands at the end.

| dictionary | made from | Debian package | licence |
|---|---|---|---|
T
    while IFS='|' read -r name tag package licence; do
        [ -n "$name" ] || continue
        version=$(dpkg-deb -f "$(fetch "$package")" Version)
        echo "| \`hyph_$name.dic\` | \`hyph-$tag.tex\` | $package $version | $licence |"
    done <<<"$languages"
} >"$work/LICENSES.md"

while IFS='|' read -r name tag package licence; do
    [ -n "$name" ] || continue
    deb=$(fetch "$package")
    version=$(dpkg-deb -f "$deb" Version)
    root=./usr/share/texlive/texmf-dist/tex/generic/hyph-utf8/patterns
    dpkg-deb --fsys-tarfile "$deb" | tar -x -C "$work" --wildcards \
        "$root/tex/hyph-$tag.tex" "$root/txt/hyph-$tag.*.txt"
    tex=$work/$root/tex/hyph-$tag.tex
    patterns=$work/$root/txt/hyph-$tag.pat.txt
    words=$work/$root/txt/hyph-$tag.hyp.txt

    if grep -q '[89/%]' "$patterns"; then
        echo "make.sh: hyph-$tag uses level 8 or 9, or a character of libhyphen's syntax" >&2
        exit 1
    fi
    if notices "$tex" | grep -Eqw '[AL]?GPL' && ! notices "$tex" | grep -Eqw 'MIT|LPPL'; then
        echo "make.sh: hyph-$tag is under the GPL now: drop it or ask" >&2
        exit 1
    fi
    read -r left right < <(notices "$tex" | perl -ne '
        $in = 1 if /^% *typesetting:/;
        $l = $1 if $in and /^% *left: *(\d+)/;
        if ($in and /^% *right: *(\d+)/) { print "$l $1\n"; exit }')

    cp "$patterns" "$work/in"
    if [ -s "$words" ]; then
        exceptions "$words" >>"$work/in"
    fi
    perl "$substrings" "$work/in" "$work/out" UTF-8 "$left" "$right" >/dev/null

    # The notices go in as comments, behind the three lines that libhyphen wants
    # first; it reads lines of at most 98 bytes.
    {
        sed -n 1,3p "$work/out"
        echo "% hyph_$name.dic: converted from hyph-$tag.tex of $package $version"
        echo "% by src/data/hyphenation/make.sh ($converter)."
        echo "% A modified work: see LICENSES.md for what was changed and where the"
        echo "% unmodified original is. Licence: $licence."
        echo "% The notices of the original:"
        echo "%"
        notices "$tex" | perl -CSD -ne '
            chomp;
            my ($indent) = /^(%\s*)/;
            my $margin = length $indent;
            while (length > 88) {
                my $at = rindex $_, " ", 88;
                last if $at < $margin;
                print substr($_, 0, $at), "\n";
                $_ = "$indent  " . substr($_, $at + 1);
                $margin = length($indent) + 2;
            }
            print "$_\n"'
        sed 1,3d "$work/out"
    } >"$work/hyph_$name.dic"
    if awk 'length($0) > 98 { bad = 1 } END { exit !bad }' "$work/hyph_$name.dic"; then
        echo "make.sh: hyph_$name.dic has a line too long for libhyphen" >&2
        exit 1
    fi

    {
        echo
        echo "## hyph_$name.dic"
        echo
        echo "From \`hyph-$tag.tex\` of $package $version, sha256"
        echo "\`$(sha256sum <"$tex" | cut -d ' ' -f 1)\`. Taken under: $licence."
        echo
        echo '```'
        notices "$tex" | sed 's/^% \{0,1\}//'
        echo '```'
    } >>"$work/LICENSES.md"
    echo "hyph_$name.dic: hyphenmin $left/$right, $(wc -l <"$patterns") patterns," \
        "$(if [ -s "$words" ]; then wc -l <"$words"; else echo 0; fi) exceptions," \
        "$(wc -c <"$work/hyph_$name.dic") bytes"
done <<<"$languages"

{
    echo
    echo "## The LaTeX Project Public License"
    echo
    echo '```'
    gzip -dc "$lppl"
    echo '```'
} >>"$work/LICENSES.md"

install -m 644 "$work"/hyph_*.dic "$work/LICENSES.md" "$here/"
