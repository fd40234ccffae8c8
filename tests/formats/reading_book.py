"""What rekindle dump book says must be read: words in their order, calls of notes, worksheets."""
import re

from reading_pdf import words

LINE = re.compile(r'( *)(\S+)(.*)')
VALUE = re.compile(r' ([a-z-]+)="((?:[^"\\]|\\.)*)"')
INLINE = {"text", "emphasis", "strong", "strike", "smallcaps", "code", "break", "link", "image", "noteref", "blank", "index",
          "lang", "phrase"}
SILENT = {"image", "blank", "index", "printed-index", "listing"}  # nothing of them is printed as it stands
HEAD = ["purpose", "before", "steps"]  # of a sheet, in the order in which they are printed
SOURCES = {"epigraph"}  # whose own text says where they are from: it stands below them
CALL = "\ue001"  # around the number of a note, in a text
OVERALL = {"text", "name", "alt", "description", "edition", "lang", "syntax"}  # no words of a worksheet's element


class Node:
    def __init__(self, kind, rest):
        self.kind, self.rest, self.children = kind, rest, []
        self.values = {key: re.sub(r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1], value) for key, value in VALUE.findall(rest)}

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    def find(self, pattern):
        m = re.search(pattern, VALUE.sub("", self.rest))
        return m[1] if m else None


def read(path):
    """The nodes at the left margin."""
    root = Node("", "")
    stack = [(-1, root)]
    with open(path, encoding="utf-8") as file:
        for line in file:
            spaces, kind, rest = LINE.match(line.rstrip("\n")).groups()
            while stack[-1][0] >= len(spaces):
                stack.pop()
            node = Node("codeblock" if kind == "code" and rest.endswith('\\n"') else kind, rest)
            stack[-1][1].children.append(node)
            stack.append((len(spaces), node))
    return root.children


def text(node):
    """The text of a block's own spans."""
    parts = []
    for child in node.children:
        if child.kind not in INLINE or child.kind in SILENT:
            continue
        if child.kind == "noteref":
            parts.append(CALL + child.find(r" note=(\d+)") + CALL)
        else:
            said = child.values.get("text", "") + text(child)
            apart = child.kind == "break" or child.kind == "phrase" and child.rest.startswith(" rt")  # over the line, not in it
            parts.append(f" {said} " if apart else said)
    return "".join(parts)


def without_calls(said):
    return re.sub(f"{CALL}.*?{CALL}", " ", said)


class Said:
    """One word, and where it stands in the manuscript."""
    __slots__ = ("text", "node")

    def __init__(self, text, node):
        self.text, self.node = text, node


class Call:
    """A note is called here. end: where the block ends, as a place in the flow."""
    __slots__ = ("key", "end")

    def __init__(self, key):
        self.key, self.end = key, None


class Sheet:
    """A worksheet or element. must: its words; order: those that stand in this order; may: what its settings say."""

    def __init__(self, node):
        self.node, self.must, self.order, self.may = node, [], [], []
        self.opens = words(without_calls(text(node)))[:3]
        self._block(node, True)

    def _block(self, node, prose):
        if node.values.get("edition") in ("reader", "print") or node.kind in SILENT:
            return
        if node.kind == "element":
            prose = False
            for key, value in node.values.items():
                if key == "title":
                    self.must += words(value)
                elif key not in OVERALL:
                    self.may += words(value)
        elif node.kind in ("worksheet", "example", "then", "repeat"):
            for key in ("time", "text"):
                self.may += words(node.values.get(key, ""))
        said = words(without_calls(text(node)) + " " + (node.values.get("text", "") if node.kind == "codeblock" else ""))
        self.must += said
        if prose and node.kind not in SOURCES:
            self.order += said
        for child in sorted(node.children, key=lambda child: HEAD.index(child.kind) if child.kind in HEAD else len(HEAD)):
            if child.kind not in INLINE:
                self._block(child, prose)
        if prose and node.kind in SOURCES:
            self.order += said


class Book:
    """The flow of a book, its notes by key, its settings."""

    def __init__(self, path):
        self.flow, self.notes, self.front, self.lang, self.sheets, self.chapter = [], {}, [], "en", {}, 0
        self.titles = []  # of chapters: "Back to …" leads there from a worksheet
        for node in read(path):
            if node.kind == "book":
                self._settings(node)
            elif node.kind == "part":
                self._say(node.values.get("title", ""), node)
                self._blocks(node)
            elif node.kind == "chapter":
                self.chapter += 1
                self.titles.append(words(node.values.get("title", "")))
                if not re.search(r" (copyright|dedication)( |$)", node.rest.split(" #")[0]):
                    self._say(node.values.get("title", ""), node)
                self._blocks(node)

    def _settings(self, node):
        for child in node.children:
            line = child.kind + child.rest
            m = re.match(r'(title|subtitle|publisher|collection|lang)="((?:[^"\\]|\\.)*)"', line)
            if m and m[1] == "lang":
                self.lang = m[2]
            elif m:
                self.front.append(words(m[2].replace('\\"', '"')))
            elif child.kind in ("author", "contributor"):
                self.front.append(words(child.values.get("name", "")))

    def _say(self, said, node):
        for i, part in enumerate(said.split(CALL)):
            self.flow += [Call((self.chapter, part))] if i % 2 else [Said(word, node) for word in words(part)]

    def _blocks(self, node):
        for child in node.children:
            if child.kind == "note":
                self.notes[self.chapter, child.find(r" (\d+)$")] = [word for inner in child.walk() if inner.kind not in INLINE
                                                                    for word in words(without_calls(text(inner)))]
            elif child.kind not in INLINE:
                before = len(self.flow)
                self._block(child)
                for entry in self.flow[before:]:
                    if isinstance(entry, Call):
                        entry.end = len(self.flow)

    def _block(self, node):
        if node.kind in SILENT or node.values.get("edition") in ("reader", "print"):
            return
        if node.kind in ("worksheet", "element"):
            self.flow.append(Sheet(node))
            self.sheets[node.find(r"#(\S+)")] = node
            return
        if node.kind == "repeat":
            copied = self.sheets.get(node.find(r"#(\S+)"))
            self.flow += [Sheet(copied)] * (int(node.find(r" (\d+) times")) if copied else 0)
            return
        said = text(node) + (node.values.get("text", "") if node.kind == "codeblock" else "")
        if node.kind not in SOURCES:
            self._say(said, node)
        for child in node.children:
            if child.kind not in INLINE:
                self._block(child)
        if node.kind in SOURCES:
            self._say(said, node)
