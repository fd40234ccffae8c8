"""Compares the words of a book's dump with those of its pages.

usage: complete.py BOOK.TXT PAGES.TXT     (rekindle dump book, rekindle dump pages)
"""
import collections
import re
import sys

problems = []


def words(text):
    return re.findall(r"[^\W\d_]{3,}", text.replace("\u00ad", "").lower())


def book_blocks(path):
    """The texts of each block, joined: (kind, text)."""
    blocks, depth_of_hidden = [], None
    for line in open(path, encoding="utf-8"):
        depth = len(line) - len(line.lstrip())
        kind = line.split(" @")[0].split()[0] if line.strip() else ""
        if depth_of_hidden is not None and depth > depth_of_hidden:
            continue
        depth_of_hidden = None
        if line.startswith("chapter "):
            role = re.match(r"chapter \w+ (copyright|dedication)?", line)[1]
            blocks.append(["chapter", "" if role else re.search(r'title="((?:[^"\\]|\\.)*)"$', line.rstrip())[1]])
        elif kind in ("index", "image", "blank", "code") and 'lang=' not in line and kind != "code":
            depth_of_hidden = depth
        elif kind in ("text", "code"):
            text = re.search(r' text="((?:[^"\\]|\\.)*)"$', line.rstrip())
            if text and blocks:
                blocks[-1][1] += re.sub(r"\\(.)", lambda m: " " if m[1] == "n" else m[1], text[1])
        elif kind == "break" and blocks:
            blocks[-1][1] += " "
        elif kind not in ("emphasis", "strong", "strike", "smallcaps", "link", "noteref"):
            blocks.append([line.strip(), ""])
    return blocks


def page_texts(path):
    """One text a page; what touches on a line is joined, and so is a word divided at a line's end."""
    pages, before, divided = [], None, False
    for line in open(path, encoding="utf-8"):
        if line.startswith("page "):
            pages.append("")
            before = None
        m = re.match(r'  text (-?[\d.]+),(-?[\d.]+) ([\d.]+)x[\d.]+ .*?"(.*)"$', line.rstrip("\n"))
        if not m:
            continue
        x, y, width, text = float(m[1]), float(m[2]), float(m[3]), m[4]
        touches = before and abs(before[1] - y) < 5 and abs(before[0] - x) < 0.35
        if divided or touches or not pages[-1]:
            pages[-1] += text
        else:
            pages[-1] += " " + text
        before, divided = (x + width, y), False
        if touches and text in ("-", "\u2010"):
            pages[-1] = pages[-1][:-1]
            divided = True
    return pages


def main():
    blocks, pages = book_blocks(sys.argv[1]), page_texts(sys.argv[2])
    printed = collections.Counter(words(" ".join(pages)))
    # A word divided over a page's turn is found in two pieces.
    pieces = "".join(words("".join(pages)))
    wanted = collections.Counter(word for _, text in blocks for word in words(text))
    for word, count in sorted(wanted.items()):
        if printed[word] < count and pieces.count(word) < count:
            where = next(kind for kind, text in blocks if word in words(text))
            problems.append(f'"{word}" is printed {printed[word]} times instead of {count} (first in: {where[:60]})')
    spaced = [" ".join(words(page)) for page in pages]
    notes = 0
    for index, (kind, text) in enumerate(blocks):
        if kind.startswith("note ") and index + 1 < len(blocks):
            first = " ".join(words(blocks[index + 1][1])[:8])
            same = sum(1 for k, (other, _) in enumerate(blocks[:-1])
                       if other.startswith("note ") and " ".join(words(blocks[k + 1][1])[:8]) == first)
            found = sum(page.count(first) for page in spaced)
            notes += 1
            if len(first) > 12 and found != same:
                problems.append(f'note "{first}" is printed {found} times')
    print(f"{sum(wanted.values())} words, {notes} notes")
    for text in problems[:40]:
        print("FAILED:", text)
    sys.exit(1 if problems else 0)


main()
