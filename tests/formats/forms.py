"""Looks at the form of screen editions: each blank of the dump of their pages is a field, and nothing else is.

usage: forms.py FONTS FILE.pdf PAGES.txt ...     (the folder of the fonts; rekindle dump pages, of each file's book)
       forms.py --names FILE.pdf                 prints the full names of its fields

A file with fewer pages than its dump is a pack of all its worksheets. Each problem has a word for the kind of check.
"""
import os
import re
import sys

import forms_dump
import forms_font
import forms_read
import ua_pdf
import ua_tree

MULTILINE, NO_SCROLL, RADIO, PRINTED = 1 << 12, 1 << 23, 1 << 15, 4
LONGEST_NUMBER = 5
ROUNDED = 0.062  # to a tenth in the dump; both edges to a hundredth in the file
EXACT = 0.011
ACTIONS = ("/A", "/AA", "/JS", "/JavaScript", "/OpenAction")


# ---- each widget ----

def check_place(document, node, expected, height, report):
    x, y, width, high = forms_read.rectangle(document, node, height)
    slack = 2 * ROUNDED if expected.rule else ROUNDED  # two places of the dump are added up
    if abs(x - expected.x) > ROUNDED or abs(width - expected.width) > ROUNDED:
        report("place", f"{expected.name}: from {x:g}, {width:g} wide, instead of {expected.x:g}, {expected.width:g}")
    if abs(y - expected.y) > slack or abs(high - expected.height) > slack:
        report("place", f"{expected.name}: from {y:g}, {high:g} high, instead of {expected.y:g}, {expected.height:g}")


def check_text(document, node, expected, report):
    flags = NO_SCROLL | (MULTILINE if expected.kind == "many" else 0)
    middle = expected.kind == "number" or expected.width < forms_dump.NARROW
    asked = {"/FT": "/Tx", "/Ff": flags, "/Q": 1 if middle else 0, "/V": None,
             "/MaxLen": LONGEST_NUMBER if expected.kind == "number" else None}
    for key, value in asked.items():
        if (found := document.get(node, key) or (0 if key == "/Q" else None)) != value:
            report("kind", f"{expected.name}: {key} is {found} instead of {value}")
    if not re.fullmatch(r"u:/\w+ [\d.]+ Tf 0 g", document.get(node, "/DA") or ""):
        report("font", f"{expected.name}: /DA is {node.get('/DA')}")


def check_button(document, node, field, expected, report):
    flags = RADIO if expected.kind == "choice" else None
    now = "/Yes" if expected.kind == "check" and expected.value else "/Off"  # ticked by the manuscript
    for key, value in {"/FT": "/Btn", "/Ff": flags, "/V": now}.items():
        if document.get(field.node, key) != value:
            report("kind", f"{expected.name}: {key} is {field.node.get(key)} instead of {value}")
    states = forms_read.states(document, node)
    word = re.fullmatch(r"[\w-]{1,15}", expected.value or "", re.ASCII)
    wanted = "Yes" if expected.kind == "check" else word[0] if word else None
    if len(states) != 1 or node.get("/AS") != now or wanted and states != ["/" + wanted]:
        report("kind", f"{expected.name}: state {node.get('/AS')} of {states}, instead of one that is called {wanted}")


def check_group(document, field, prompts, report):
    """Radio buttons of one field: one state each, and what they have in common as the prompt of all."""
    states = [state for widget in field.widgets for state in forms_read.states(document, widget)]
    if len(set(states)) != len(field.widgets):
        report("kind", f"{field.name}: the states of its buttons are {states}")
    said = document.text(field.node, "/TU")
    if not said or said != field.name and not all(prompt.startswith(said) for prompt in prompts):
        report("prompt", f"{field.name} as a whole is called {said!r}")


def check_looks(document, node, name, height, report):
    """Each state is drawn, as large as the widget, and printed (12.5.3, 12.5.5)."""
    _, _, width, high = forms_read.rectangle(document, node, height)
    normal = document.get(node, "/AP", "/N")
    looks = [normal] if isinstance(normal, ua_pdf.Stream) else [document.get(look) for look in document.dict(normal).values()]
    if not isinstance(normal, ua_pdf.Stream) and "/Off" not in document.dict(normal):
        report("look", f"{name}: nothing says how it looks when it is off")
    for look in looks or [None]:
        box = document.list(look, "/BBox") if isinstance(look, ua_pdf.Stream) else []
        if len(box) != 4 or max(abs(one - other) for one, other in zip(box, (0, 0, width, high))) > EXACT or "/Matrix" in look:
            report("look", f"{name}: drawn in {box} instead of {width:g} x {high:g}")
    if node.get("/F") != PRINTED:
        report("look", f"{name}: /F is {node.get('/F')}")


def check_element(document, tree, reference, name, report):
    node = document.dict(reference)
    element = tree.of_object.get(reference)
    if element is None or element.role != "Form" or element.kids != [("object", reference)]:
        report("structure", f"{name} is in {element}, with {element and element.kids}")
    elif document.get(tree.parents.get(node.get("/StructParent"))) is not element.node:
        report("structure", f"{name}: /StructParent leads elsewhere than to {element}")


# ---- the whole ----

def check_page(document, page, expected, owners, tree, report):
    """The widgets of a page beside those expected, one by one; what is expected is left out of nothing."""
    found = forms_read.widgets(document, page)
    height = document.list(page, "/MediaBox")[3]
    names = [owners[reference].name if reference in owners else "?" for reference in found]
    wanted = [widget.name for widget in expected]
    if names != wanted:
        what = "order" if sorted(names) == sorted(wanted) else "blank"
        at = next((i for i, pair in enumerate(zip(names, wanted)) if pair[0] != pair[1]), min(len(names), len(wanted)))
        report(what, f"fields {names[at:at + 3]} instead of {wanted[at:at + 3]}; {len(names)} and {len(wanted)} on the page")
        return
    if found and page.get("/Tabs") != "/S":
        report("order", f"/Tabs is {page.get('/Tabs')}")
    for reference, widget in zip(found, expected):
        node, field = document.dict(reference), owners[reference]
        check_place(document, node, widget, height, report)
        if widget.kind in ("check", "choice"):
            check_button(document, node, field, widget, report)
        else:
            check_text(document, node, widget, report)
        if document.text(node, "/TU") != widget.prompt:
            report("prompt", f"{widget.name} says {document.text(node, '/TU')!r} instead of {widget.prompt!r}")
        check_looks(document, node, widget.name, height, report)
        check_element(document, tree, reference, widget.name, report)


def check_scripts(document, report):
    """Nothing runs, and nothing is left to the viewer to draw."""
    if "/NeedAppearances" in document.dict(document.catalog, "/AcroForm"):
        report("script", "/NeedAppearances")
    for reference, thing in document.everything():
        link = thing.get("/Subtype") == "/Link" and document.get(thing, "/A", "/S") in ("/GoTo", "/URI")
        structure = "/S" in thing and "/P" in thing  # an element: its /A are attributes
        for key in ACTIONS:
            if key in thing and not (key == "/A" and (link or structure or "/Title" in thing)):
                report("script", f"{reference} has {key}")


def check_order(document, tree, report):
    """On each page the fields are in the order of the structure. What is on two pages may be read across them."""
    told = [leaf[1] for element in tree.all for leaf in element.leaves if leaf[0] == "object"]
    for number, (_, page) in enumerate(document.pages(), 1):
        listed = forms_read.widgets(document, page)
        own = set(listed)
        for one, other in zip((reference for reference in told if reference in own), listed):
            if one != other:
                report("order", f"page {number}: {one} is read where {other} is in its turn")
                break


def check(document, expected, fonts):
    """The problems of a document: [(kind, what is wrong)]. `expected`: the widgets of each page."""
    problems = {}

    def report(kind, message):
        problems[kind, message] = None

    fields, tree = forms_read.fields(document, report), ua_tree.Tree(document)
    owners = {reference: field for field in fields for reference in field.widgets}
    pages = [page for _, page in document.pages()]
    if len(pages) != len(expected):
        report("blank", f"{len(pages)} pages instead of {len(expected)}")
    for number, (page, widgets) in enumerate(zip(pages, expected), 1):
        check_page(document, page, widgets, owners, tree, lambda kind, what, number=number: report(kind, f"page {number}: {what}"))
    shown = {reference for page in pages for reference in forms_read.widgets(document, page)}
    for reference in owners.keys() - shown:
        report("blank", f"{owners[reference].name} is on no page")
    for field in fields:
        if field.node.get("/Ff") == RADIO:
            check_group(document, field, [document.text(widget, "/TU") for widget in field.widgets], report)
    check_order(document, tree, report)
    check_scripts(document, report)
    forms_font.check(document, fonts, report)
    return sorted(problems)


def expected_of(document, dump):
    pages = forms_dump.read(dump)
    if len(pages) > len(document.pages()):
        pages = [page for page in pages if page.sheet]
    return forms_dump.widgets(pages)


def main():
    if sys.argv[1:2] == ["--names"]:
        print(*sorted(field.name for field in forms_read.fields(ua_pdf.read(sys.argv[2]), lambda *_: None)), sep="\n")
        return 0
    bad, count = 0, 0
    for path, dump in zip(sys.argv[2::2], sys.argv[3::2]):
        document = ua_pdf.read(path)
        expected = expected_of(document, dump)
        problems = check(document, expected, sys.argv[1])
        count += sum(map(len, expected))
        for kind, message in problems[:40]:
            print(f"{os.path.basename(path)}: {kind}: {message}")
        bad += len(problems)
    print(f"{count} widgets, {bad} problems")
    return 1 if bad or not count else 0


if __name__ == "__main__":
    sys.exit(main())
