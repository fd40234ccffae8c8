#!/usr/bin/env python3
"""Compares what a screen reader says of a tagged PDF with the manuscript.

usage: reading.py WORDS.C FILE.pdf BOOK.txt [FILE.pdf BOOK.txt ...]     (src/book/words.c; rekindle dump book)

Each word of the manuscript is read, in its order, and each word that is read is of the manuscript, or is the program's:
the contents, the index, bullets and numbers in labels (by their roles); a numeral; a phrase of words.c that layout prints,
whole; "Back to" with the title of a chapter; title and authors before the first chapter. A footnote is read between its call and the end of the block that calls it. Of a
worksheet all words are read: its head and prose in their order, those of an element as the drawing has them; what its
settings say may be read too, and what is printed in several copies.
"""
import collections
import glob
import os
import re
import sys

import ua_pdf
from reading_book import Book, Call, Said, Sheet
from reading_pdf import Note, Reader, words

NUMERAL = re.compile(r"\d+|[ivxlc]+")


def phrases(path, lang):
    """What the program prints in a language: {name of the row: phrases, lists of words}."""
    with open(path, encoding="utf-8") as file:
        source = file.read()
    drawn = ""
    for name in glob.glob(os.path.join(os.path.dirname(path), "../layout/**/*.c"), recursive=True):
        with open(name, encoding="utf-8") as file:
            drawn += file.read()
    column = {"en": 0, "de": 1, "fr": 2, "es": 3}.get(re.split("[-_]", lang)[0].lower(), 0)
    found = {}
    rows = re.findall(r"\[(WORD_\w+)\]\s*=\s*\{(.*?)\},\n", source, re.DOTALL)
    others = [name for name, _ in rows].index("WORD_NOTEBOOK")  # from here on, what an e-reader says, and some of layout
    for i, (name, row) in enumerate(rows):
        if i >= others and not re.search(rf"\b{name}\b", drawn):
            continue
        texts = re.findall(r'(?:"(?:[^"\\]|\\.)*"\s*)+', row)
        text = "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', texts[column])).replace("\\u00A0", " ")
        found[name] = [words(part) for part in re.split("%[ds]", text) if words(part)]
    numbers = re.search(r"english_parts\[\] = \{(.*?)\}", source, re.DOTALL)
    found["parts"] = [words(text) for text in re.findall('"([^"]*)"', numbers[1])]
    return found


class Comparison:
    """Walks through both at once. at: the place in the PDF's flow; done: the place in the book's."""

    def __init__(self, reader, book, own):
        self.read, self.book = reader.flow, book
        back = next(phrase for phrase in own["WORD_BACK_TO"])
        self.own = sorted([phrase for row in own.values() for phrase in row] + [back + title for title in book.titles],
                          key=len, reverse=True)
        self.at = self.done = self.skipped = 0
        self.problems, self.notes = [], []  # notes: (words, place in the book's flow)

    def complain(self, text):
        before = " ".join(word.text for word in self.read[max(0, self.at - 6):self.at] if not isinstance(word, Note))
        self.problems.append(f"{text} (after: …{before})")

    def word(self, ahead=0):
        """The text of a word to be read; notes are stepped over."""
        at = self.at
        while at < len(self.read):
            if not isinstance(self.read[at], Note):
                if ahead == 0:
                    return self.read[at].text
                ahead -= 1
            at += 1
        return None

    def here(self, wanted):
        """Whether these words are the next."""
        return bool(wanted) and all(self.word(i) == word for i, word in enumerate(wanted))

    def take_notes(self):
        while self.at < len(self.read) and isinstance(self.read[self.at], Note):
            self.notes.append(([word.text for word in self.read[self.at]], self.done))
            self.at += 1

    def step(self, count=1):
        for _ in range(count):
            self.take_notes()
            self.at += 1

    def skip(self, expected):
        """Steps over what is the program's own: whether there was such a thing."""
        self.take_notes()
        if self.at >= len(self.read):
            return False
        front = self.book.front if self.done == 0 else []
        for phrase in front + self.own:
            if self.here(phrase) and not (self.done and len(phrase) > 1 and expected[:len(phrase)] == phrase):
                self.step(len(phrase))
                return True
        if NUMERAL.fullmatch(self.read[self.at].text):
            self.step()
            return True
        return False

    # ---- the whole ----

    def compare(self):
        flow = self.book.flow
        while self.done < len(flow) and len(self.problems) < 12:
            entry = flow[self.done]
            if isinstance(entry, Sheet):
                self._sheet(entry, self._ahead(self.done + 1))
            elif isinstance(entry, Said):
                self._said(entry)
            self.done += 1
        while self.skip([]):
            pass
        if self.at < len(self.read) and len(self.problems) < 12:
            self.complain(f'"{self.word()}" and {len(self.read) - self.at} more are read after the end')
        self._footnotes()
        return self.problems

    def _ahead(self, place, count=3):
        """The next words of the book from a place; how a worksheet begins, if one comes first."""
        found = []
        for entry in self.book.flow[place:place + 40]:
            if isinstance(entry, Sheet):
                return found or entry.opens
            if isinstance(entry, Said):
                found.append(entry.text)
            if len(found) == count:
                break
        return found

    def _said(self, entry):
        expected = self._ahead(self.done, 9)
        while True:
            self.take_notes()
            found = self.word()
            if found == entry.text and not self._stands_apart(expected):
                self.step()
                return
            if self._in_halves(expected):
                return
            if not self.skip(expected):
                break
        self._lost(entry)

    def _stands_apart(self, expected):
        """Whether what begins like the book's next words is a phrase of the program's, or the title on its own page."""
        if self.done == 0 and any(self.here(phrase) for phrase in self.book.front):
            later = [self.word(i) for i in range(1, 60)]
            return any(later[i:i + len(expected)] == expected for i in range(len(later)))
        return any(len(phrase) > 1 and self.here(phrase) and expected[:len(phrase)] != phrase for phrase in self.own)

    def _in_halves(self, expected):
        """A hyphen at a line's end that was in the manuscript, with a space behind it: two words there, one here."""
        word = self.read[self.at] if self.at < len(self.read) else None
        if word is None or not word.halves or expected[:len(word.halves)] != word.halves:
            return False
        self.step()
        self.done += len(word.halves) - 1
        return True

    def _lost(self, entry):
        """Something differs: where both agree again for some words, the comparison goes on."""
        for further in range(1, 400):
            for ahead in range(further + 1):
                wanted = self._ahead(self.done + ahead, 4)
                behind = further - ahead
                if len(wanted) == 4 and all(self.word(behind + i) == word for i, word in enumerate(wanted)):
                    lost = " ".join(self._ahead(self.done, ahead)[:8]) if ahead else ""
                    extra = " ".join(self.word(i) or "" for i in range(min(behind, 8)))
                    self.complain(f'{entry.node.kind}{entry.node.rest[:30]}: "{lost}" is not read; "{extra}" is read instead')
                    self.step(behind)
                    self.done += ahead - 1
                    return
        self.complain(f'{entry.node.kind}{entry.node.rest[:30]}: "{entry.text}" is not read, but "{self.word()}"')

    # ---- worksheets ----

    def _sheet(self, sheet, following):
        left, any_of = collections.Counter(sheet.must), set(sheet.must) | set(sheet.may)
        name, start = f"{sheet.node.kind}{sheet.node.rest[:24]}", self.at
        while self.word() is not None and (+left or not self.here(following)):
            self.take_notes()
            word, at = self.word(), self.at
            phrase = any(len(phrase) > 1 and self.here(phrase) for phrase in self.own)
            if word not in any_of or phrase or left[word] <= 0 and NUMERAL.fullmatch(word):
                if not self.skip([]) and word not in any_of:
                    break
            if self.at == at:
                self.step()
            left.subtract(self.texts(at, self.at))
        if +left:
            self.complain(f"{name}: not read: {' '.join(list((+left).elements())[:12])}; read is {self.word()}")
            return
        rest = iter(self.texts(start, self.at))
        out = [word for word in sheet.order if word not in rest]
        if out:
            self.complain(f'{name}: "{out[0]}" of its head or prose is not read in its order')

    def texts(self, start, end):
        return [word.text for word in self.read[start:end] if not isinstance(word, Note)]

    # ---- notes ----

    def _footnotes(self):
        """Every note once, in the order of their first calls, each where it is called."""
        calls = {}
        for place, entry in enumerate(self.book.flow):
            if isinstance(entry, Call):
                calls.setdefault(entry.key, (place, entry.end))
        wanted = [(self.book.notes.get(key, []), place, end) for key, (place, end) in calls.items()]
        if len(wanted) != len(self.notes):
            self.problems.append(f"{len(self.notes)} notes are read, {len(wanted)} are called")
        for (said, place, end), (read, where) in zip(wanted, self.notes):
            if not self._same(said, read):
                self.problems.append(f"note read as: {' '.join(read[:12])}; written: {' '.join(said[:12])}")
            if not place <= where <= end + 1:
                self.problems.append(f"note “{' '.join(said[:6])}” is called at word {place}, read at word {where}")

    def _same(self, said, read):
        """A note's words, between which the program's own may be."""
        at = 0
        for word in said:
            while at < len(read) and read[at] != word and self._own_here(read, at):
                at += self._own_here(read, at)
            if at >= len(read) or read[at] != word:
                return False
            at += 1
        while at < len(read) and self._own_here(read, at):
            at += self._own_here(read, at)
        return at == len(read)

    def _own_here(self, read, at):
        """How many words of the program's own stand at a place."""
        for phrase in self.own:
            if read[at:at + len(phrase)] == phrase:
                return len(phrase)
        return 1 if NUMERAL.fullmatch(read[at]) else 0


def main():
    bad = 0
    for pdf, dump in zip(sys.argv[2::2], sys.argv[3::2]):
        book, reader = Book(dump), Reader(ua_pdf.read(pdf))
        comparison = Comparison(reader, book, phrases(sys.argv[1], book.lang))
        problems = comparison.compare()
        print(f"{os.path.basename(pdf)}: {len(reader.flow)} words read, {len(comparison.notes)} notes, {len(problems)} problems")
        for problem in problems[:12]:
            print("FAILED:", problem)
        bad += bool(problems)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
