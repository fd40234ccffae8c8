#!/usr/bin/env python3
"""Writes the benchmark's text as LuaLaTeX source, with microtype.

usage: lualatex.py TEXT FONTS FILE.tex [--harfbuzz] [--copies N]

FONTS is the folder with the font's files. The shaper is LuaTeX's own (luaotfload's "node" mode, the default of
fontspec) or HarfBuzz.
"""
import argparse
import pathlib

import book

# The patterns "usenglishmax" are those that rekindle and Typst, too, have for American English. Widows and orphans
# are forbidden; \emergencystretch is what books use. A point more of height lets the last line in that has been
# moved by the rounding of lengths.
PREAMBLE = r"""
\documentclass[twoside]{article}
\usepackage[paperwidth=%(width)sbp, paperheight=%(height)sbp, inner=%(inner)sbp, top=%(top)sbp,
  textwidth=%(measure)sbp, textheight=%(depth)sbp, headheight=0bp, headsep=0bp, footskip=34bp]{geometry}
\usepackage{fontspec}
\usepackage{microtype}
\setmainfont{EBGaramond}[Path=%(fonts)s/, Extension=.ttf, Renderer=%(shaper)s,
  UprightFont=*-Regular, BoldFont=*-SemiBold, ItalicFont=*-Regular, BoldItalicFont=*-SemiBold]
\newlanguage\american
\directlua{require("luatex-hyphen") luatexhyphen.loadlanguage("usenglishmax", \number\american)}
\language=\american \lefthyphenmin=2 \righthyphenmin=3
\makeatletter
\renewcommand\normalsize{\@setfontsize\normalsize{%(size)sbp}{%(leading)sbp}}
\newcommand\heading{\@startsection{section}{1}{0pt}{-%(leading)sbp}{0.001bp}%%
  {\fontsize{%(heading)sbp}{%(leading)sbp}\bfseries\raggedright}*}
\makeatother
\normalsize
\topskip=10bp
\parindent=%(indent)sbp
\parskip=0pt
\frenchspacing
\raggedbottom
\widowpenalty=10000 \clubpenalty=10000
\emergencystretch=3em
\pagestyle{plain}
\begin{document}
"""

# An em dash may end a line, as Unicode has it (UAX #14); TeX knows that only of the hyphen.
ESCAPES = {"\u2014": "\u2014\\allowbreak{}"}
ESCAPES |= {c: "\\" + c for c in "#$%&_{}"}
ESCAPES |= {c: f"\\char{ord(c)} " for c in "\\^~"}


def latex(text):
    return "".join(ESCAPES.get(c, c) for c in text)


def source(lines, fonts, harfbuzz=False):
    values = dict(width=book.WIDTH, height=book.HEIGHT, inner=book.INNER, top=book.TOP, measure=book.MEASURE,
                  size=book.SIZE, leading=book.LEADING, indent=book.INDENT, heading=book.HEADING_SIZE,
                  depth=10 + (book.LINES - 1) * book.LEADING + 1, fonts=pathlib.Path(fonts).resolve(),
                  shaper="HarfBuzz" if harfbuzz else "Node")
    body = [f"\\heading{{{latex(text)}}}" if kind == "H" else latex(text) for kind, text in lines]
    return PREAMBLE % values + "\n\n".join(body) + "\n\\end{document}\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("text")
    parser.add_argument("fonts")
    parser.add_argument("file")
    parser.add_argument("--harfbuzz", action="store_true")
    parser.add_argument("--copies", type=int, default=1, metavar="N")
    arguments = parser.parse_args()
    with open(arguments.file, "w", encoding="utf-8") as file:
        file.write(source(book.read(arguments.text, arguments.copies), arguments.fonts, arguments.harfbuzz))


if __name__ == "__main__":
    main()
