"""The form of a PDF: its fields by their full names, and where their widgets stand (ISO 32000-1, 12.7)."""


class Field:
    """A field that is filled in: its full name, its widgets (one, or those of a radio group)."""

    def __init__(self, node, name, widgets):
        self.node, self.name, self.widgets = node, name, widgets


def fields(document, report):
    """The fields that are filled in, and what is wrong with the tree that their names make."""
    found = []

    def walk(references, parent, path):
        parts = [document.text(reference, "/T") for reference in references]
        for reference, own in zip(references, parts):
            node, name = document.dict(reference), ".".join(path + [own])
            if not own or "." in own or parts.count(own) > 1:
                report("name", f"{name!r} is not one name of one field")
            if document.get(node, "/Parent") is not parent:
                report("name", f"{name} has another parent than the field that it is in")
            kids = document.list(node, "/Kids")
            inner = [kid for kid in kids if "/T" in document.dict(kid)]
            if inner and (len(inner) < len(kids) or any(key in node for key in ("/FT", "/V", "/Subtype"))):
                report("name", f"{name} is filled in, and holds other fields")
            if inner:
                walk(inner, node, path + [own])
            else:
                found.append(Field(node, name, kids or [reference]))

    walk(document.list(document.catalog, "/AcroForm", "/Fields"), None, [])
    return found


def widgets(document, page):
    """The references of a page's widgets, in the order of its annotations."""
    return [reference for reference in document.list(page, "/Annots") if document.get(reference, "/Subtype") == "/Widget"]


def rectangle(document, widget, height):
    """x, y of the top left corner, y down; width, height."""
    x0, y0, x1, y1 = document.list(widget, "/Rect")
    return x0, height - y1, x1 - x0, y1 - y0


def states(document, widget):
    """The names of a button's states, but for /Off."""
    return [name for name in document.dict(widget, "/AP", "/N") if name != "/Off"]
