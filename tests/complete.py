"""Compares the words of a book's dump with those of its pages, and looks at the form fields' names and prompts.

usage: complete.py BOOK.TXT PAGES.TXT     (rekindle dump book, rekindle dump pages)
"""
import collections
import re
import sys

problems = []


def words(text, least=3):
    return re.findall(rf"[^\W\d_]{{{least},}}", text.replace("\u00ad", "").lower())


def book_blocks(path):
    """The texts of each block, joined: (kind, text)."""
    blocks, depth_of_hidden = [], None
    for line in open(path, encoding="utf-8"):
        depth = len(line) - len(line.lstrip())
        kind = line.split(" @")[0].split()[0] if line.strip() else ""
        if depth_of_hidden is not None and depth > depth_of_hidden:
            continue
        depth_of_hidden = None
        if kind == "element" and 'edition="reader"' in line:
            depth_of_hidden = depth
            continue
        if line.startswith("chapter "):
            role = re.match(r"chapter \w+ (copyright|dedication)?", line)[1]
            blocks.append(["chapter", "" if role else re.search(r' title="((?:[^"\\]|\\.)*)"', line)[1]])
        elif kind in ("index", "image", "blank", "code") and 'lang=' not in line and kind != "code":
            depth_of_hidden = depth
        elif kind in ("text", "code"):
            text = re.search(r' text="((?:[^"\\]|\\.)*)"$', line.rstrip())
            if text and blocks:
                blocks[-1][1] += re.sub(r"\\(.)", lambda m: " " if m[1] == "n" else m[1], text[1])
        elif kind == "break" and blocks:
            blocks[-1][1] += " "
        elif kind not in ("emphasis", "strong", "strike", "smallcaps", "link", "noteref", "lang"):
            blocks.append([line.strip(), ""])
    return blocks


def page_texts(path):
    """One text a page; what touches on a line is joined, and so is a word divided at a line's end."""
    pages, before, divided = [], None, False
    for line in open(path, encoding="utf-8"):
        if line.startswith("page "):
            pages.append("")
            before = None
        m = re.match(r'  text (-?[\d.]+),(-?[\d.]+) ([\d.]+)x[\d.]+ .*?"(.*)"(?: not-in-\w+)*$', line.rstrip("\n"))
        if not m:
            continue
        x, y, width, text = float(m[1]), float(m[2]), float(m[3]), m[4]
        touches = before and abs(before[1] - y) < 5 and abs(before[0] - x) < 0.35
        if divided or touches or not pages[-1]:
            pages[-1] += text
        else:
            pages[-1] += " " + text
        before, divided = (x + width, y), False
        if touches and text in ("-", "\u2010", "\u00ad"):
            pages[-1] = pages[-1][:-1]
            divided = True
    return pages


def check_fields(path):
    """A form field has a name of its own, but for choices of one group, and says what belongs into it."""
    names, count = {}, 0
    for line in open(path, encoding="utf-8"):
        m = re.match(r'  field \w+ (\w+) \S+ \S+ (\S+?)(=(.*?))? "(.*)"( not-in-\w+)*$', line.rstrip("\n"))
        if not m:
            if line.startswith("  field "):
                problems.append(f"a field in a form that this test does not know: {line.strip()}")
            continue
        kind, name, value, prompt = m[1], m[2], m[4], m[5]
        count += 1
        if not prompt.strip() or name.startswith(prompt):
            problems.append(f'field {name}: a screen reader says "{prompt}"')
        others = names.setdefault(name, [])
        if others and (kind != "choice" or value in others):
            problems.append(f"field {name} is there twice")
        others.append(value)
    return count


def main():
    blocks, pages = book_blocks(sys.argv[1]), page_texts(sys.argv[2])
    printed = collections.Counter(words(" ".join(pages), least=1))
    wanted = collections.Counter(word for _, text in blocks for word in words(text))
    for word, count in sorted(wanted.items()):
        # A word divided over a page's turn is there in two pieces that nobody wrote.
        halves = any(printed[word[:i]] > wanted[word[:i]] and printed[word[i:]] > wanted[word[i:]] for i in range(1, len(word)))
        if printed[word] + halves < count:
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
    print(f"{sum(wanted.values())} words, {notes} notes, {check_fields(sys.argv[2])} fields")
    for text in problems[:40]:
        print("FAILED:", text)
    sys.exit(1 if problems else 0)


main()
