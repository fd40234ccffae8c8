#!/usr/bin/env python3
"""Tests reading.py: a fault planted in the structure of a PDF, or in what the book is said to be, must be found.

usage: reading_planted.py WORDS.C FILE.pdf BOOK.txt
"""
import pickle
import sys
import tempfile

import ua_pdf
import ua_tree
from reading import Comparison, phrases
from reading_book import Book
from reading_pdf import Reader
from ua_plant import below


def paragraphs(document):
    """Neighbours with text of their own, below one element, whose words differ."""
    for element in reversed(ua_tree.Tree(document).all):  # the last, for the title page says what the program likes
        pair = [kid for kid in element.elements if kid.role == "P" and any(leaf[0] == "content" for leaf in kid.leaves)]
        if len(pair) > 1 and element.role in ("Sect", "Part"):
            yield element, pair[-2], pair[-1]


def exchanged(document):
    for element, one, other in paragraphs(document):
        kids = below(document, element)
        i, j = kids.index(one.reference), kids.index(other.reference)
        kids[i], kids[j] = kids[j], kids[i]
        return True
    return False


def left_out(document):
    for element, one, _ in paragraphs(document):
        below(document, element).remove(one.reference)
        return True
    return False


def read_twice(document):
    for element, one, _ in paragraphs(document):
        kids = below(document, element)
        kids.insert(kids.index(one.reference), one.reference)
        node = dict(one.node)
        kids[kids.index(one.reference)] = document.add(node)
        return True
    return False


def note_at_the_end(document):
    tree = ua_tree.Tree(document)
    for note in tree.all:
        if note.role == "Note":
            below(document, note.parent).remove(note.reference)
            below(document, tree.all[0]).append(note.reference)
            return True
    return False


def letters_lost(document):
    """The last code of a font's ToUnicode becomes another letter."""
    for thing in document.objects.values():
        if isinstance(thing, ua_pdf.Stream) and b"beginbfchar" in thing.data and b"<0065>" in thing.data:
            thing.data = thing.data.replace(b"<0065>", b"<0078>")
            return True
    return False




def main():
    words, pdf, dump = sys.argv[1:]
    sound = pickle.dumps(ua_pdf.read(pdf))
    with open(dump, encoding="utf-8") as file:
        text = file.read()
    lines = text.split("\n")
    paragraph = next(i for i, row in enumerate(lines) if row.startswith("    text ") and len(row.split()) > 6 and
                     lines[i - 1].startswith("  paragraph"))
    said = lines[paragraph].split()
    dumps = [(name, lines[:paragraph] + [changed] + lines[paragraph + 1:]) for name, changed in (
        ("a word too many in the book", lines[paragraph].replace('text="', 'text="Moreover ')),
        ("a word of the book lost", lines[paragraph].replace(" " + said[4], "", 1)))]
    bad = 0
    cases = [(plant.__name__, plant, text) for plant in (exchanged, left_out, read_twice, note_at_the_end, letters_lost)]
    cases += [(name, lambda document: True, "\n".join(changed)) for name, changed in dumps]
    for name, plant, book_text in cases:
        document = pickle.loads(sound)
        with tempfile.NamedTemporaryFile("w", encoding="utf-8") as file:
            file.write(book_text)
            file.flush()
            book = Book(file.name)
        if not plant(document) or not Comparison(Reader(document), book, phrases(words, book.lang)).compare():
            print(f"FAILED: {name}: not found")
            bad = 1
    print(f"{len(cases)} faults planted")
    return bad


if __name__ == "__main__":
    sys.exit(main())
