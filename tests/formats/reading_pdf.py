"""What a screen reader says of a tagged PDF: its words in the order of the structure tree."""
import re
import unicodedata

import ua_fonts
import ua_pdf
import ua_tree

DIVIDED = "\ue000"  # where a word was divided at a line's end
HYPHENS = "-\u2010\u00ad"
OWN = {"TOC", "Index"}  # what the program makes of the rest of the book: no words of the manuscript
WITHIN = {"Span", "Quote", "Link", "Reference", "Code"}  # may begin and end inside a word, but for a note's number
BACKWARDS = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"  # letters that run from right to left
TURN = re.compile(f"(?<=[{BACKWARDS}])(?=[^\\W{BACKWARDS}])|(?<=[^\\W{BACKWARDS}])(?=[{BACKWARDS}])")


def words(text):
    """The words of a text: letters and digits, whatever hyphens are in them; another direction begins another word."""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = re.sub(rf"(?<=\w)[{HYPHENS}\u2011](?=[\w{DIVIDED}])|\u00ad|[\u200b-\u200f\u2060-\u2069]", "", text)
    return re.findall(rf"[\w{DIVIDED}]+", TURN.sub(" ", text))


class Word:
    """One word; its halves, if it was divided at a line's end."""
    __slots__ = ("text", "halves")

    def __init__(self, text):
        self.text = text.replace(DIVIDED, "")
        self.halves = [half for half in text.split(DIVIDED) if half] if DIVIDED in text else []


class Note(list):
    """The words of a footnote, standing where its element does."""


class Reader:
    """Reads the structure tree into .flow, a list of Words and Notes; what is the program's own by its role is left out."""

    def __init__(self, document):
        content, _ = ua_fonts.shown(document)
        self.paintings = {}
        for painting in content.paintings:
            owner = next((mark.content for mark in reversed(painting.marks) if mark.mcid is not None), None)
            if painting.strings and owner and not painting.artifact:
                self.paintings.setdefault(owner, []).append(painting)
        self.flow, self.text, self.last, self.replaced = [], "", None, None
        for element in ua_tree.Tree(document).all:
            if element.parent is None:
                self._element(element)
        self._end()

    def _end(self):
        """The text so far is words."""
        self.flow += map(Word, words(self.text))
        self.text, self.last = "", None

    def _element(self, element):
        within = element.role in WITHIN and re.search(r"[^\W\d_]", self._plain(element))
        if not within:
            self._end()
        if element.role in OWN or element.role == "Lbl" and not re.search(r"[^\W\d_]{2}", self._plain(element)):
            return
        flow = self.flow
        if element.role == "Note":
            self.flow = Note()
        self._kids(element)
        if not within:
            self._end()
        if element.role == "Note":
            flow.append(self.flow)
            self.flow = flow

    def _kids(self, element):
        for kid in element.kids:
            if isinstance(kid, ua_tree.Element):
                self._element(kid)
            elif kid[0] == "content" and element.role != "Figure":  # a figure is read by its description
                for painting in self.paintings.get(kid[1], []):
                    self._show(painting)

    def _plain(self, element):
        """The text of an element, to tell bullets and numbers from words."""
        leaves = [leaf for inner in element.walk() for leaf in inner.leaves if leaf[0] == "content"]
        return "".join(painting.font.decode(painting.strings) for leaf in leaves
                       for painting in self.paintings.get(leaf[1], []) if painting.font)

    def _show(self, painting):
        text = painting.font.decode(painting.strings) if painting.font else ""
        mark = next((mark for mark in reversed(painting.marks) if "/ActualText" in mark.properties), None)
        if mark is not None:
            if mark is self.replaced:
                self.last = painting
                return
            text = _replacement(mark.properties["/ActualText"])
        self.replaced = mark
        if self.last is not None:
            self.text = self._joined(painting, text)
        self.text += text
        self.last = painting

    def _joined(self, painting, following):
        """The text so far, ready for the next: with a space where the page shows one, or without a line's hyphen."""
        last = self.last
        along, across = _between(last, painting)
        if abs(across) > 0.6 * max(last.size, painting.size):
            text = self.text.rstrip()
            if text and text[-1] in HYPHENS and text[-2:-1].isalnum():
                return text[:-1] + DIVIDED
            return text + " "
        if re.search(f"[{BACKWARDS}]", self.text[-1:] + following[:1]):  # may go on at the other side of what is there
            along = min(abs(along), abs(_between(painting, last)[0]))
        return self.text + (" " if abs(along) > 0.15 * max(last.size, painting.size) else "")


def _replacement(value):
    if isinstance(value, bytes):
        value = "b:" + value.hex()
    return ua_pdf.text(value)


def _between(one, other):
    """How far a text begins from where another ends, along its line and across it."""
    x, y = one.end[0] - one.start[0], one.end[1] - one.start[1]
    length = (x * x + y * y) ** 0.5 or 1
    dx, dy = other.start[0] - one.end[0], other.start[1] - one.end[1]
    return (dx * x + dy * y) / length, (dy * x - dx * y) / length
