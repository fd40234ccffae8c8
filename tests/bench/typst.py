#!/usr/bin/env python3
"""Writes the benchmark's text as Typst source.

usage: typst.py TEXT FILE.typ [--copies N]
"""
import argparse
import re

import book

# A line is LEADING high whatever stands in it: so many points above its baseline, the rest below.
ABOVE = 10

PREAMBLE = f"""\
#set document(title: "Benchmark")
#set page(width: {book.WIDTH}pt, height: {book.HEIGHT}pt, numbering: "1", margin: (
  inside: {book.INNER}pt, outside: {book.WIDTH - book.INNER - book.MEASURE}pt,
  top: {book.TOP}pt, bottom: {book.HEIGHT - book.TOP - book.LINES * book.LEADING}pt))
#set text(font: "{book.FONT}", size: {book.SIZE}pt, lang: "en", region: "us", hyphenate: true, fallback: false,
  top-edge: {ABOVE}pt, bottom-edge: -{book.LEADING - ABOVE}pt)
#set par(justify: true, linebreaks: "optimized", leading: 0pt, spacing: 0pt, first-line-indent: {book.INDENT}pt)
#set heading(bookmarked: false)
#show heading: set text(size: {book.HEADING_SIZE}pt, weight: 600, hyphenate: false)
#show heading: set par(justify: false)
#show heading: set block(above: {book.LEADING}pt, below: 0pt)
#show heading.where(level: 2): set block(above: 0pt)
"""

SPECIAL = set("\\#$*_`<>@[]~=+/\"'")


def markup(text):
    text = book.escape(text, SPECIAL)
    text = re.sub(r"-(?=[-?\d])", r"\\-", text)  # dashes, soft hyphens, minus signs
    text = re.sub(r"(?<=\.)\.", r"\\.", text)  # ellipses
    text = re.sub(r"https?:", lambda match: match[0][:-1] + "\\:", text)  # links
    return re.sub(r"^(-|\d+\.)", lambda match: match[0][:-1] + "\\" + match[0][-1], text)  # lists


def source(lines):
    """Of headings that follow one another only the first has space above: the others are of the second level."""
    parts, before = [PREAMBLE], "P"
    for kind, text in lines:
        mark = "" if kind == "P" else "= " if before == "P" else "== "
        parts.append(mark + markup(text))
        before = kind
    return "\n\n".join(parts) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("text")
    parser.add_argument("file")
    parser.add_argument("--copies", type=int, default=1, metavar="N")
    arguments = parser.parse_args()
    with open(arguments.file, "w", encoding="utf-8") as file:
        file.write(source(book.read(arguments.text, arguments.copies)))


if __name__ == "__main__":
    main()
