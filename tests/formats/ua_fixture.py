"""A small sound tagged PDF with every kind of element that the checks look at, and the fonts that it needs.

usage: ua_fixture.py FILE.pdf     writes it

The letters are rectangles: what is checked are tables, not shapes.
"""
import struct
import sys

from ua_pdf import Document, Stream, write

CODES = range(32, 127)
XMP = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">A Small Book</rdf:li></rdf:Alt></dc:title>
<pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


# ---- fonts ----

def width(code):
    return 400 + 20 * (code % 10)


def sfnt(tables):
    """A TrueType file of tables (OpenType 1.9, Organization of an OpenType Font)."""
    count = len(tables)
    power = 1 << count.bit_length() - 1
    head = struct.pack(">LHHHH", 0x10000, count, 16 * power, power.bit_length() - 1, 16 * (count - power))
    at, directory, body = 12 + 16 * count, b"", b""
    for tag, data in sorted(tables.items()):
        padded = data + bytes(-len(data) % 4)
        total = sum(struct.unpack(">%dL" % (len(padded) // 4), padded)) & 0xFFFFFFFF
        directory += struct.pack(">4sLLL", tag, total, at + len(body), len(data))
        body += padded
    return head + directory + body


def sfnt_tables(data):
    entries = [struct.unpack_from(">4sLLL", data, 12 + 16 * i) for i in range(struct.unpack_from(">H", data, 4)[0])]
    return {tag: data[offset:offset + length] for tag, _, offset, length in entries}


def cmap(mapping, keys=((3, 1),)):
    """A cmap with one format 4 subtable, a segment a code, under the given (platform, encoding)s."""
    segments = [(code, glyph - code & 0xFFFF) for code, glyph in sorted(mapping.items())] + [(0xFFFF, 1)]
    codes = [code for code, _ in segments]
    count, power = len(segments), 1 << len(segments).bit_length() - 1
    words = codes + [0] + codes + [delta for _, delta in segments] + [0] * count
    table = struct.pack(">HHHHHHH", 4, 16 + 8 * count, 0, 2 * count, 2 * power, power.bit_length() - 1, 2 * (count - power))
    table += struct.pack(">%dH" % len(words), *words)
    records = b"".join(struct.pack(">HHL", *key, 4 + 8 * len(keys)) for key in sorted(keys))
    return struct.pack(">HH", 0, len(keys)) + records + table


def truetype():
    """Rectangles for ASCII, after a .notdef: the glyph of a code is code - 31."""
    box = struct.pack(">hhhhhH", 1, 50, 0, 350, 600, 3) + struct.pack(">H", 0) + b"\x01\x01\x01\x01"
    box += struct.pack(">hhhh", 50, 300, 0, -300) + struct.pack(">hhhh", 0, 0, 600, 0)
    box += bytes(-len(box) % 4)
    glyphs = [box] + [b"" if code == 32 else box for code in CODES]
    places, glyf = [0], b""
    for glyph in glyphs:
        glyf += glyph
        places.append(len(glyf))
    widths = [500] + [width(code) for code in CODES]
    count = len(glyphs)
    return sfnt({
        b"head": struct.pack(">LLLLHHqqhhhhHHhhh", 0x10000, 0x10000, 0, 0x5F0F3CF5, 3, 1000, 0, 0, 0, 0, 1000, 600, 0, 8, 2, 1, 0),
        b"hhea": struct.pack(">LhhhHhhhhhhhhhhhH", 0x10000, 800, -200, 0, 600, 0, 0, 350, 1, 0, 0, 0, 0, 0, 0, 0, count),
        b"maxp": struct.pack(">LHHHHHHHHHHHHHH", 0x10000, count, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
        b"hmtx": b"".join(struct.pack(">Hh", w, 50) for w in widths),
        b"loca": struct.pack(">%dL" % len(places), *places), b"glyf": glyf,
        b"cmap": cmap({code: code - 31 for code in CODES}),
        b"post": struct.pack(">LLhhLLLLL", 0x30000, 0, -100, 50, 0, 0, 0, 0, 0)})


def cff(letters=b"ABC"):
    """A bare CFF font with some letters, named by the standard strings (a letter's number is its code - 31)."""
    def index(entries):
        if not entries:
            return b"\0\0"
        offsets = [1]
        for entry in entries:
            offsets.append(offsets[-1] + len(entry))
        return struct.pack(">HB", len(entries), 2) + struct.pack(">%dH" % len(offsets), *offsets) + b"".join(entries)

    def integer(value):
        return b"\x1d" + struct.pack(">l", value)

    def short(value):
        return b"\x1c" + struct.pack(">h", value)

    def glyph(code):  # width, a rectangle, endchar
        outline = short(width(code) if code else 500) + short(50) + short(0) + b"\x15"
        return outline + short(300) + short(600) + short(-300) + b"\x06" + b"\x0e"

    strings = index([glyph(0)] + [glyph(code) for code in letters])
    charset = b"\0" + b"".join(struct.pack(">H", code - 31) for code in letters)
    private = short(0) + b"\x14" + short(0) + b"\x15"
    start = b"\x01\x00\x04\x02" + index([b"ABCDEF+Fixture"])
    size = len(index([integer(0) * 4 + b"\x0f\x11\x12"])) + len(index([])) * 2
    at = len(start) + size
    top = integer(at) + b"\x0f" + integer(at + len(charset)) + b"\x11"
    top += integer(len(private)) + integer(at + len(charset) + len(strings)) + b"\x12"
    return start + index([top]) + index([]) + index([]) + charset + strings + private


def to_unicode(texts, size=2):
    """A ToUnicode CMap of {code: text}."""
    lines = "".join(f"<{code:0{2 * size}x}> <{text.encode('utf-16-be').hex()}>\n" for code, text in texts.items())
    return f"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <{'00' * size}> <{'ff' * size}> endcodespacerange
{len(texts)} beginbfchar
{lines}endbfchar
endcmap CMapName currentdict /CMap defineresource pop end end""".encode()


class Fixture:
    """Objects, pages with their content, and the structure that grows with it."""

    def __init__(self):
        self.document = Document({"1 0 R": {}}, {"/Root": "1 0 R", "/Size": 1})
        self.add = self.document.add
        self.tree = self.add({"/Type": "/StructTreeRoot", "/RoleMap": {"/Chapter": "/Sect"}, "/K": []})
        self.fonts = {"/F1": self._composite(), "/F2": self._simple(), "/F3": self._type1()}
        self.forms = {}
        self.pages, self.contents, self.owners, self.parents = [], [], [], []
        self.list = self.add({"/Type": "/Pages", "/Kids": [], "/Count": 0})

    # ---- fonts ----

    def _descriptor(self, name, flags, key, data, **more):
        file = self.add(Stream({"/Length1": len(data)} if key == "/FontFile2" else {"/Subtype": "/Type1C"}, data))
        return self.add({"/Type": "/FontDescriptor", "/FontName": name, "/Flags": flags, "/FontBBox": [0, 0, 1000, 600],
                         "/ItalicAngle": 0, "/Ascent": 800, "/Descent": -200, "/CapHeight": 600, "/StemV": 80, key: file, **more})

    def _composite(self):
        count = len(CODES) + 1
        listed = bytes(sum(128 >> bit for bit in range(8) if 8 * i + bit < count) for i in range((count + 7) // 8))
        name = "/ABCDEF+FixtureComposite"
        own = self.add({"/Type": "/Font", "/Subtype": "/CIDFontType2", "/BaseFont": name, "/CIDToGIDMap": "/Identity",
                        "/CIDSystemInfo": {"/Registry": "u:Adobe", "/Ordering": "u:Identity", "/Supplement": 0},
                        "/FontDescriptor": self._descriptor(name, 4, "/FontFile2", truetype(),
                                                            **{"/CIDSet": self.add(Stream({}, listed))}),
                        "/W": [1, [width(code) for code in CODES]]})
        return self.add({"/Type": "/Font", "/Subtype": "/Type0", "/BaseFont": name, "/Encoding": "/Identity-H",
                         "/DescendantFonts": [own],
                         "/ToUnicode": self.add(Stream({}, to_unicode({code - 31: chr(code) for code in CODES})))})

    def _simple(self):
        name = "/ABCDEF+FixtureSimple"
        return self.add({"/Type": "/Font", "/Subtype": "/TrueType", "/BaseFont": name, "/Encoding": "/WinAnsiEncoding",
                         "/FirstChar": 32, "/LastChar": 126, "/Widths": [width(code) for code in CODES],
                         "/FontDescriptor": self._descriptor(name, 32, "/FontFile2", truetype())})

    def _type1(self):
        name = "/ABCDEF+FixtureLetters"
        return self.add({"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": name, "/Encoding": "/WinAnsiEncoding",
                         "/FirstChar": 65, "/LastChar": 67, "/Widths": [width(code) for code in b"ABC"],
                         "/FontDescriptor": self._descriptor(name, 32, "/FontFile3", cff(), **{"/CharSet": "u:/A/B/C"})})

    # ---- pages ----

    def page(self):
        """Begins a page, with its running head."""
        page = {"/Type": "/Page", "/Parent": self.list, "/MediaBox": [0, 0, 400, 600], "/StructParents": len(self.parents),
                "/Resources": {"/Font": dict(self.fonts), "/XObject": self.forms}}
        self.pages.append(self.add(page))
        self.owners.append([])
        self.parents.append(self.owners[-1])
        self.contents.append("")
        self.y = 560
        self.paint("/Artifact <</Type /Pagination>> BDC " + self.shown(str(len(self.pages))) + " EMC\n")
        self.paint("/Artifact BMC 40 40 m 360 40 l S /X1 Do EMC\n")

    def paint(self, operators):
        self.contents[-1] += operators

    def shown(self, text, font="/F1"):
        self.y -= 12
        string = "<" + "".join(f"{ord(letter) - 31:04x}" for letter in text) + ">" if font == "/F1" else f"({text})"
        return f"BT {font} 10 Tf 40 {self.y} Td {string} Tj ET"

    # ---- structure ----

    def element(self, parent, kind, **more):
        """An element below another, or below the root; keywords are its other keys."""
        reference = self.add({"/Type": "/StructElem", "/S": "/" + kind, "/P": parent or self.tree, "/K": [],
                              **{"/" + key: value for key, value in more.items()}})
        self.document.objects[parent or self.tree]["/K"].append(reference)
        return reference

    def tagged(self, element, operators, properties=""):
        """Content of an element, marked."""
        page, mcid = self.pages[-1], len(self.owners[-1])
        kind = self.document.objects[element]["/S"]
        self.paint(f"{kind} <</MCID {mcid}{properties}>> BDC {operators} EMC\n")
        self.document.objects[element]["/K"].append({"/Type": "/MCR", "/Pg": page, "/MCID": mcid})
        self.owners[-1].append(element)

    def text(self, parent, kind, text, font="/F1", **more):
        element = self.element(parent, kind, **more)
        self.tagged(element, self.shown(text, font))
        return element

    def annotation(self, element, annotation):
        """An annotation of the page that belongs to an element."""
        page = self.document.objects[self.pages[-1]]
        reference = self.add({"/Type": "/Annot", "/Rect": [40, self.y, 200, self.y + 10], "/F": 4,
                              "/StructParent": len(self.parents), **annotation})
        self.parents.append(element)
        page.setdefault("/Annots", []).append(reference)
        page["/Tabs"] = "/S"
        self.document.objects[element]["/K"].append({"/Type": "/OBJR", "/Pg": self.pages[-1], "/Obj": reference})
        return reference

    def link(self, parent, text):
        link = self.text(parent, "Link", text)
        self.annotation(link, {"/Subtype": "/Link", "/Contents": "u:" + text, "/Border": [0, 0, 0],
                               "/Dest": [self.pages[0], "/Fit"]})

    def form(self, operators, **more):
        name = f"/X{len(self.forms) + 1}"
        self.forms[name] = self.add(Stream({"/Type": "/XObject", "/Subtype": "/Form", "/BBox": [0, 0, 400, 600],
                                            "/Resources": {"/Font": dict(self.fonts)}, **more}, operators.encode()))
        return name


def body(f, book):
    """The first page: a heading, contents, a paragraph, a list; a paragraph that goes on on the second."""
    f.page()
    f.text(book, "H1", "A Small Book")
    entry = f.element(f.element(book, "TOC"), "TOCI")
    f.link(f.element(entry, "Reference"), "Contents line 1")
    chapter = f.element(book, "Chapter")
    paragraph = f.text(chapter, "P", "Words with")
    f.link(paragraph, "a link")
    f.tagged(paragraph, "/Span <</ActualText (and)>> BDC " + f.shown("&") + " EMC")
    f.text(paragraph, "Span", "Fremdes", Lang="u:de")
    f.text(chapter, "H2", "A Section")
    items = f.element(chapter, "L", A={"/O": "/List", "/ListNumbering": "/Decimal"})
    for number in "12":
        item = f.element(items, "LI")
        f.text(item, "Lbl", number + ".")
        f.text(f.element(item, "LBody"), "P", "item " + number, "/F2")
    divided = f.text(chapter, "P", "It begins here")
    f.page()
    f.tagged(divided, f.shown("and ends on the next page."))
    return chapter


def rest(f, chapter):
    """The second page: a table, a figure, a formula, a note, a field, a comment."""
    f.text(chapter, "H3", "ABC", "/F3")
    table = f.element(chapter, "Table")
    f.text(table, "Caption", "Table 1")
    row = f.element(f.element(table, "THead"), "TR")
    for name in ("Who", "What"):
        f.text(row, "TH", name, A={"/O": "/Table", "/Scope": "/Column"})
    rows = f.element(table, "TBody")
    row = f.element(rows, "TR")
    f.text(row, "TH", "Ari", A={"/O": "/Table", "/Scope": "/Row", "/RowSpan": 2})
    f.text(row, "TD", "tea")
    f.text(f.element(rows, "TR"), "TD", "milk")
    figure = f.element(chapter, "Figure", Alt="u:A square",
                       A={"/O": "/Layout", "/BBox": [50, 50, 100, 100], "/Placement": "/Block"})
    f.tagged(figure, "q 1 0 0 rg /X2 Do Q")
    f.text(chapter, "Formula", "1+1", Alt="u:one and one", A={"/O": "/Layout", "/BBox": [50, 50, 100, 100]})
    called = f.text(chapter, "P", "A note is called")
    f.link(f.element(called, "Reference"), "1")
    note = f.element(called, "Note", ID="u:note.1")
    f.text(note, "Lbl", "1")
    f.text(note, "P", "The note.")
    field = f.annotation(f.element(chapter, "Form"), {
        "/Subtype": "/Widget", "/FT": "/Tx", "/T": "u:name", "/TU": "u:Your name", "/DA": "u:/F2 10 Tf 0 g",
        "/AP": {"/N": f.add(Stream({"/Type": "/XObject", "/Subtype": "/Form", "/BBox": [0, 0, 160, 10],
                                    "/Resources": {"/Font": {"/F2": f.fonts["/F2"]}}},
                                   b"/Tx BMC BT /F2 10 Tf (Ari) Tj ET EMC"))}})
    f.annotation(f.element(chapter, "Annot"), {
        "/Subtype": "/Text", "/Contents": "u:A comment",
        "/AP": {"/N": f.add(Stream({"/Type": "/XObject", "/Subtype": "/Form", "/BBox": [0, 0, 10, 10]}, b"0 0 9 9 re f"))}})
    return field


def make():
    """The document."""
    f = Fixture()
    f.form("0 0 5 5 re f")
    f.form("50 50 50 50 re f")
    book = f.element(None, "Document")
    field = rest(f, body(f, book))
    objects = f.document.objects
    for reference, content in zip(f.pages, f.contents):
        objects[reference]["/Contents"] = f.add(Stream({}, content.encode()))
    objects[f.list].update({"/Kids": f.pages, "/Count": len(f.pages)})
    numbers = [entry for pair in enumerate(f.add(kids) if isinstance(kids, list) else kids for kids in f.parents) for entry in pair]
    objects[f.tree].update({"/ParentTree": f.add({"/Nums": numbers}), "/ParentTreeNextKey": len(f.parents)})
    outlines = f.add({"/Type": "/Outlines", "/Count": 1})
    line = f.add({"/Title": "u:A Small Book", "/Parent": outlines, "/Dest": [f.pages[0], "/Fit"]})
    objects[outlines].update({"/First": line, "/Last": line})
    objects["1 0 R"].update({
        "/Type": "/Catalog", "/Pages": f.list, "/Lang": "u:en", "/MarkInfo": {"/Marked": True}, "/StructTreeRoot": f.tree,
        "/ViewerPreferences": {"/DisplayDocTitle": True}, "/Outlines": outlines,
        "/AcroForm": {"/Fields": [field], "/DR": {"/Font": {"/F2": f.fonts["/F2"]}}, "/DA": "u:/F2 10 Tf 0 g"},
        "/Metadata": f.add(Stream({"/Type": "/Metadata", "/Subtype": "/XML"}, XMP.encode()))})
    return f.document


if __name__ == "__main__":
    write(make(), sys.argv[1])
