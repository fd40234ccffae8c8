"""Content streams: operators, marked content, what is painted within which marks (ISO 32000-1, 7.8, 14.6)."""
import functools
import re

from ua_pdf import Stream

TOKEN = re.compile(rb"""
    (?:[\0\t\n\f\r\ ]+|%[^\r\n]*)*
    (?: (?P<number>[+-]?(?:\d+\.?\d*|\.\d+)) (?=[\0\t\n\f\r\ /<>\[\]()%]|$)
      | (?P<name>/[^\0\t\n\f\r\ /<>\[\]()%{}]*)
      | (?P<hex><[0-9A-Fa-f\s]*>)
      | (?P<open><<|\[)
      | (?P<close>>>|\])
      | (?P<string>\()
      | (?P<word>[^\0\t\n\f\r\ /<>\[\]()%{}]+)
      | (?P<end>$) )""", re.VERBOSE)
IN_STRING = re.compile(rb"\\(?:[0-7]{1,3}|\r\n|.)|[()]|[^\\()]+", re.DOTALL)
ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
WORDS = {b"true": True, b"false": False, b"null": None}

PATHS = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s"}
SHOWING = {"Tj", "TJ", "'", '"'}


def _string(data, at):
    """A literal string from behind its parenthesis: (bytes, where it ends)."""
    parts, depth = [], 1
    while True:
        m = IN_STRING.match(data, at)
        if m is None:
            return b"".join(parts), len(data)
        part, at = m[0], m.end()
        if part == b"(":
            depth += 1
        elif part == b")":
            depth -= 1
            if depth == 0:
                return b"".join(parts), at
        elif part[:1] == b"\\":
            rest = part[1:]
            part = (bytes([int(rest, 8) & 255]) if rest[:1].isdigit() and rest[:1] < b"8"
                    else b"" if rest in (b"\r", b"\n", b"\r\n") else ESCAPES.get(rest, rest))
        parts.append(part)


def _close(stack):
    """Closes an array or dictionary: what is on top becomes one operand of what is below."""
    inner = stack.pop()
    if inner.kind == b"<<":
        keys = inner[::2]
        value = {key: value for key, value in zip(keys, inner[1::2]) if isinstance(key, str)}
    else:
        value = list(inner)
    stack[-1].append(value)


class _Open(list):
    kind = b""


@functools.lru_cache(maxsize=4000)
def operators(data):
    """The operators of a stream with their operands: numbers, names with a slash, bytes, lists, dicts."""
    found, stack, at = [], [_Open()], 0
    while True:
        m = TOKEN.match(data, at)
        if m is None:  # a brace or a lone bracket: no operator begins so
            at += 1
            continue
        kind, at = m.lastgroup, m.end()
        token = m[kind]
        if kind == "end":
            return found
        if kind == "number":
            stack[-1].append(float(token) if b"." in token else int(token))
        elif kind == "name":
            stack[-1].append(re.sub(r"#([0-9A-Fa-f]{2})", lambda h: chr(int(h[1], 16)), token.decode("latin-1")))
        elif kind == "hex":
            digits = b"".join(token[1:-1].split())
            stack[-1].append(bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode()))
        elif kind == "open":
            stack.append(_Open())
            stack[-1].kind = token
        elif kind == "close":
            if len(stack) > 1:
                _close(stack)
        elif kind == "string":
            value, at = _string(data, at)
            stack[-1].append(value)
        elif token in WORDS:
            stack[-1].append(WORDS[token])
        elif token == b"ID":
            end = re.compile(rb"[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)").search(data, at)
            at = end.end() if end else len(data)
            found.append(("EI", list(stack[-1])))
            stack = [_Open()]
        elif token != b"BI":
            found.append((token.decode("latin-1"), list(stack[-1])))
            stack = [_Open()]


class Mark:
    """One open BMC or BDC: its tag and properties; the stream (page or form) that numbers its MCID."""
    __slots__ = ("tag", "properties", "owner")

    def __init__(self, tag, properties, owner):
        self.tag, self.properties, self.owner = tag, properties, owner

    @property
    def mcid(self):
        return self.properties.get("/MCID")

    @property
    def content(self):
        """What the structure tree calls it: (reference of page or form, MCID)."""
        return (self.owner, self.mcid)


class Painting:
    """One operator that paints: within which marks, and of text the font, the strings and the rendering mode."""
    __slots__ = ("operator", "marks", "font", "strings", "mode", "place")

    def __init__(self, operator, marks, font, strings, mode, place):
        self.operator, self.marks, self.font, self.strings, self.mode, self.place = \
            operator, marks, font, strings, mode, place

    @property
    def artifact(self):
        return any(mark.tag == "/Artifact" for mark in self.marks)


class Content:
    """What the pages paint, and how their marks are nested."""

    def __init__(self, document):
        self.document = document
        self.paintings = []  # every Painting of the pages
        self.marks = []      # (Mark, the marks around it)
        self.unbalanced = []  # places where marks are not closed, or closed twice
        self.forms = {}      # reference of a form: how often it is used on pages
        self.in_appearances = []  # Paintings of annotations' appearances: they need no marks, but fonts
        for number, (reference, page) in enumerate(document.pages(), 1):
            contents = document.get(page, "/Contents")
            streams = contents if isinstance(contents, list) else [page.get("/Contents")]
            data = b"\n".join(stream.data for stream in map(document.get, streams) if isinstance(stream, Stream))
            self._walk(data, page.get("/Resources"), reference, (), f"page {number}", (), self.paintings)
            for annotation in document.list(page, "/Annots"):
                self._appearances(annotation, f"page {number}, appearance")

    def _appearances(self, annotation, place):
        stack = list(self.document.dict(annotation, "/AP").values())
        while stack:
            reference = stack.pop()
            thing = self.document.get(reference)
            if isinstance(thing, Stream):
                self._walk(thing.data, thing.get("/Resources"), reference, (), place, (reference,), self.in_appearances)
            elif isinstance(thing, dict):
                stack.extend(thing.values())

    def _walk(self, data, resources, owner, around, place, within, into):
        """Reads a stream. around: the marks in which it is drawn; within: the forms that draw it."""
        document, marks, below = self.document, around, len(around)
        state, saved = (None, 0), []
        for operator, operands in operators(data):
            font, mode = state
            if operator in ("BMC", "BDC"):
                properties = operands[-1] if operator == "BDC" and operands else {}
                if isinstance(properties, str):
                    properties = document.dict(resources, "/Properties", properties)
                mark = Mark(operands[0] if operands else "", properties if isinstance(properties, dict) else {}, owner)
                if into is self.paintings:
                    self.marks.append((mark, marks))
                marks += (mark,)
            elif operator == "EMC":
                if len(marks) == below:
                    self.unbalanced.append(f"{place}: EMC without a beginning")
                else:
                    marks = marks[:-1]
            elif operator == "q":
                saved.append(state)
            elif operator == "Q":
                state = saved.pop() if saved else state
            elif operator == "Tf" and operands:
                state = (document.get(resources, "/Font", operands[0]) and
                         document.dict(resources, "/Font").get(operands[0]), mode)
            elif operator == "Tr" and operands:
                state = (font, operands[0])
            elif operator == "gs" and operands:
                own = document.list(resources, "/ExtGState", operands[0], "/Font")
                state = (own[0], mode) if own else state
            elif operator in SHOWING:
                last = operands[-1] if operands else b""
                strings = [part for part in (last if isinstance(last, list) else [last]) if isinstance(part, bytes)]
                into.append(Painting(operator, marks, font, strings, mode, place))
            elif operator == "Do":
                self._draw(operands, resources, marks, place, within, into)
            elif operator in PATHS or operator in ("sh", "EI"):
                into.append(Painting(operator, marks, None, [], 0, place))
        if len(marks) > below:
            self.unbalanced.append(f"{place}: marked content that is not closed")

    def _draw(self, operands, resources, marks, place, within, into):
        name = operands[0] if operands else ""
        reference = self.document.dict(resources, "/XObject").get(name)
        thing = self.document.get(reference)
        if not isinstance(thing, Stream):
            return
        if thing.get("/Subtype") != "/Form":
            into.append(Painting("Do", marks, None, [], 0, f"{place}, picture {name}"))
        elif reference not in within:
            if into is self.paintings:
                self.forms[reference] = self.forms.get(reference, 0) + 1
            self._walk(thing.data, thing.get("/Resources", resources), reference, marks, f"{place}, form {name}",
                       within + (reference,), into)
