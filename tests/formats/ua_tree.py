"""The structure tree (ISO 32000-1, 14.7): elements with their roles, attributes, languages; what content is whose."""
from ua_pdf import is_number, is_reference

# ISO 32000-1, 14.8.4.
STANDARD = set("""Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6
L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP
Warichu WT WP Figure Formula Form""".split())


class Element:
    """A structure element. kids: Elements, and leaves ("content", (page or form, MCID)) and ("object", reference)."""

    def __init__(self, tree, reference, node, parent):
        self.tree, self.reference, self.node, self.parent, self.kids = tree, reference, node, parent, []
        self.type = str(node.get("/S", ""))[1:]
        self.role = tree.role(self.type)

    def __str__(self):
        title = self.tree.document.text(self.node, "/T")
        return f"<{self.type}>{' ' + repr(title) if title else ''} ({self.reference})"

    @property
    def elements(self):
        return [kid for kid in self.kids if isinstance(kid, Element)]

    @property
    def leaves(self):
        return [kid for kid in self.kids if not isinstance(kid, Element)]

    def walk(self):
        """The element and all below it, in their order."""
        stack = [self]
        while stack:
            element = stack.pop()
            yield element
            stack.extend(reversed(element.elements))

    def above(self):
        """The element and those around it, innermost first."""
        element = self
        while element is not None:
            yield element
            element = element.parent

    def says(self, key):
        """Alt, ActualText, E or Lang of its own."""
        return self.tree.document.text(self.node, key)

    def language(self):
        return next((element.says("/Lang") for element in self.above() if "/Lang" in element.node), "")

    def attribute(self, owner, key):
        """An attribute of the element or of its classes (14.7.5); None if it has none."""
        document = self.tree.document
        for thing in [self.node.get("/A")] + [document.get(self.tree.root, "/ClassMap", name)
                                              for name in self._listed("/C")]:
            thing = document.get(thing)
            for entry in thing if isinstance(thing, list) else [thing]:
                entry = document.get(entry)
                if isinstance(entry, dict) and entry.get("/O") == owner and key in entry:
                    return document.get(entry[key])
        return None

    def _listed(self, key):
        thing = self.tree.document.get(self.node, key)
        return [name for name in (thing if isinstance(thing, list) else [thing]) if isinstance(name, str)]


class Tree:
    """The whole tree, and the ways back into it."""

    def __init__(self, document):
        self.document = document
        self.root = document.dict(document.catalog, "/StructTreeRoot")
        self.roles = document.dict(self.root, "/RoleMap")
        self.circular = {name for name in self.roles if self._follow(name) is None}
        self.of_content, self.of_object = {}, {}  # leaf: its element
        self.twice, self.wrong_parents, self._seen = [], [], set()
        tops = [self._element(kid, None) for kid in self._kids(self.root)]
        self.all = [element for top in tops if top for element in top.walk()]
        self.parents = document.number_tree(self.root.get("/ParentTree"))

    def _follow(self, name):
        """Where the role map leads from a name; None if in a circle."""
        seen = {name}
        while name in self.roles:
            name = self.document.get(self.roles[name])
            if name in seen:
                return None
            seen.add(name)
        return name

    def role(self, kind):
        """The standard type that a type is or is mapped to; "" if none."""
        end = kind if kind in STANDARD else str(self._follow("/" + kind) or "")[1:]
        return end if end in STANDARD else ""

    def _element(self, reference, parent):
        """Reads an element and all below it; None if it is none."""
        node = self.document.get(reference)
        if not isinstance(node, dict) or id(node) in self._seen:
            return None
        self._seen.add(id(node))
        element = Element(self, reference if is_reference(reference) else "direct", node, parent)
        if self.document.get(node, "/P") is not (parent.node if parent else self.root):
            self.wrong_parents.append(element)
        for kid in self._kids(node):
            leaf = self._leaf(kid, element)
            if leaf is not None:
                self._own(leaf, element)
            kid = leaf or self._element(kid, element)
            if kid is not None:
                element.kids.append(kid)
        return element

    def _kids(self, node):
        kids = self.document.get(node, "/K")
        return kids if isinstance(kids, list) else [node.get("/K")]

    def _own(self, leaf, element):
        table = self.of_content if leaf[0] == "content" else self.of_object
        if leaf[1] in table:
            self.twice.append((leaf, element))
        table.setdefault(leaf[1], element)

    def _leaf(self, kid, element):
        thing = self.document.get(kid)
        if is_number(thing):
            return ("content", (element.node.get("/Pg"), thing))
        kind = thing.get("/Type") if isinstance(thing, dict) else None
        if kind == "/MCR":
            return ("content", (thing.get("/Stm") or thing.get("/Pg") or element.node.get("/Pg"), thing.get("/MCID")))
        return ("object", thing.get("/Obj")) if kind == "/OBJR" else None
