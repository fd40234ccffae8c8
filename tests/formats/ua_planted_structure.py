"""Faults of the structure tree: checkpoints 02, 09, 13 to 19."""
from ua_plant import add_element, attributes, below, elements, first, planter, rename
from ua_tree import Tree

PLANTS = []
plant = planter(PLANTS)


# ---- 02 ----

def _roles(document):
    root = Tree(document).root
    root["/RoleMap"] = dict(document.dict(root, "/RoleMap"))
    return root["/RoleMap"]


def _leaf(document):
    """An element that nothing else depends on."""
    return first(elements(document, "Span", "Quote", "Code")) or first(elements(document, "P"))


@plant("02-001")
def unknown_type(document):
    return rename(document, _leaf(document), "Aside")


@plant("02-001")
def mapped_to_unknown(document):
    _roles(document)["/Aside"] = "/Apart"
    return rename(document, _leaf(document), "Aside")


@plant("02-003")
def circle(document):
    _roles(document).update({"/Aside": "/Apart", "/Apart": "/Aside"})
    return True


@plant("02-004")
def standard_remapped(document):
    _roles(document)["/Quote"] = "/Span"
    return True


@plant("UA1:7.1-12")
def wrong_parent(document):
    element = _leaf(document)
    element.node["/P"] = element.reference
    return True


# ---- 09 ----

@plant("09-004")
def row_outside_table(document):
    return add_element(document, _added(document, "TR"), "TD")


def _added(document, kind):
    """A new element, last in the document."""
    reference = add_element(document, Tree(document).all[0], kind)
    return first(element for element in Tree(document).all if element.reference == reference)


@plant("09-004")
def cell_too_many(document):
    row = first(elements(document, "TR"))
    return row and add_element(document, row, "TD")


@plant("09-004")
def cell_too_wide(document):
    cell = first(elements(document, "TD"))
    if cell:
        attributes(document, cell, "/Table", {"/ColSpan": 7})
    return cell


@plant("09-004")
def span_beyond_the_rows(document):
    for table in elements(document, "Table"):
        for cell in [row for row in table.walk() if row.role == "TR"][-1].elements:
            attributes(document, cell, "/Table", {"/RowSpan": 3})
        return True
    return False


@plant("09-004")
def paragraph_in_row(document):
    row = first(elements(document, "TR"))
    return row and add_element(document, row, "P")


@plant("09-004")
def paragraph_in_table(document):
    table = first(elements(document, "Table"))
    return table and add_element(document, table, "P")


@plant("09-004")
def caption_between(document):
    table = first(table for table in elements(document, "Table") if len(table.elements) > 1)
    if table:
        add_element(document, table, "Caption")
        kids = below(document, table)
        kids.insert(1, kids.pop())
    return table


@plant("09-004")
def head_without_body(document):
    table = first(table for table in elements(document, "Table") if any(kid.role == "TBody" for kid in table.elements))
    if table is None:
        return False
    for part in [kid for kid in table.elements if kid.role == "TBody"]:
        for row in part.elements:
            row.node["/P"] = table.reference
        at = below(document, table).index(part.reference)
        below(document, table)[at:at + 1] = below(document, part)
    return any(kid.role == "THead" for kid in table.elements)


@plant("09-005")
def item_outside_list(document):
    return add_element(document, _added(document, "LI"), "LBody")


@plant("09-005")
def paragraph_in_list(document):
    items = first(elements(document, "L"))
    return items and add_element(document, items, "P")


@plant("09-005")
def paragraph_in_item(document):
    item = first(elements(document, "LI"))
    return item and add_element(document, item, "P")


@plant("09-005")
def list_of_nothing(document):
    return add_element(document, Tree(document).all[0], "L")


@plant("09-006")
def entry_outside_contents(document):
    return add_element(document, Tree(document).all[0], "TOCI")


@plant("09-006")
def link_right_in_entry(document):
    entry = first(elements(document, "TOCI"))
    return entry and add_element(document, entry, "Figure", Alt="u:A figure")


@plant("09-006")
def paragraph_in_contents(document):
    contents = first(elements(document, "TOC"))
    return contents and add_element(document, contents, "P")


@plant("09-007")
def ruby_of_spans(document):
    return add_element(document, _added(document, "Ruby"), "Span")


@plant("09-008")
def warichu_outside(document):
    return add_element(document, Tree(document).all[0], "WT")


# ---- 13, 17 ----

@plant("13-004")
def figure_says_nothing(document):
    figure = first(figure for figure in elements(document, "Figure") if "/ActualText" not in figure.node)
    return figure and figure.node.pop("/Alt")


@plant("13-004")
def figure_says_empty(document):
    figure = first(figure for figure in elements(document, "Figure") if "/ActualText" not in figure.node)
    if figure:
        figure.node["/Alt"] = "u:"
    return figure


@plant("17-002")
def formula_says_nothing(document):
    return add_element(document, Tree(document).all[0], "Formula")


# ---- 14 ----

@plant("14-002")
def first_heading_lower(document):
    headings = elements(document, "H1", "H2", "H3", "H4", "H5", "H6")
    if any(heading.role not in ("H1", "H2", "H3") for heading in headings[1:2]):
        return False
    return rename(document, first(headings), "H2")


@plant("14-003")
def level_skipped(document):
    top = Tree(document).all[0]
    return elements(document, "H1") and add_element(document, top, "H1") and add_element(document, top, "H3")


@plant("14-006", "14-007")
def two_plain_headings(document):
    top = Tree(document).all[0]
    return elements(document, "H1") and add_element(document, top, "H") and add_element(document, top, "H")


@plant("14-007")
def plain_among_numbered(document):
    return elements(document, "H1") and add_element(document, Tree(document).all[0], "H")


# ---- 15 ----

@plant("15-003")
def head_without_scope(document):
    head = first(head for head in elements(document, "TH") if head.attribute("/Table", "/Scope") is not None)
    if head:
        head.node.pop("/C", None)
        attributes(document, head, "/Table", {"/Scope": None})
    return head


@plant("15-003")
def unknown_header(document):
    cell = first(elements(document, "TD"))
    if cell:
        attributes(document, cell, "/Table", {"/Headers": ["u:nobody"]})
    return cell


# ---- 19 ----

@plant("19-003")
def note_without_id(document):
    note = first(elements(document, "Note"))
    return note and note.node.pop("/ID")


@plant("19-004")
def notes_of_one_id(document):
    note = first(elements(document, "Note"))
    return note and add_element(document, Tree(document).all[0], "Note", ID=note.node["/ID"])
