"""Checkpoints of the structure tree: 02 roles, 09 tables, lists and the like, 13 to 19 what elements must say."""
from ua_tree import STANDARD


def check(tree, report):
    _roles(tree, report)
    for element in tree.wrong_parents:
        report("UA1:7.1-12", f"{element}: /P is not the element that has it as a kid")
    for leaf, element in tree.twice:
        report("ISO:14.7.4", f"{element}: {leaf[0]} {leaf[1]} already belongs to {_owner(tree, leaf)}")
    for element in tree.all:
        _syntax(element, report)
        if element.role == "Table":
            _table(element, report)
        _says(element, report)
    _headings(tree, report)
    _notes(tree, report)


def _owner(tree, leaf):
    return (tree.of_content if leaf[0] == "content" else tree.of_object)[leaf[1]]


# ---- 02: role mapping ----

def _roles(tree, report):
    for name in sorted(tree.circular):
        report("02-003", f"the role map goes in a circle from {name}")
    for name in sorted(tree.roles):
        if name[1:] in STANDARD:
            report("02-004", f"the standard type {name} is mapped to {tree.document.get(tree.roles[name])}")
    said = set()
    for element in tree.all:
        if not element.role and "/" + element.type not in tree.circular and element.type not in said:
            said.add(element.type)
            report("02-001", f"{element}: its type is mapped to no standard type")


# ---- 09: appropriate tags (ISO 32000-1, tables 333, 336, 337, 338) ----

CELLS, ROWS = {"TH", "TD"}, {"TR"}
PARTS = {"THead", "TBody", "TFoot"}
# Role: (condition, roles that may be below it; None for any and for content).
BELOW = {
    "Table": ("09-004", PARTS | ROWS | {"Caption"}), "THead": ("09-004", ROWS), "TBody": ("09-004", ROWS),
    "TFoot": ("09-004", ROWS), "TR": ("09-004", CELLS),
    "L": ("09-005", {"Caption", "LI"}), "LI": ("09-005", {"Lbl", "LBody"}),
    "TOC": ("09-006", {"Caption", "TOC", "TOCI"}), "TOCI": ("09-006", {"Lbl", "Reference", "NonStruct", "P", "TOC"}),
    "Ruby": ("09-007", {"RB", "RT", "RP"}), "Warichu": ("09-008", {"WT", "WP"}),
}
# Role: (condition, roles that may be above it).
ABOVE = {
    "TR": ("09-004", PARTS | {"Table"}), "THead": ("09-004", {"Table"}), "TBody": ("09-004", {"Table"}),
    "TFoot": ("09-004", {"Table"}), "TH": ("09-004", ROWS), "TD": ("09-004", ROWS),
    "LI": ("09-005", {"L"}), "LBody": ("09-005", {"LI"}), "TOCI": ("09-006", {"TOC"}),
    "RB": ("09-007", {"Ruby"}), "RT": ("09-007", {"Ruby"}), "RP": ("09-007", {"Ruby"}),
    "WT": ("09-008", {"Warichu"}), "WP": ("09-008", {"Warichu"}),
}
NEEDS = {"Table": PARTS | ROWS, "TR": CELLS, "L": {"LI"}, "TOC": {"TOC", "TOCI"}}


def _syntax(element, report):
    roles = [kid.role for kid in element.elements]
    if element.role in BELOW:
        code, allowed = BELOW[element.role]
        wrong = [kid for kid in element.elements if kid.role not in allowed]
        if wrong:
            report(code, f"{element} has a kid {wrong[0]}")
        if element.leaves and element.role != "TOCI":
            report(code, f"{element} has content of its own")
        if not set(roles) & NEEDS.get(element.role, set(roles)) and element.role in NEEDS:
            report(code, f"{element} has none of {', '.join(sorted(NEEDS[element.role]))}")
        at = [i for i, role in enumerate(roles) if role == "Caption"]
        if at and (len(at) > 1 or at[0] not in ({0, len(roles) - 1} if element.role == "Table" else {0})):
            report(code, f"{element}: a caption in the wrong place")
    if element.role in ABOVE:
        code, allowed = ABOVE[element.role]
        if element.parent is None or element.parent.role not in allowed:
            report(code, f"{element} is in {element.parent}")


def _table(table, report):
    parts = [kid.role for kid in table.elements]
    for role in ("THead", "TFoot"):
        if parts.count(role) > 1:
            report("09-004", f"{table} has more than one <{role}>")
        if role in parts and "TBody" not in parts:
            report("09-004", f"{table} has a <{role}> but no <TBody>")
    groups, loose = [], []
    for kid in table.elements:
        if kid.role in PARTS:
            groups.append([row for row in kid.elements if row.role == "TR"])
        elif kid.role == "TR":
            loose.append(kid)
    rows = [row for group in groups + [loose] for row in group]
    _regular(table, rows, report)
    _headers(table, rows, report)


def _span(cell, key):
    value = cell.attribute("/Table", key)
    return value if isinstance(value, int) and value > 0 else 1


def _regular(table, rows, report):
    """Every place of the grid is taken by exactly one cell."""
    taken = {}
    for y, row in enumerate(rows):
        x = 0
        for cell in row.elements:
            while (x, y) in taken:
                x += 1
            across, down = _span(cell, "/ColSpan"), _span(cell, "/RowSpan")
            for place in ((x + i, y + j) for i in range(across) for j in range(down)):
                if place in taken:
                    report("09-004", f"{cell} lies over {taken[place]}")
                taken[place] = cell
            x += across
    columns = max((x for x, _ in taken), default=-1) + 1
    for y, row in enumerate(rows):
        if sum(1 for x in range(columns) if (x, y) in taken) != columns:
            report("09-004", f"{table}: row {y + 1} has not the {columns} columns of the others")
            return
    if any(y >= len(rows) for _, y in taken):
        report("09-004", f"{table}: a cell spans more rows than there are")


# ---- 15: tables ----

def _headers(table, rows, report):
    cells = [cell for row in rows for cell in row.elements if cell.role in CELLS]
    names = {cell.says("/ID") for cell in cells if "/ID" in cell.node}
    named = {id(cell): cell.attribute("/Table", "/Headers") or [] for cell in cells}
    by_name = all(named[id(cell)] for cell in cells if cell.role == "TD")
    for cell in cells:
        unknown = [name for name in named[id(cell)] if _text(table, name) not in names]
        if unknown:
            report("15-003", f"{cell}: /Headers names a cell that is not in {table}")
    for cell in cells:
        if cell.role == "TH" and cell.attribute("/Table", "/Scope") is None and not by_name:
            report("15-003", f"{cell} in {table} has no /Scope")


def _text(element, thing):
    return element.tree.document.text(thing)


# ---- 13, 17: what cannot be read must be said ----

def _says(element, report):
    if element.role == "Figure" and not element.says("/Alt") and "/ActualText" not in element.node:
        report("13-004", f"{element} has neither /Alt nor /ActualText")
    if element.role == "Formula" and not element.says("/Alt") and "/ActualText" not in element.node:
        report("17-002", f"{element} has no /Alt")
    if element.role == "Form" and element.attribute("/PrintField", "/Role") is None:
        objects = [leaf for leaf in element.leaves if leaf[0] == "object"]
        if len(element.kids) != 1 or len(objects) != 1:
            report("UA1:7.18.4-2", f"{element} without a /Role must have one kid, its field")


# ---- 14: headings ----

NUMBERED = {f"H{level}": level for level in range(1, 7)}


def _headings(tree, report):
    levels = [(element, NUMBERED[element.role]) for element in tree.all if element.role in NUMBERED]
    if levels and levels[0][1] != 1:
        report("14-002", f"the first heading is {levels[0][0]}")
    for (_, before), (element, level) in zip(levels, levels[1:]):
        if level > before + 1:
            report("14-003", f"{element} follows <H{before}>")
    plain = [element for element in tree.all if element.role == "H"]
    if plain and levels:
        report("14-007", f"both {plain[0]} and {levels[0][0]} are used")
    for element in tree.all:
        if sum(1 for kid in element.elements if kid.role == "H") > 1:
            report("14-006", f"{element} has more than one <H>")


# ---- 19: notes ----

def _notes(tree, report):
    seen = {}
    for element in tree.all:
        if element.role != "Note":
            continue
        name = element.says("/ID")
        if not name:
            report("19-003", f"{element} has no /ID")
        elif name in seen:
            report("19-004", f"{element} and {seen[name]} have the /ID {name!r}")
        seen.setdefault(name, element)
