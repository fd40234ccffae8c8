#!/usr/bin/env python3
"""Makes a manuscript for rekindle of the benchmark's text.

usage: manuscript.py TEXT FOLDER [--copies N]

One chapter holds the whole text, its headings are sections, so that the book runs on. N copies are N such
chapters, each in its file: a file of a manuscript may have 16 MB.
"""
import argparse
import pathlib
import re

import book

# 6.0x9.0 is the size of 6x9 without its page design: this one has room for 39 lines.
CONFIG = """\
title: {title}
lang: en-US
date: 2026-01-01
output-name: book
print:
  trim: 6.0x9.0
  margins: {{inner: {book.INNER}pt, top: {book.TOP}pt, measure: {book.MEASURE}pt}}
style:
  fonts: {{text: {book.FONT}}}
  text-size: {book.SIZE}
  leading: {book.LEADING}
  align: justify
  hyphenate: true
  roles:
    section: {{font: text, size: {book.HEADING_SIZE}, leading: {book.LEADING}, weight: 600}}
"""

# What Markdown, its typographic extension and our directives could take for more than text.
SPECIAL = set("\\`*_[]{}<>&~|#^$\"'")


def markdown(text):
    text = book.escape(text, SPECIAL)
    text = re.sub(r":(?=[:\w])", r"\\:", text)  # :name[...]
    text = re.sub(r"(?<=-)-|(?<=\.)\.", r"\\\g<0>", text)  # -- and ...
    return re.sub(r"^(\d*)([-+=.)])", r"\1\\\2", text)  # lists and underlines begin a line


def chapter(lines):
    return "\n\n".join(("## " if kind == "H" else "") + markdown(text) for kind, text in lines) + "\n"


def write(text, folder, copies):
    folder = pathlib.Path(folder)
    (folder / "chapters").mkdir(parents=True, exist_ok=True)
    title = pathlib.Path(text).stem.replace("-", " ").title()
    (folder / "book.yaml").write_text(CONFIG.format(title=title, book=book), encoding="utf-8")
    summary = ["# Summary", ""]
    body = chapter(book.read(text))
    for number in range(1, copies + 1):
        name = f"chapters/{number}.md"
        summary.append(f"- [{title}]({name})")
        (folder / name).write_text(f"# {title}\n\n{body}", encoding="utf-8")
    (folder / "SUMMARY.md").write_text("\n".join(summary) + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("text")
    parser.add_argument("folder")
    parser.add_argument("--copies", type=int, default=1, metavar="N")
    arguments = parser.parse_args()
    write(arguments.text, arguments.folder, arguments.copies)


if __name__ == "__main__":
    main()
