"""How a fault is planted: a function that breaks one thing of a document, and says whether it found it.

    @plant("13-004")
    def no_alt(document): ...

breaks it and returns True, or returns something false where there is nothing of the kind. The checks must then report
exactly the conditions that are named.
"""
import re

import ua_tree
from ua_pdf import Stream


class Plant:
    def __init__(self, codes, function):
        self.codes, self.make = codes, function
        self.name = "-".join([codes[0].replace(":", "-")] + [function.__name__])


def planter(plants):
    """A decorator that collects plants in a list."""
    def plant(*codes):
        def collect(function):
            plants.append(Plant(codes, function))
            return function
        return collect
    return plant


# ---- what there is ----

def elements(document, *roles):
    return [element for element in ua_tree.Tree(document).all if element.role in roles]


def first(things):
    return next(iter(things), None)


def annotations(document, subtype):
    """(page, reference, annotation) of each of a kind."""
    return [(page, reference, document.dict(reference)) for _, page in document.pages()
            for reference in document.list(page, "/Annots") if document.get(reference, "/Subtype") == subtype]


def page_node(document, number=0):
    """The page's own dictionary, to be changed."""
    return document.objects[document.pages()[number][0]]


# ---- what is changed ----

def contents(document, reference):
    """The stream of a page, its contents made one stream first."""
    page = document.objects[reference]
    thing = document.get(page, "/Contents")
    parts = thing if isinstance(thing, list) else [page.get("/Contents")]
    data = b"\n".join(part.data for part in map(document.get, parts) if isinstance(part, Stream))
    stream = Stream({}, data)
    page["/Contents"] = document.add(stream)
    return stream


def edit(document, pattern, replacement):
    """The first match on a page, replaced: whether there is one."""
    for reference, _ in document.pages():
        stream = contents(document, reference)
        changed, count = re.subn(pattern, replacement, stream.data, count=1, flags=re.DOTALL)
        if count:
            stream.data = changed
            return True
    return False


def appended(document, data, number=0):
    """Operators at the end of a page."""
    stream = contents(document, document.pages()[number][0])
    stream.data = b"q\n" + stream.data + b"\nQ\n" + data
    return True


def annotate(document, **more):
    """A new annotation on the first page, in no element."""
    page = page_node(document)
    box = document.pages()[0][1]["/MediaBox"]
    entries = {"/" + key: value for key, value in more.items()}
    reference = document.add({"/Type": "/Annot", "/F": 4, "/Rect": [box[0] + 10, box[1] + 10, box[0] + 30, box[1] + 30], **entries})
    page["/Annots"] = document.list(page, "/Annots") + [reference]
    page["/Tabs"] = "/S"
    return reference


def enclose(document, reference, kind, **more):
    """An element for an annotation, last in the document, with its place in the parent tree."""
    tree = ua_tree.Tree(document)
    top = tree.all[0]
    element = document.add({"/Type": "/StructElem", "/S": "/" + kind, "/P": top.reference,
                            "/K": [{"/Type": "/OBJR", "/Obj": reference, "/Pg": document.pages()[0][0]}], **more})
    number = max([key for key in tree.parents if isinstance(key, int)], default=0) + 1
    document.dict(reference)["/StructParent"] = number
    _into_numbers(document, tree.root, number, element)
    below(document, top).append(element)
    return element


def _into_numbers(document, root, number, value):
    """Rewrites the parent tree as one leaf, with one entry more."""
    table = document.number_tree(root.get("/ParentTree"))
    table[number] = value
    root["/ParentTree"] = document.add({"/Nums": [entry for pair in sorted(table.items()) for entry in pair]})


def below(document, element):
    """The list of an element's kids, made a list if it is none."""
    kids = document.get(element.node, "/K")
    element.node["/K"] = kids if isinstance(kids, list) else [] if kids is None else [element.node["/K"]]
    return element.node["/K"]


def add_element(document, parent, kind, **more):
    """A new last kid of an element."""
    reference = document.add({"/Type": "/StructElem", "/S": "/" + kind, "/P": parent.reference,
                              **{"/" + key: value for key, value in more.items()}})
    below(document, parent).append(reference)
    return reference


def rename(document, element, kind):
    if element is None:
        return False
    element.node["/S"] = "/" + kind
    return True


def attributes(document, element, owner, changes):
    """Changes what an element says of itself; None takes an attribute away."""
    thing = document.get(element.node, "/A")
    entries = [dict(entry) for entry in map(document.get, thing if isinstance(thing, list) else [thing]) if isinstance(entry, dict)]
    entry = first(entry for entry in entries if entry.get("/O") == owner)
    if entry is None:
        entry = {"/O": owner}
        entries.append(entry)
    for key, value in changes.items():
        entry[key] = value
    element.node["/A"] = [{key: value for key, value in entry.items() if value is not None} for entry in entries]


# ---- what several faults need ----

def languages(document, *left_out):
    """Takes the document's language away and gives one to all but what is left out."""
    del document.catalog["/Lang"]
    for top in ua_tree.Tree(document).all[:1]:
        if "structure" not in left_out:
            top.node["/Lang"] = "u:en"
    if "outline" not in left_out:
        document.catalog.pop("/Outlines", None)
    if "metadata" not in left_out:
        stream = document.get(document.catalog, "/Metadata")
        stream.data = stream.data.replace(b'"x-default"', b'"en"')
    return True


def leave(document, chosen):
    """Gives a language to every element but the chosen one and those around it."""
    spared = {id(element.node) for element in chosen.above()}
    for element in ua_tree.Tree(document).all:
        if id(element.node) in spared:
            element.node.pop("/Lang", None)
        else:
            element.node["/Lang"] = "u:en"
    return True


def has_text(document, element):
    """Whether an element has content of its own."""
    return any(leaf[0] == "content" for leaf in element.leaves)


def embedded(document, **names):
    file = document.add(Stream({"/Type": "/EmbeddedFile"}, b"text"))
    return document.add({"/Type": "/Filespec", "/EF": {"/F": file}, **{"/" + key: value for key, value in names.items()}})
