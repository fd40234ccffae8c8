"""Looks at a form that a program has filled in: what is typed is kept, and stands where it should when it is printed.

usage: filled.py values FILLED.pdf
       filled.py ink BLANK.pdf FILLED.pdf DPI BLANK-PAGES FILLED-PAGES
       filled.py rules DUMP.txt DPI BLANK-PAGES FILLED-PAGES

PAGES: the beginning of the names of their pictures, grey PNM, one a page. ink: of the values, inside their fields.
rules: letters without descenders were typed everywhere; they stand on the rules that are printed there, and would not be
found to stand on others.
"""
import glob
import re
import sys

import forms_dump
import forms_read
import ua_pdf

DARKER = 48  # of 255: ink
BESIDE = 1  # points that ink may be outside its field
ABOVE = 5  # points that letters may be above their rule


# ---- pictures ----

class Picture:
    def __init__(self, path):
        with open(path, "rb") as file:
            data = file.read()
        head = re.match(rb"P5\s+(?:#.*\n)*(\d+)\s+(\d+)\s+(\d+)\s", data)
        self.width, self.height = int(head[1]), int(head[2])
        self.rows = [data[at:at + self.width] for at in range(head.end(), head.end() + self.width * self.height, self.width)]


def pictures(start):
    return [Picture(path) for path in sorted(glob.glob(glob.escape(start) + "*"), key=lambda path: int(re.findall(r"\d+", path)[-1]))]


def ink(blank, filled):
    """Where something is printed that is not on the blank page: {y: [x, ...]}."""
    found = {}
    for y, (before, after) in enumerate(zip(blank.rows, filled.rows)):
        if before != after:
            changed = [x for x, (one, other) in enumerate(zip(before, after)) if one - other > DARKER]
            if changed:
                found[y] = changed
    return found


# ---- the checks ----

def expected_value(document, widget):
    x0, _, x1, _ = document.list(widget, "/Rect")
    return "Łódź, žluťoučký kůň" if x1 - x0 > 120 else "Łódź gy" if x1 - x0 > 50 else "12"


def check_values(document):
    for field in forms_read.fields(document, lambda kind, what: None):
        nodes = [document.dict(widget) for widget in field.widgets]
        if field.node.get("/FT") == "/Tx":
            if document.text(field.node, "/V") != expected_value(document, nodes[0]):
                yield f"{field.name} says {document.text(field.node, '/V')!r}"
            continue
        states = [node.get("/AS") for node in nodes]
        on = [state for state in states if state != "/Off"]
        if on != [field.node.get("/V")] or on[0] not in forms_read.states(document, nodes[states.index(on[0])]):
            yield f"{field.name} is {field.node.get('/V')}, its buttons are {states}"


def check_ink(document, scale, blank, filled):
    fields = forms_read.fields(document, lambda kind, what: None)
    off = {widget for field in fields for widget in field.widgets if document.get(widget, "/AS") == "/Off"}
    names = {widget: field.name for field in fields for widget in field.widgets}
    for number, (_, page) in enumerate(document.pages()):
        height, found, boxes = document.list(page, "/MediaBox")[3], ink(blank[number], filled[number]), []
        for widget in forms_read.widgets(document, page):
            x, y, width, high = (edge * scale for edge in forms_read.rectangle(document, widget, height))
            inked = any(x <= at <= x + width for row in range(int(y), int(y + high) + 1) for at in found.get(row, ()))
            if not inked and widget not in off:
                yield f"page {number + 1}: nothing is printed in {names[widget]}"
            if widget not in off:
                boxes.append((x - BESIDE * scale - 1, y - BESIDE * scale - 1, x + width + BESIDE * scale, y + high + BESIDE * scale))
        stray = [(x, y) for y, row in found.items() for x in row
                 if not any(box[0] <= x <= box[2] and box[1] <= y <= box[3] for box in boxes)]
        if stray:
            yield f"page {number + 1}: {len(stray)} points of ink outside all fields, at {stray[0][0] / scale:.1f},{stray[0][1] / scale:.1f}"


def check_rules(widgets, scale, blank, filled):
    """How far the letters' feet are above their rules: a row of points is as exact as it gets."""
    for number, page in enumerate(widgets):
        found = ink(blank[number], filled[number])
        for widget in page:
            if not widget.rule:
                continue
            rows = [y for y in range(int(widget.y * scale), int((widget.y + widget.height + 1) * scale) + 1)
                    if any(widget.x * scale <= x <= (widget.x + widget.width) * scale for x in found.get(y, ()))]
            above = widget.rule.y - (rows[-1] + 1) / scale if rows else None
            if above is None or not -1 / scale <= above <= ABOVE:
                yield f"page {number + 1}: {widget.name}: its letters are {'missing' if above is None else f'{above:.1f} pt above the rule'}"


def moved(widgets, by):
    """The same with their rules elsewhere: each must be found then."""
    return [[widget._replace(rule=widget.rule._replace(y=widget.rule.y + by)) for widget in page if widget.rule] for page in widgets]


def look_at_rules(widgets, scale, blank, filled):
    yield from check_rules(widgets, scale, blank, filled)
    for by in (-5, 5):
        planted = moved(widgets, by)
        if (found := len(list(check_rules(planted, scale, blank, filled)))) != sum(map(len, planted)) or not found:
            yield f"rules moved by {by} pt: {found} found of {sum(map(len, planted))}"


def main():
    mode, path, *rest = sys.argv[1:]
    if mode == "values":
        problems = list(check_values(ua_pdf.read(path)))
    else:
        scale, blank, filled = int(rest[-3]) / 72, pictures(rest[-2]), pictures(rest[-1])
        if mode == "ink":
            problems = list(check_ink(ua_pdf.read(path), scale, blank, filled))
        else:
            problems = list(look_at_rules(forms_dump.widgets(forms_dump.read(path)), scale, blank, filled))
    for problem in problems[:20]:
        print("FAILED:", problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
