"""Tests the checks of forms.py: each fault that is planted in a form must be found, and nothing else.

usage: forms_planted.py FONTS FILE.pdf PAGES.txt     (a sound one, with blanks of every kind)
"""
import pickle
import sys

import forms
import forms_read
import ua_fonts
import ua_pdf
import ua_tree
from ua_plant import annotate, annotations, first, planter

PLANTS = []
plant = planter(PLANTS)


def widgets(document, **asked):
    """The widgets whose own entries are those asked for."""
    return [node for _, _, node in annotations(document, "/Widget")
            if all(node.get("/" + key) == value for key, value in asked.items())]


def text_field(document):
    return first(widgets(document, FT="/Tx", Ff=forms.NO_SCROLL))


def number_field(document):
    return first(node for node in widgets(document, FT="/Tx") if "/MaxLen" in node)


def button(document):
    return first(widgets(document, FT="/Btn"))


def group(document):
    return first(node for node in document.objects.values() if isinstance(node, dict) and node.get("/Ff") == forms.RADIO)


def holder(document):
    return first(node for node in document.objects.values() if isinstance(node, dict) and "/T" in node and "/FT" not in node)


def form(document):
    return document.dict(document.catalog, "/AcroForm")


def page_with_fields(document):
    reference = first(page for page, node in document.pages() if forms_read.widgets(document, node))
    return document.objects[reference]


def exchange(listed, one, other):
    i, j = listed.index(one), listed.index(other)
    listed[i], listed[j] = listed[j], listed[i]


# ---- blanks ----

@plant("place")
def moved(document):
    field = text_field(document)
    field["/Rect"] = [edge + 0.2 for edge in field["/Rect"]]
    return True


@plant("place", "look")
def narrower(document):
    field = text_field(document)
    field["/Rect"] = field["/Rect"][:2] + [field["/Rect"][2] - 0.2, field["/Rect"][3]]
    return True


@plant("blank")
def left_out(document):
    page = page_with_fields(document)
    document.list(page, "/Annots").remove(forms_read.widgets(document, page)[-1])
    return True


@plant("blank")
def one_too_many(document):
    return annotate(document, Subtype="/Widget", FT="/Tx", T="u:more")


# ---- kinds ----

@plant("kind")
def another_type(document):
    text_field(document)["/FT"] = "/Ch"
    return True


@plant("kind")
def several_lines(document):
    text_field(document)["/Ff"] |= forms.MULTILINE
    return True


@plant("kind")
def number_without_end(document):
    return number_field(document).pop("/MaxLen")


@plant("kind")
def number_at_the_left(document):
    return number_field(document).pop("/Q")


@plant("kind")
def ticked(document):
    button(document)["/AS"] = "/Yes"
    return True


@plant("kind")
def filled_in(document):
    text_field(document)["/V"] = "u:me"
    return True


@plant("kind")
def two_choices_alike(document):
    one, other = (document.get(kid, "/AP", "/N") for kid in document.list(group(document), "/Kids")[:2])
    mine, theirs = (first(name for name in states if name != "/Off") for states in (one, other))
    other[mine] = other.pop(theirs)
    return True


@plant("kind")
def choices_that_are_checks(document):
    return group(document).pop("/Ff")


# ---- names ----

@plant("name", "blank")
def period_in_a_name(document):
    text_field(document)["/T"] += ".1"
    return True


@plant("name")
def value_of_a_holder(document):
    holder(document)["/V"] = "u:me"
    return True


@plant("name")
def another_parent(document):
    return text_field(document).pop("/Parent")


# ---- prompts, structure, order ----

@plant("prompt")
def prompt_cut_short(document):
    field = text_field(document)
    field["/TU"] = field["/TU"][:-2]
    return True


@plant("prompt")
def group_without_prompt(document):
    return group(document).pop("/TU")


def _elements(document):
    """(widget, element) of the first two."""
    tree = ua_tree.Tree(document)
    return [(node, tree.of_object[reference]) for _, reference, node in annotations(document, "/Widget")[:2]]


@plant("structure")
def no_form(document):
    _elements(document)[0][1].node["/S"] = "/Span"
    return True


@plant("structure")
def more_in_its_element(document):
    element = _elements(document)[0][1].node
    element["/K"] = document.list(element, "/K") + [document.add({"/S": "/Span", "/P": element, "/K": []})]
    return True


@plant("structure")
def elements_exchanged(document):
    (one, _), (other, _) = _elements(document)
    one["/StructParent"], other["/StructParent"] = other["/StructParent"], one["/StructParent"]
    return True


@plant("order")
def annotations_exchanged(document):
    page = page_with_fields(document)
    exchange(document.list(page, "/Annots"), *forms_read.widgets(document, page)[:2])
    return True


@plant("order")
def elements_in_another_order(document):
    for element in ua_tree.Tree(document).all:
        forms_within = [kid for kid in element.elements if kid.role == "Form"]
        if len(forms_within) > 1:
            document.list(element.node, "/K").reverse()
            return True
    return False


@plant("order")
def order_of_rows(document):
    page_with_fields(document)["/Tabs"] = "/R"
    return True


# ---- scripts, looks ----

@plant("script")
def drawn_by_the_viewer(document):
    form(document)["/NeedAppearances"] = True
    return True


@plant("script")
def at_each_key(document):
    text_field(document)["/AA"] = {"/K": {"/S": "/JavaScript", "/JS": "u:app.beep()"}}
    return True


@plant("script")
def when_opened(document):
    document.catalog["/OpenAction"] = [document.pages()[0][0], "/Fit"]
    return True


@plant("look")
def off_is_not_drawn(document):
    return document.dict(button(document), "/AP", "/N").pop("/Off")


@plant("look")
def drawn_smaller(document):
    look = document.get(text_field(document), "/AP", "/N")
    look["/BBox"] = look["/BBox"][:3] + [look["/BBox"][3] - 1]
    return True


@plant("look")
def not_printed(document):
    text_field(document)["/F"] = 0
    return True


# ---- the font ----

def font(document):
    return first(document.dict(form(document), "/DR", "/Font").values())


@plant("font")
def no_font(document):
    return document.dict(form(document), "/DR", "/Font").popitem()


@plant("font")
def another_font_is_asked_for(document):
    text_field(document)["/DA"] = "u:/Helv 11 Tf 0 g"
    return True


@plant("font")
def under_another_name(document):
    fonts = document.dict(form(document), "/DR", "/Font")
    name, fonts["/Form"] = fonts.popitem()
    for node in [form(document)] + [node for node in document.objects.values() if isinstance(node, dict) and "/DA" in node]:
        node["/DA"] = node["/DA"].replace(name + " ", "/Form ")
    return True


@plant("font")
def not_embedded(document):
    return ua_fonts.Font(document, font(document)).descriptor.pop("/FontFile2")


@plant("font")
def no_l_with_a_stroke(document):
    stream = document.get(font(document), "/ToUnicode")
    whole, stream.data = stream.data, stream.data.replace(b" <0141>\n", b" <2717>\n")
    return stream.data != whole


@plant("font")
def wider(document):
    widths = document.list(ua_fonts.Font(document, font(document)).own, "/W")
    widths[1][30] += 100
    return True


def main():
    fonts, path, dump = sys.argv[1:]
    document, problems = ua_pdf.read(path), []
    expected, sound = forms.expected_of(document, dump), pickle.dumps(document)
    if found := forms.check(document, expected, fonts):
        problems.append(f"it is not sound: {found[:4]}")
    for fault in PLANTS:
        faulty = pickle.loads(sound)
        if not fault.make(faulty):
            problems.append(f"{fault.name}: nothing to break")
            continue
        found = forms.check(faulty, expected, fonts)
        if {code for code, _ in found} != set(fault.codes):
            problems.append(f"{fault.name}: found {found[:4] or 'nothing'}")
    print(f"{len(PLANTS)} faults planted, {len(problems)} not found as they should be")
    for problem in problems:
        print("FAILED:", problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
