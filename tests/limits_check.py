"""Looks for the words of a manuscript of limits.py in what was made of it.

usage: limits_check.py NAME.json MESSAGES PAGES.TXT|BOOK.EPUB...

MESSAGES: what the program has said: the warnings that are expected, each with its line of the manuscript.
PAGES.TXT, from `rekindle dump pages`: every word is there once and in order, a word that was divided is put together
again; what is painted lies on the page, and no text on another. BOOK.EPUB: every word is there once and in order.
"""
import bisect
import html
import json
import re
import sys
import zipfile

EDGE = 9  # points at a page's edge that stay free
TOUCH = 2  # points that texts may reach into each other
SHOWN = 12  # problems

FOLIO = re.compile("[ivxlcdm]+")  # the last text of a page
ANYWHERE, HUGE = 11, 1000  # letters of a word that is divided without a hyphen; of one that is not put together line by line


class Reader:
    """Puts words together again that were divided, and remembers in which order they were found."""

    def __init__(self, streams, own):
        self.own = set(own)
        self.place = {word: (name, i) for name, words in streams.items() for i, word in enumerate(words)}
        self.sorted = sorted(self.place)
        self.found = {name: [] for name in streams}
        self.open = []  # (a word or its beginning, how many letters of it have been found)
        self.unknown = []

    def longer(self, text):
        """A word that begins with this, and goes on."""
        i = bisect.bisect_right(self.sorted, text)
        return self.sorted[i] if i < len(self.sorted) and self.sorted[i].startswith(text) else None

    def take(self, word, length, divided):
        """A whole word, or so many letters of one: a hyphen follows, or it is divided anywhere, or has an initial."""
        if length == len(word) and word in self.place and not (divided and self.longer(word)):
            name, number = self.place[word]
            self.found[name].append(number)
            return True
        whole = word if length < len(word) else self.longer(word)
        if not whole or not (divided or len(whole) > ANYWHERE or length == 1):
            return False
        self.open.append((whole if len(whole) > HUGE else word, length))
        return True

    def go_on(self, text, divided):
        """The rest of a word, or more of it."""
        for i in reversed(range(len(self.open))):
            word, length = self.open[i]
            if len(word) == length:
                word += text
            elif not word.startswith(text, length):
                continue
            if word in self.place or self.longer(word):
                del self.open[i]
                return self.take(word, length + len(text), divided)
        return False

    def read(self, text):
        """The text of a line. What ends in an ellipsis was shortened, in a running head or the contents."""
        for i, raw in enumerate(text.lower().split()):
            letters = raw if raw.isalpha() else "".join(c for c in raw if c.isalpha())
            divided = raw.endswith("\u00ad")
            if not letters or raw.endswith("…") or (i == 0 and self.go_on(letters, divided)):
                continue
            known = (letters in self.own and not divided) or self.take(letters, len(letters), divided)
            if not known and len(letters) > 1:  # not an index's letter
                self.unknown.append(letters)

    def problems(self, streams, again, prompts):
        for text in [] if prompts else self.unknown:
            yield f'"{text[:60]}" is no word of the manuscript'
        for word, length in self.open:
            if length > 1:
                yield f'"{word[:min(length, 60)]}" does not go on'
        for name, words in streams.items():
            if name in again:
                if not contains(self.found[name], len(words), again[name]):
                    yield f'"{words[0][:60]} ..." ({name}) is nowhere whole'
            else:
                yield from once(words, self.found[name])


def contains(found, count, times):
    """Whether 0, 1, ..., count - 1 is there so many times: others may begin so and break off."""
    next_one = 0
    for i in found:
        next_one = i + 1 if i == next_one else int(i == 0)
        times -= next_one == count
    return times <= 0


def once(words, found):
    """What is wrong with the order of a text's words."""
    seen, expected = set(), 0
    for i in found:
        if i in seen:
            yield f'"{words[i][:60]}" is there twice'
        elif i < expected:
            yield f'"{words[i][:60]}" comes after "{words[expected - 1][:60]}"'
        seen.add(i)
        expected = max(expected, i + 1)
    for i, word in enumerate(words):
        if i not in seen:
            yield f'"{word[:60]}" is lost'


# ---- pages ----

ITEM = re.compile(r"  (text|line|box|ellipse|path|image) (-?[\d.]+),(-?[\d.]+) (-?[\d.]+)x(-?[\d.]+) ")


def outside(item, size):
    """How far an item (kind, left, top, right, bottom, what) reaches beyond the page less its edge."""
    _, left, top, right, bottom, _ = item
    return max(EDGE - left, EDGE - top, right - size[0] + EDGE, bottom - size[1] + EDGE)


def end_page(page, items, size, reader):
    """The words of a page, and its problems."""
    texts = [item[5][1:-1] for item in items if item[0] == "text"]
    for i, text in enumerate(texts):
        if i + 1 < len(texts) or not FOLIO.fullmatch(text):
            reader.read(text)
    for item in items:
        if outside(item, size) > 0:
            yield f"page {page}: {item[0]} {item[5][:60]} is {outside(item, size):.0f} pt outside"
    texts = sorted((item for item in items if item[0] == "text"), key=lambda item: item[2])
    for i, (_, left, top, right, bottom, text) in enumerate(texts):
        for _, left2, top2, right2, _, text2 in texts[i + 1:]:
            if top2 > bottom - TOUCH:
                break
            if min(right, right2) - max(left, left2) > TOUCH:
                yield f"page {page}: {text[:40]} and {text2[:40]} lie on each other"


def read_pages(path, reader):
    """Problems of what is where; the words go to the reader."""
    page, items, size = 0, [], None
    with open(path, encoding="utf-8") as file:
        size = [float(x) for x in file.readline().split()[2].split("x")]
        for line in file:
            if line.startswith("page "):
                yield from end_page(page, items, size, reader)
                page, items = page + 1, []
            match = ITEM.match(line)
            if not match:
                continue
            kind, (x, y, width, height) = match[1], (float(n) for n in match.groups()[1:])
            text = line[line.index('"'):].strip() if kind in ("text", "image") else ""
            if kind == "text":  # from the base line up, without ascenders
                items.append((kind, x, y - height * 0.45, x + width, y, text))
            else:
                items.append((kind, min(x, x + width), min(y, y + height), max(x, x + width), max(y, y + height), text))
        yield from end_page(page, items, size, reader)


# ---- EPUB, messages ----

def read_epub(path, reader):
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if re.search(r"(text/.*|title)\.xhtml$", name):
                body = re.search("<body.*</body>", archive.read(name).decode("utf-8"), re.S)[0]
                body = re.sub(r"</?(span|em|strong|a|b|i|code|small|sup|abbr|wbr)\b[^>]*>", "", body)
                reader.read(html.unescape(re.sub("<[^>]*>", " ", body)))
    return []


def read_messages(path, expected, most):
    with open(path, encoding="utf-8") as file:
        said = re.findall(r"^(.*?)(?:note|warning|error): (.*) \[([a-z-]+)\]$", file.read(), re.M)
    for where, text, code in said:
        if not re.match(r"\S+\.md:\d+:(\d+:)? $", where):
            yield f"nobody knows where: {text} [{code}]"
        if code not in expected:
            yield f"{where}{text} [{code}]"
    for code in expected:
        if code not in (code for _, _, code in said):
            yield f"no warning [{code}]"
    if len(said) > most:
        yield f"{len(said)} warnings"


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        case = json.load(file)
    problems = list(read_messages(sys.argv[2], case["codes"], case["most"]))
    for path in sys.argv[3:]:
        reader = Reader(case["streams"], case["own"])
        found = list((read_epub if path.endswith(".epub") else read_pages)(path, reader))
        found = [] if case["outside"] else found
        found += reader.problems(case["streams"], case["again"], case["prompts"])
        problems += [f"{path.rsplit('.', 1)[1]}: {problem}" for problem in found]
    for problem in problems[:SHOWN]:
        print("  " + problem)
    if len(problems) > SHOWN:
        print(f"  ... and {len(problems) - SHOWN} more")
    sys.exit(bool(problems))


main()
