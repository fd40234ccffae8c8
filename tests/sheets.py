"""Looks at the sheets of a book's pages: nothing overlaps, nothing is cut off, every blank keeps its least size, and most
of a sheet is room to write.

usage: sheets.py [--verbose] FOLDER

In the folder stand, for every BOOK and TRIM of DESIGNS, BOOK.TRIM.pages (rekindle dump pages) and BOOK.TRIM.messages
(what that said on stderr); for every BOOK.book (rekindle dump book); and reference (rekindle help elements).
sheets_planted.py tests these checks: on dumps in which a defect has been planted.

Points, origin top left, y down, as in the dumps; the table of least sizes is in millimetres.
"""
import collections
import os
import re
import sys

MM = 72 / 25.4
TOUCH = 0.5  # points that boxes may reach into each other, and that a size may lack: dumps are rounded, strokes have a width
SAFE = 6 * MM  # from the trim: what the shops ask for (a quarter of an inch, without bleed), rounded
SPINE = 15 * MM  # "Nothing to write on within 15 mm of the spine."
SHOWN = 4  # problems of one kind on a page
ROOM = 0.55  # "At least 55% of the sheet is room to write."

# ---- the page: /page-design/, table "Page" ----

Design = collections.namedtuple("Design", "width height inner full top lines head")
DESIGNS = {  # inner margin; text column + gap + margin column; top of text; lines of 15 pt; baseline of the running head
    "8x10in": Design(576, 720, 65, 324 + 18 + 122, 66, 38, 42),
    "7.5x9.25in": Design(540, 666, 62, 324 + 14 + 96, 60, 35, 42),
    "letter": Design(612, 792, 68, 330 + 20 + 140, 72, 42, 44),
    "a4": Design(595.28, 841.89, 66, 330 + 20 + 130, 72, 45, 44),
}
LEADING = 15
ABOVE, BELOW, FOOT = 12, 18, 25  # a sheet begins above the text's first line, and its foot, two small lines, ends below the last

# ---- least sizes ----

MAYBE = "maybe"
Least = collections.namedtuple("Least", "line small lines check choice apart ruled inset")


def least(line=(20, 5), small=None, lines=(20, 10), check=4.5, choice=5, apart=8, ruled=None, inset=0):
    """Millimetres, width x height: of a field of one line; of one for a figure or a mark (narrower than a line's least);
    of one of several lines. Check boxes and circles: side; circles of one question: centre to centre. `ruled`: a field of
    several lines has rules in it, a line's height apart; MAYBE: or none. `inset`: points by which a field is smaller than the blank that it lies in, all
    together, so as not to touch frames and words."""
    return Least(line, small, lines, check, choice, apart, ruled, inset)


ROW = 10  # "Table rows 10 mm for one line"
LEAST = {
    # A gap in a sentence: "width mm (40; 15-full)"; as high as typed text of 11 pt. Its rule ends 2 pt before the next word.
    "blank": least(line=(15, 4.5), inset=2),
    # K1 "Line spacing 8 mm", or what the author said. The first line keeps clear of the prompt.
    "lines": least(ruled=True, inset=5),
    # K2, K3 "height mm (40; 12-fill)"; the field keeps clear of the frame's corners.
    "dots": least(lines=(40, 12), inset=9),
    "box": least(lines=(40, 12), inset=9),
    # K5 "Check boxes 4.5 mm"; empty rows as lines to write on.
    "checklist": least(line=(20, 8), inset=6),
    # K6, K7, K8 "Scale marks 5-6 mm with at least 8 mm center to center".
    "yesno": least(),
    "scale": least(),
    "battery": least(),
    # K9 check boxes, or circles as K7; boxed totals have room for two figures.
    "inventory": least(small=(10, 7)),
    # K10, K36 rows; columns are at least as wide as a gap in a sentence.
    "table": least(line=(15, ROW), lines=(15, ROW), inset=4),
    "contacts": least(line=(15, ROW), lines=(15, ROW), inset=4),
    # K11 cells; blank topics as a gap in a sentence.
    "compare": least(line=(15, 4.5), lines=(30, ROW), inset=6),
    # K12 "lines (9)"
    "columns": least(lines=(40, 16), ruled=True, inset=6),
    # K13 "Side-by-side boxes", four at the most: as high as K3
    "sort": least(lines=(25, 12), inset=9),
    # K14 "Short field per tick": a date on one of 12 ticks across the smallest page.
    "timeline": least(line=(11, 6), lines=(11, 10), inset=4),
    # K15 "slots per point"
    "hills": least(line=(20, 8), inset=4),
    # K16 "Number field (0-10) beside each label"
    "radar": least(small=(7, 5)),
    # K17 "Tracker cells at least 5 mm square"
    "tracker": least(line=(5, 5), inset=2),
    # K18 "Week cell at least 25 x 30 mm" is for days side by side. They are rows here: a cell is so wide, at least as high
    # as the attribute may say, and the cells of a day have more room together. A day without a name has a gap for it.
    "week": least(line=(20, 5), lines=(25, 12), inset=4),
    # K19 "month cell at least 22 x 20 mm": the field is what the "corner date blank" leaves of its height. The corner, and
    # a blank over a column, have room for two figures.
    "month": least(line=(6, 5), lines=(22, 14), inset=4),
    # K20 rows, and "small weight boxes"
    "proscons": least(line=(30, ROW), small=(5, 5), inset=4),
    # K21 "Four multi-line fields": boxes as K3
    "quadrant": least(lines=(40, 12), inset=9),
    # K22 "Two number fields (x, y) and a note"
    "plot": least(line=(20, 6), small=(8, 6), inset=2),
    # K23 "Check box on each branch; text field in leaves"
    "tree": least(choice=4.5, line=(20, 6), inset=4),
    # K24 "Short field per bubble", and a number beside it
    "mindmap": least(line=(20, 6), small=(7, 5), inset=4),
    # K25 "Multi-line field per region"; "room to write in each part": a word, twice, in the smallest circles.
    "venn": least(line=(13, 7.5), lines=(13, 7.5)),
    # K26 "Number field + text fields"
    "thermometer": least(line=(20, 6), small=(8, 6), inset=2),
    # K27 "Field per point"
    "cycle": least(line=(20, 6), lines=(20, 10), inset=4),
    # K28 "Check box or field per step"
    "ladder": least(line=(20, 6), inset=5),
    # K29 "two ruled lines each part"; the first rule keeps clear of the opening words.
    "ifthen": least(lines=(40, 16), ruled=True, inset=5),
    # K30 "Salutation, body, close fields"
    "letter": least(line=(30, 5), lines=(60, 24), ruled=MAYBE, inset=5),
    # K31 "Numbered clauses, lines after each"; gaps in a clause are "blank"; a date.
    "agreement": least(ruled=MAYBE, inset=5),
    # K32 "Signature line at least 60 mm"; a date beside it has room for "31 December".
    "signature": least(line=(60, 6), small=(25, 6), inset=1),
    "date": least(),
    # K33 "lines (5)", "kind thing line", "circle options": circles as K7
    "journal": least(ruled=MAYBE, inset=5),
    # K34 "Labeled bands, final box"; the count has room for two figures.
    "strips": least(line=(40, 6), small=(10, 5), lines=(40, 12), ruled=MAYBE, inset=6),
    # K35 "As its content": a card has no blank of its own.
    "card": least(),
}
SPACING = 8  # K1, for the ruled ones

# ---- the dumps ----


class Item:
    """Something painted: `box` is (left, top, right, bottom), with its stroke."""

    def __init__(self, kind, x, y, width, height, rest):
        self.kind, self.x, self.y, self.width, self.height = kind, x, y, width, height
        stroke, fill = re.search(r" stroke=([\d.]+)", rest), re.search(r" fill=(#\w+)", rest)
        self.stroke, self.fill = float(stroke[1]) if stroke else 0, fill[1] if fill else None
        self.ink = (re.search(r" ink=(#\w+)", rest) or [None, None])[1]
        half = self.stroke / 2
        self.box = (min(x, x + width) - half, min(y, y + height) - half, max(x, x + width) + half, max(y, y + height) + half)
        if kind == "text":
            face = re.match(r' fill=#\w+ (.*?),? ([\d.]+) "(.*)"$', rest)
            self.face, self.size, self.text = face[1], float(face[2]), face[3]
            # Letters, not lines: what is above capitals and below the baseline is white.
            below = 0.22 if re.search("[gjpqy,;()|Q]", self.text) else 0.03
            blank = 0.2 * self.size * (len(self.text) - len(self.text.rstrip(" ")))
            self.box = (x, y - 0.72 * self.size, x + max(width - blank, 0), y + below * self.size)

    def __str__(self):
        return f'text "{self.text}"' if self.kind == "text" else f"{self.kind} at {self.x:g},{self.y:g}"


class Field:
    def __init__(self, match):
        self.element, self.kind = match[1], match[2]
        self.x, self.y, self.width, self.height = (float(match[i]) for i in range(3, 7))
        self.name, self.value, self.prompt = match[7], match[8], match[9]
        self.box = (self.x, self.y, self.x + self.width, self.y + self.height)

    def __str__(self):
        return f"{self.element} field {self.name}{'=' + self.value if self.value else ''}"


class Page:
    def __init__(self, number, recto, is_sheet):
        self.number, self.recto, self.is_sheet = number, recto, is_sheet
        self.items, self.fields, self.places = [], [], []


ITEM = re.compile(r"  (text|line|box|ellipse|path|image) (-?[\d.]+),(-?[\d.]+) (-?[\d.]+)x(-?[\d.]+)(.*)$")
FIELD = re.compile(r"  field (\S+) (line|lines|check|choice|number) (-?[\d.]+),(-?[\d.]+) (-?[\d.]+)x(-?[\d.]+) (\S+?)(?:=(.*?))? \"(.*)\"$")


def read_pages(text):
    """(width, height) and the pages of a dump."""
    size, pages = None, []
    for line in text.split("\n"):
        line = re.sub(r"( not-in-\w+)+$", "", line)
        start = re.match(r"page (\d+) label=\S+ (recto|verso) (\w+)(?: \d+)?(?: private)?$", line)
        item, field = ITEM.match(line), FIELD.match(line)
        if start:
            pages.append(Page(int(start[1]), start[2] == "recto", start[3] == "sheet"))
        elif line.startswith("pages "):
            size = tuple(float(number) for number in re.match(r"pages \d+ ([\d.]+)x([\d.]+)", line).groups())
        elif item:
            pages[-1].items.append(Item(item[1], *(float(item[i]) for i in range(2, 6)), item[6]))
        elif field:
            pages[-1].fields.append(Field(field))
        elif line.startswith("  place "):
            pages[-1].places.append(line.split()[1:])
        elif line and not line.startswith(("  link ", "outline ")):
            sys.exit(f"sheets.py does not understand this line of a dump: {line}")
    return size, pages


class Sheet:
    """The pages of one worksheet; its head is what stands on the first under a rule in the accent colour."""

    def __init__(self, page):
        self.pages, self.head = [page], head_of(page)
        self.name = next((name for y, name in page.places if float(y) == self.head.y), "a sheet without a name")


def head_of(page):
    return next((item for item in page.items if item.kind == "line" and item.stroke == 1.5 and item.width > 300), None)


def read_sheets(pages):
    sheets = []
    for page in pages:
        if page.is_sheet and (head_of(page) or not sheets):
            sheets.append(Sheet(page))
        elif page.is_sheet:
            sheets[-1].pages.append(page)
    return sheets


def attributes(line):
    return dict(re.findall(r' ([\w-]+)="((?:[^"\\]|\\.)*)"', line))


def read_said(book, reference):
    """What the author said of each element by its name, without what is a default all the same."""
    defaults, element, said = {}, None, {}
    for line in reference.split("\n"):
        entry, attribute = re.match(r"(\w+): ", line), re.match(r"  ([\w-]+)=(\S+) ", line)
        element = entry[1] if entry else element
        if attribute:
            defaults[element, attribute[1]] = attribute[2]
    for line in book.split("\n"):
        match = re.match(r" *element @\S+ (?:#\S+ )?(\w+) ", line)
        if match:
            given = attributes(line)
            said[given.pop("name", None)] = {key: value for key, value in given.items() if defaults.get((match[1], key)) != value}
    return said


# ---- the checks ----

Problem = collections.namedtuple("Problem", "code page what")


def left_of(design, page):
    return design.inner if page.recto else design.width - design.inner - design.full


def overlaps(page):
    """Texts and fields that reach into each other."""
    things = sorted(page.fields + [item for item in page.items if item.kind == "text" and item.text.strip()],
                    key=lambda thing: thing.box[0])
    near = []
    for thing in things:
        near = [other for other in near if other.box[2] > thing.box[0] + TOUCH]
        for other in near:
            if min(thing.box[3], other.box[3]) - max(thing.box[1], other.box[1]) > TOUCH and \
                    min(thing.box[2], other.box[2]) - thing.box[0] > TOUCH and not in_circle(thing, other) and not in_circle(other, thing):
                yield Problem("overlap", page, f"{other} and {thing}")
        near.append(thing)


def in_circle(text, field):
    """The number of a scale stands in its circle."""
    return isinstance(text, Item) and isinstance(field, Field) and field.kind == "choice" and \
        field.box[0] <= text.box[0] and text.box[2] <= field.box[2] and field.box[1] <= text.box[1] and text.box[3] <= field.box[3]


HANGING = re.compile("^[\u2018\u201c(\\[]|[-.,;:!?)\u2019\u201d\u2013\u2014\u2026] *$")  # punctuation that stands in the margin


def outside(page, design):
    """What lies beside the type area, above or below the sheet, or too near to the trim or the spine."""
    left = left_of(design, page)
    top, bottom = design.top - ABOVE - 1, design.top + design.lines * LEADING + BELOW + 1
    folio = page.items and max(item.y for item in page.items if item.kind == "text")
    for thing in page.items + page.fields:
        x1, y1, x2, y2 = thing.box
        furniture = isinstance(thing, Item) and thing.kind == "text" and thing.y in (design.head, folio)
        hang = 0.15 * thing.size if isinstance(thing, Item) and thing.kind == "text" and HANGING.search(thing.text) else 0
        if isinstance(thing, Field) and (x1 < SPINE if page.recto else x2 > design.width - SPINE):
            yield Problem("spine", page, f"{thing} is nearer than 15 mm to the spine")
        elif x1 < SAFE or y1 < SAFE or x2 > design.width - SAFE or y2 > design.height - SAFE:
            yield Problem("outside", page, f"{thing} is nearer than 6 mm to the trim")
        elif x1 < left - 1 - hang or x2 > left + design.full + 1 + hang or not furniture and (y1 < top or y2 > bottom):
            yield Problem("outside", page, f"{thing} is outside the type area: {x1:.1f},{y1:.1f} to {x2:.1f},{y2:.1f}")


def empty(page, design):
    """A page with nothing on it between head and foot."""
    foot = design.top + design.lines * LEADING + BELOW - FOOT
    if not any(design.head < thing.box[1] < foot and thing.box[3] > design.top - ABOVE - 1 for thing in page.items + page.fields):
        yield Problem("empty", page, "there is nothing on this page of a sheet")


def said_of(field, said):
    """Fields of one element are named name.1, name.2 ..."""
    name = field.name
    while name not in said and "." in name:
        name = name.rsplit(".", 1)[0]
    return said.get(name, {})


def least_of(field, said):
    """Points, width and height, before the inset; for a blank whose height the author chose that, if it is less."""
    rule = LEAST[field.element]
    if field.kind in ("check", "choice"):
        side = getattr(rule, field.kind) * MM
        return side, side
    width, height = rule.lines if field.kind == "lines" else rule.line
    if field.kind in ("line", "number") and rule.small and field.width + rule.inset + TOUCH < width * MM:
        width, height = rule.small
    return width * MM, min(height, float(said_of(field, said).get("height", height))) * MM


def rules_in(page, field):
    """The heights of the rules to write on in a field."""
    return sorted({item.y for item in page.items if item.kind == "line" and item.height == 0 and item.y > field.y and
                   item.y <= field.box[3] + 1.5 and item.x <= field.x + 1 and item.x + item.width >= field.box[2] - 8})


def too_small(page, said):
    groups = collections.defaultdict(list)
    for field in page.fields:
        rule = LEAST.get(field.element)
        if not rule:
            yield Problem("unknown", page, f"{field}: no least size is stated for {field.element}")
            continue
        width, height = least_of(field, said)
        spacing = float(said_of(field, said).get("spacing", SPACING)) * MM
        inset = 0 if field.kind in ("check", "choice") else rule.inset
        if field.width + inset + TOUCH < width or field.height + inset + TOUCH < height:
            yield Problem("small", page, f"{field} is {field.width / MM:.1f} x {field.height / MM:.1f} mm instead of "
                                         f"{width / MM:.3g} x {height / MM:.3g}" + (f" less {inset} pt" if inset else ""))
        elif rule.ruled and field.kind == "lines":
            at = rules_in(page, field)
            gaps = [below - above for above, below in zip(at, at[1:])]
            if at and at[0] - field.y + inset + TOUCH < spacing or gaps and min(gaps) + TOUCH < spacing or not at and rule.ruled != MAYBE:
                yield Problem("small", page, f"{field} has lines nearer than {spacing / MM:g} mm, or none")
        if field.kind == "choice":
            groups[field.name].append(field)
    for fields in groups.values():
        yield from too_near(page, fields)


def too_near(page, fields):
    """Circles of one question."""
    for i, one in enumerate(fields):
        for other in fields[:i]:
            across, down = one.x + one.width / 2 - other.x - other.width / 2, one.y + one.height / 2 - other.y - other.height / 2
            apart = (across * across + down * down) ** 0.5
            if apart + TOUCH < LEAST[one.element].apart * MM:
                yield Problem("small", page, f"{other} and {one}: centres {apart / MM:.1f} mm apart")


# ---- room to write ----


def line_box(item):
    """A text's part of its line: a quarter more than its size is the line's height."""
    height = max(1.25 * item.size, LEADING if item.size > 9.2 else 12)
    return (item.box[0], item.y - 0.72 * height, item.box[2], item.y + 0.28 * height)


def head_panel(sheet, design):
    """From the rule to the last line of title and purpose, which are the first items of the text face."""
    items = sheet.pages[0].items
    bottom, titled = sheet.head.y, False
    for item in items[items.index(sheet.head):]:
        serif = item.kind == "text" and item.face.startswith("EB Garamond")
        if titled and not serif:
            break
        titled = titled or serif
        bottom = max(bottom, line_box(item)[3] if item.kind == "text" else item.y)
    return (sheet.head.x, sheet.head.y, sheet.head.x + design.full, bottom)


def panels(page):
    """Tinted areas; and the steps, which stand between two hairlines."""
    before = None
    for item in page.items:
        if item.kind == "box" and item.fill and item.fill != "#ffffff" and item.width * item.height > 150:
            yield item.box
        hairline = item.kind == "line" and item.stroke == 0.5 and item.ink == "#999999"
        if hairline and before and before.x == item.x and before.width == item.width:
            yield (before.x, before.y, before.x + before.width, item.y)
        before = item if hairline else None


def covered(words, tints, fields, area):
    """How much of an area words and tints cover; but a blank on a tint is room to write."""
    clip = [[(max(x1, area[0]), max(y1, area[1]), min(x2, area[2]), min(y2, area[3])) for x1, y1, x2, y2 in boxes]
            for boxes in (words, tints, fields)]
    ys = sorted({y for boxes in clip for box in boxes for y in (box[1], box[3])})
    total = 0
    for top, bottom in zip(ys, ys[1:]):
        words, tints, fields = ([box for box in boxes if box[1] <= top and box[3] >= bottom and box[0] < box[2]] for boxes in clip)
        xs = sorted({x for box in words + tints + fields for x in (box[0], box[2])})
        for left, right in zip(xs, xs[1:]):
            def on(boxes):
                return any(box[0] <= left and box[2] >= right for box in boxes)
            if on(words) or on(tints) and not on(fields):
                total += (right - left) * (bottom - top)
    return total


def room(sheet, design):
    """The part of a sheet that is neither words nor tinted."""
    area = free = 0
    for page in sheet.pages:
        left = left_of(design, page)
        whole = (left, design.top, left + design.full, design.top + design.lines * LEADING)
        words = [line_box(item) for item in page.items if item.kind == "text" and item.text.strip()]
        tints = list(panels(page)) + ([head_panel(sheet, design)] if page is sheet.pages[0] and sheet.head else [])
        size = design.full * design.lines * LEADING
        area += size
        free += size - covered(words, tints, [field.box for field in page.fields], whole)
    return free / area


# ---- all together ----


def check(text, messages, said, design, figures=None):
    """The problems of a book's sheets, in order."""
    size, pages = read_pages(text)
    sheets, problems = read_sheets(pages), []
    if abs(size[0] - design.width) > 0.1 or abs(size[1] - design.height) > 0.1:
        problems.append(Problem("page", None, f"pages are {size[0]:g} x {size[1]:g} instead of {design.width:g} x {design.height:g}"))
    for sheet in sheets:
        page = sheet.pages[0]
        if not sheet.head or abs(sheet.head.x - left_of(design, page)) > 0.1 or abs(sheet.head.width - design.full) > 0.1:
            problems.append(Problem("page", page, "its head does not stand between the margins of the page design"))
        for page in sheet.pages:
            problems += [*overlaps(page), *outside(page, design), *too_small(page, said), *empty(page, design)]
        part = room(sheet, design)
        if part < ROOM:
            problems.append(Problem("room", sheet.pages[0], f"{part:.0%} of the sheet {sheet.name} is room to write"))
        if figures is not None:
            figures.append((sheet, part))
    problems += [Problem("overflow", None, line) for line in messages.split("\n") if "[sheet-overflow]" in line]
    return sheets, problems


def say(problem, sheets):
    sheet = next((sheet.name for sheet in sheets if problem.page in sheet.pages), "")
    return (f"page {problem.page.number} ({sheet}): " if problem.page else "") + f"{problem.what} [{problem.code}]"


def main():
    verbose = "--verbose" in sys.argv
    folder = sys.argv[-1]

    def read(name):
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            return file.read()

    bad = 0
    for book in sorted(name[:-5] for name in os.listdir(folder) if name.endswith(".book")):
        said = read_said(read(book + ".book"), read("reference"))
        for trim, design in DESIGNS.items():
            figures = []
            sheets, problems = check(read(f"{book}.{trim}.pages"), read(f"{book}.{trim}.messages"), said, design, figures)
            for sheet, part in figures if verbose else []:
                print(f"{book} {trim}: {part:4.0%} room to write: {sheet.name}")
            said_already = collections.Counter()
            for problem in problems:
                said_already[problem.code, problem.page] += 1
                if said_already[problem.code, problem.page] <= SHOWN:
                    print(f"FAILED: {book} {trim}: {say(problem, sheets)}")
            bad += len(problems)
            print(f"{book} {trim}: {len(sheets)} sheets, {sum(len(p.fields) for s in sheets for p in s.pages)} blanks")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
