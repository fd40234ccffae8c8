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
    """One operator that paints: within which marks, and of text what is shown and where.

    start, end: the points of the page where text begins and ends; size: of its letters there.
    """
    __slots__ = ("operator", "marks", "font", "strings", "mode", "place", "start", "end", "size")

    def __init__(self, operator, marks, place, state=None, parts=()):
        self.operator, self.marks, self.place = operator, marks, place
        self.font = self.mode = self.start = self.end = None
        self.strings, self.size = [part for part in parts if isinstance(part, bytes)], 0
        if state is not None:
            self.font, self.mode = state.font, state.mode
            self.start, self.end, self.size = state.show(parts)

    @property
    def artifact(self):
        return any(mark.tag == "/Artifact" for mark in self.marks)


def _times(m, n):
    """One matrix after another (ISO 32000-1, 8.3.4)."""
    return (m[0] * n[0] + m[1] * n[2], m[0] * n[1] + m[1] * n[3], m[2] * n[0] + m[3] * n[2], m[2] * n[1] + m[3] * n[3],
            m[4] * n[0] + m[5] * n[2] + n[4], m[4] * n[1] + m[5] * n[3] + n[5])


class State:
    """The graphics state, as far as text needs it (ISO 32000-1, 9.3, 9.4)."""
    __slots__ = ("matrix", "font", "size", "mode", "letters", "words", "scale", "leading", "rise", "text", "line")

    def __init__(self, matrix=(1, 0, 0, 1, 0, 0)):
        self.matrix, self.font, self.size, self.mode = matrix, None, 0, 0
        self.letters, self.words, self.scale, self.leading, self.rise = 0, 0, 1, 0, 0
        self.text = self.line = (1, 0, 0, 1, 0, 0)

    def copy(self):
        other = State()
        for name in self.__slots__:
            setattr(other, name, getattr(self, name))
        return other

    def step(self, x, y):
        self.line = self.text = _times((1, 0, 0, 1, x, y), self.line)

    def change(self, operator, operands):
        """An operator that sets text state or position; others do nothing."""
        numbers = [value for value in operands if isinstance(value, (int, float))]
        if operator == "BT":
            self.text = self.line = (1, 0, 0, 1, 0, 0)
        elif operator == "T*" or operator == "'":
            self.step(0, -self.leading)
        elif operator == '"' and len(numbers) >= 2:
            self.words, self.letters = numbers[:2]
            self.step(0, -self.leading)
        elif operator in ("Td", "TD") and len(numbers) == 2:
            self.leading = -numbers[1] if operator == "TD" else self.leading
            self.step(*numbers)
        elif operator in ("Tm", "cm") and len(numbers) == 6:
            if operator == "Tm":
                self.text = self.line = tuple(numbers)
            else:
                self.matrix = _times(numbers, self.matrix)
        elif operator in SETTINGS and numbers:
            setattr(self, SETTINGS[operator], numbers[-1] / 100 if operator == "Tz" else numbers[-1])

    def show(self, parts):
        """Moves over what is shown: (start, end, size) on the page."""
        start, whole = self._point(), _times(self.text, self.matrix)
        for part in parts:
            if isinstance(part, bytes):
                for code in self.font.codes(part) if self.font else ():
                    width = (self.font.width(code) or 0) / 1000 * self.size + self.letters
                    self._move(width + (self.words if code == b" " else 0))
            elif isinstance(part, (int, float)):
                self._move(-part / 1000 * self.size)
        return start, self._point(), abs(self.size) * (whole[0] ** 2 + whole[1] ** 2) ** 0.5

    def _move(self, width):
        self.text = _times((1, 0, 0, 1, width * self.scale, 0), self.text)

    def _point(self):
        return _times((1, 0, 0, 1, 0, self.rise), _times(self.text, self.matrix))[4:]


SETTINGS = {"Tc": "letters", "Tw": "words", "Tz": "scale", "TL": "leading", "Ts": "rise", "Tr": "mode"}


class Content:
    """What the pages paint, and how their marks are nested. fonts finds a font by its reference."""

    def __init__(self, document, fonts):
        self.document, self.fonts = document, fonts
        self.paintings = []  # every Painting of the pages
        self.marks = []      # (Mark, the marks around it)
        self.unbalanced = []  # places where marks are not closed, or closed twice
        self.forms = {}      # reference of a form: how often it is used on pages
        self.in_appearances = []  # Paintings of annotations' appearances: they need no marks, but fonts
        for number, (reference, page) in enumerate(document.pages(), 1):
            contents = document.get(page, "/Contents")
            streams = contents if isinstance(contents, list) else [page.get("/Contents")]
            data = b"\n".join(stream.data for stream in map(document.get, streams) if isinstance(stream, Stream))
            self._walk(data, page.get("/Resources"), reference, (), f"page {number}", (), self.paintings, State())
            for annotation in document.list(page, "/Annots"):
                self._appearances(annotation, f"page {number}, appearance")

    def _appearances(self, annotation, place):
        stack = list(self.document.dict(annotation, "/AP").values())
        while stack:
            reference = stack.pop()
            thing = self.document.get(reference)
            if isinstance(thing, Stream):
                self._walk(thing.data, thing.get("/Resources"), reference, (), place, (reference,), self.in_appearances, State())
            elif isinstance(thing, dict):
                stack.extend(thing.values())

    def _walk(self, data, resources, owner, around, place, within, into, state):
        """Reads a stream. around: the marks in which it is drawn; within: the forms that draw it."""
        marks, saved = around, []
        for operator, operands in operators(data):
            if operator in ("BMC", "BDC"):
                mark = self._mark(operator, operands, resources, owner)
                if into is self.paintings:
                    self.marks.append((mark, marks))
                marks += (mark,)
            elif operator == "EMC":
                if len(marks) == len(around):
                    self.unbalanced.append(f"{place}: EMC without a beginning")
                else:
                    marks = marks[:-1]
            elif operator == "q":
                saved.append(state.copy())
            elif operator == "Q":
                state = saved.pop() if saved else state
            elif operator in ("Tf", "gs"):
                self._font(operator, operands, resources, state)
            elif operator in SHOWING:
                state.change(operator, operands)
                last = operands[-1] if operands else b""
                into.append(Painting(operator, marks, place, state, last if isinstance(last, list) else [last]))
            elif operator == "Do":
                self._draw(operands, resources, marks, place, within, into, state)
            elif operator in PATHS or operator in ("sh", "EI"):
                into.append(Painting(operator, marks, place))
            else:
                state.change(operator, operands)
        if len(marks) > len(around):
            self.unbalanced.append(f"{place}: marked content that is not closed")

    def _mark(self, operator, operands, resources, owner):
        properties = operands[-1] if operator == "BDC" and operands else {}
        if isinstance(properties, str):
            properties = self.document.dict(resources, "/Properties", properties)
        return Mark(operands[0] if operands else "", properties if isinstance(properties, dict) else {}, owner)

    def _font(self, operator, operands, resources, state):
        if operator == "Tf" and len(operands) == 2:
            reference, size = self.document.dict(resources, "/Font").get(operands[0]), operands[1]
        else:
            reference, size = (self.document.list(resources, "/ExtGState", (operands or [""])[0], "/Font") + [None, None])[:2]
        if reference is not None:
            state.font, state.size = self.fonts.font(reference), size

    def _draw(self, operands, resources, marks, place, within, into, state):
        name = operands[0] if operands else ""
        reference = self.document.dict(resources, "/XObject").get(name)
        thing = self.document.get(reference)
        if not isinstance(thing, Stream):
            return
        if thing.get("/Subtype") != "/Form":
            into.append(Painting("Do", marks, f"{place}, picture {name}"))
        elif reference not in within:
            if into is self.paintings:
                self.forms[reference] = self.forms.get(reference, 0) + 1
            inner = state.copy()
            inner.matrix = _times(self.document.list(thing, "/Matrix") or (1, 0, 0, 1, 0, 0), state.matrix)
            self._walk(thing.data, thing.get("/Resources", resources), reference, marks, f"{place}, form {name}",
                       within + (reference,), into, inner)
