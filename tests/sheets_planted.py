"""Tests the checks of sheets.py: each must find a defect that is planted in a dump, and nothing else.

usage: sheets_planted.py FOLDER     (as of sheets.py; the dumps of the kit on 8x10in are taken)

Every sheet of the dump without a problem is taken by itself; a defect is planted in the first where that is possible.
"""
import os
import re
import sys

import sheets

DESIGN = sheets.DESIGNS["8x10in"]


class Planting:
    """The lines of a dump with one sheet."""

    def __init__(self, lines, said):
        self.lines, self.said = lines, said
        self.page = sheets.read_pages("\n".join(lines))[1][0]

    def find(self):
        return sheets.check("\n".join(self.lines), "", self.said, DESIGN)[1]

    def line_of(self, thing):
        """Where a text or field of the first page stands in the dump."""
        start = f"  {thing.kind} " if isinstance(thing, sheets.Item) else "  field "
        place = f"{thing.x:.1f},{thing.y:.1f} {thing.width:.1f}x{thing.height:.1f}"
        return next(i for i, line in enumerate(self.lines) if line.startswith(start) and f" {place} " in f"{line} ")

    def changed(self, thing, x=None, y=None, width=None, height=None, drop=()):
        """With a thing at another place, or of another size; other things left out."""
        old = f"{thing.x:.1f},{thing.y:.1f} {thing.width:.1f}x{thing.height:.1f}"
        new = [thing.x if x is None else x, thing.y if y is None else y,
               thing.width if width is None else width, thing.height if height is None else height]
        at, gone = self.line_of(thing), {self.line_of(other) for other in drop}
        lines = [line for i, line in enumerate(self.lines) if i not in gone or i == at]
        lines[at - sum(1 for i in gone if i < at)] = self.lines[at].replace(old, "{:.1f},{:.1f} {:.1f}x{:.1f}".format(*new), 1)
        return Planting(lines, self.said)

    def with_line(self, line):
        return Planting(self.lines[:2] + [line] + self.lines[2:], self.said)


def texts(planting):
    return [item for item in planting.page.items if item.kind == "text" and item.size == 10.5]


def alone(planting):
    """Labels with nothing beside them."""
    things = [item for item in planting.page.items if item.kind == "text"] + planting.page.fields
    return [text for text in texts(planting) if len(text.text) > 3 and
            not any(thing is not text and thing.box[1] < text.box[3] + 1 and thing.box[3] > text.box[1] - 1 for thing in things)]


# Each yields (the planted dump, what the problem must say).


def on_a_field(clean):
    for text in texts(clean):
        for field in clean.page.fields:
            if field.kind in ("line", "lines") and field.width > text.width + 6 and field.height > 14:
                yield clean.changed(text, x=field.x + 3, y=field.y + 11), f'text "{text.text}" and {field}|{field} and text "{text.text}"'


def on_a_text(clean):
    for text in alone(clean)[:1]:
        for other in alone(clean)[1:]:
            yield clean.changed(text, x=other.x + 4, y=other.y + 3), f'text "{text.text}"'


def two_fields(clean):
    for one, other in zip(clean.page.fields, clean.page.fields[1:]):
        if one.kind == other.kind == "check":
            yield clean.changed(other, y=one.y + 8), f"{one} and {other}"


def beyond_the_margin(clean):
    for text in alone(clean):
        yield clean.changed(text, x=sheets.left_of(DESIGN, clean.page) + DESIGN.full + 20 - text.width), f'text "{text.text}" is outside'


def cut_off(clean):
    for text in alone(clean):
        yield clean.changed(text, width=sheets.left_of(DESIGN, clean.page) + DESIGN.full + 5 - text.x), f'text "{text.text}" is outside'


def at_the_trim(clean):
    for text in alone(clean):
        yield clean.changed(text, x=DESIGN.width - text.width - 8), f'text "{text.text}" is nearer than 6 mm'


def below_the_sheet(clean):
    for text in alone(clean):
        yield clean.changed(text, y=DESIGN.top + DESIGN.lines * 15 + 30), f'text "{text.text}" is outside'


def at_the_spine(clean):
    for field in clean.page.fields:
        yield clean.changed(field, x=30 if clean.page.recto else DESIGN.width - 30 - field.width), f"{field} is nearer than 15 mm"


def shrunken(element):
    def plant(clean):
        for field in clean.page.fields:
            if field.element == element:
                width, height = sheets.least_of(field, clean.said)
                small = sheets.LEAST[element].small
                if small and field.kind in ("line", "number"):
                    width, height = small[0] * sheets.MM, min(height, small[1] * sheets.MM)
                inside = [item for item in clean.page.items if item.kind == "text" and sheets.in_circle(item, field)]
                yield clean.changed(field, width=min(field.width, 0.5 * width), drop=inside), f"{field} is "
                yield clean.changed(field, height=0.5 * height, drop=inside), f"{field} is "
    return plant


def lines_too_near(clean):
    for field in clean.page.fields:
        rules = [item for item in clean.page.items if item.y in sheets.rules_in(clean.page, field)]
        if field.element == "lines" and len(rules) > 1:
            yield clean.changed(rules[1], y=rules[0].y + 18), f"{field} has lines nearer than 8 mm"


def circles_too_near(clean):
    for one, other in zip(clean.page.fields, clean.page.fields[1:]):
        if one.kind == other.kind == "choice" and one.name == other.name:
            inside = [item for item in clean.page.items if item.kind == "text" and sheets.in_circle(item, other)]
            yield clean.changed(other, x=one.x + 21, drop=inside), f"{one} and {other}: centres"


def covered(clean):
    """A tint over the lower half of a page: but for its blanks, which are room to write all the same."""
    left, whole = sheets.left_of(DESIGN, clean.page), DESIGN.lines * 15
    height = 0.46 * whole + sum(field.width * field.height for field in clean.page.fields) / DESIGN.full
    if height < whole and not any(line.startswith("page ") for line in clean.lines[2:]):
        yield clean.with_line(f"  box {left:.1f},{DESIGN.top + whole - height:.1f} {DESIGN.full:.1f}x{height:.1f} fill=#f8f3f2"), "is room to write"


def unknown(clean):
    field = clean.page.fields[0]
    lines = [line.replace(f"field {field.element} ", "field frobnicator ") if i == clean.line_of(field) else line
             for i, line in enumerate(clean.lines)]
    yield Planting(lines, clean.said), "no least size is stated for frobnicator"


def nothing_on_it(clean):
    yield Planting(clean.lines + ["page 99 label=99 recto sheet", '  text 500.0,670.0 4.1x11.0 fill=#000000 EB Garamond 11.0 "99"'], clean.said), \
        "there is nothing"


def another_page(clean):
    yield Planting([re.sub(r"576.0x720.0", "580.0x720.0", clean.lines[0])] + clean.lines[1:], clean.said), "pages are 580 x 720"


def another_margin(clean):
    head = sheets.head_of(clean.page)
    yield clean.changed(head, width=head.width - 10), "its head does not stand"


def clean_sheets(dump, said):
    """Sheets without a problem, each with the first line of the dump."""
    first, *pages = re.split(r"(?m)^(?=page \d)", dump)
    first, taken = first.split("\n", 1)[0], []
    for page in pages:
        read = sheets.read_pages(first + "\n" + page)[1][0]
        if read.is_sheet and sheets.head_of(read):
            taken.append([page])
        elif read.is_sheet and taken:
            taken[-1].append(page)
    for sheet in taken:
        planting = Planting([first] + "".join(sheet).rstrip("\n").split("\n"), said)
        if planting.page.fields and not planting.find():
            yield planting


def grows(plant, code, clean):
    """Plants where it can; the one problem must be found, and no other."""
    last = "nowhere to plant it"
    for sheet in clean:
        for planted, what in plant(sheet):
            found = planted.find()
            if len(found) == 1 and found[0].code == code and re.search("|".join(map(re.escape, what.split("|"))), found[0].what):
                return None
            last = f"not found: {what}; but {[(problem.code, problem.what) for problem in found]}"
            if not any(problem.code == code for problem in found):
                return last  # missed; with others beside it, it was only planted badly
    return last


def main():
    folder = sys.argv[1]

    def read(name):
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            return file.read()

    said = sheets.read_said(read("kit.book"), read("reference"))
    clean = list(clean_sheets(read("kit.8x10in.pages"), said))
    kinds = sorted({field.element for sheet in clean for field in sheet.page.fields})
    planted = [(on_a_field, "overlap"), (on_a_text, "overlap"), (two_fields, "overlap"), (beyond_the_margin, "outside"), (cut_off, "outside"),
               (at_the_trim, "outside"), (below_the_sheet, "outside"), (at_the_spine, "spine"), (lines_too_near, "small"),
               (circles_too_near, "small"), (covered, "room"), (nothing_on_it, "empty"), (unknown, "unknown"), (another_page, "page"), (another_margin, "page")]
    planted += [(shrunken(kind), "small") for kind in kinds]
    failures = [(plant.__name__, code, failure) for plant, code in planted if (failure := grows(plant, code, clean))]
    for name, code, failure in failures:
        print(f"FAILED: planted [{code}] by {name}: {failure}")
    said_overflow = sheets.check("\n".join(clean[0].lines), "a.md:1:1: warning: too long [sheet-overflow]\n", said, DESIGN)[1]
    if [problem.code for problem in said_overflow] != ["overflow"]:
        print("FAILED: a warning of an overflow is not reported")
        failures.append(said_overflow)
    print(f"{len(planted) + 1} defects planted, on {len(clean)} sheets with blanks of {', '.join(kinds)}")
    sys.exit(1 if failures or len(clean) < 3 else 0)


main()
