"""Checks a press edition: one ink, opaque, and nothing in it but what is printed.

usage: press.py FILE.PDF WIDTH HEIGHT BLEED STANDARD     (points; STANDARD: none, x-1a or x-4)
       press.py --fault NAME FILE.PDF WIDTH HEIGHT BLEED STANDARD     the same, with a fault planted after reading
       press.py --faults     the names of the faults
       press.py --greys FILE.PDF     the shades that its streams fill and stroke with, each once, sorted

Sources: ISO 15930-1 and ISO 15930-7, ISO 32000-1; the shops' rules as README.md tells them.
"""
import base64
import json
import re
import subprocess
import sys

problems = []
TOKEN = re.compile(rb"""\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)|<<|>>|<[0-9A-Fa-f\s]*>|\[|\]|/[^\s()<>\[\]{}/%]*"""
                   rb"""|[^\s()<>\[\]{}/%]+""", re.S)
NUMBER = re.compile(rb"^[+-]?(\d+\.?\d*|\.\d+)$")
GREY = {"g": 1, "G": 1}
COLOUR = {"rg", "RG", "k", "K", "sc", "SC"}
SEEN = ["/Annots", "/AcroForm", "/Outlines", "/PageLabels", "/Names", "/StructTreeRoot", "/MarkInfo", "/StructParents",
        "/Interpolate", "/OpenAction", "/AA", "/Dests", "/Encrypt", "/OCProperties", "/EmbeddedFiles", "/Alternates",
        "/OPI", "/TR", "/HTP", "/Ref"]


def problem(text):
    if text not in problems:
        problems.append(text)


def read(path):
    command = ["qpdf", "--json=2", "--json-key=qpdf", "--json-stream-data=inline", "--decode-level=generalized", path]
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)["qpdf"][1]


def operators(data):
    """(operator, operands) of a content stream."""
    operands = []
    for match in TOKEN.finditer(data):
        token = match.group()
        if NUMBER.match(token) or token[:1] in b"/(<[]>":
            operands.append(token)
        else:
            yield token.decode("latin-1"), operands
            operands = []


class Document:
    def __init__(self, path):
        self.bytes = open(path, "rb").read()
        self.objects = read(path)
        self.trailer = self.objects["trailer"]["value"]

    def get(self, value):
        while isinstance(value, str) and re.match(r"^\d+ \d+ R$", value):
            found = self.objects[f"obj:{value}"]
            value = found["value"] if "value" in found else found["stream"]["dict"] | {"data": found["stream"]["data"]}
        return value

    def each(self):
        for entry in self.objects.values():
            if "value" in entry:
                yield entry["value"], None
            else:
                yield entry["stream"]["dict"], entry["stream"]

    def root(self):
        return self.get(self.trailer["/Root"])

    def pages(self, node=None):
        node = self.get(node or self.root()["/Pages"])
        if node["/Type"] == "/Page":
            yield node
            return
        for kid in node["/Kids"]:
            yield from self.pages(kid)

    def contents(self):
        """All streams that paint."""
        for page in self.pages():
            yield base64.b64decode(self.get(page["/Contents"])["data"])
        for dictionary, stream in self.each():
            if stream and isinstance(dictionary, dict) and (dictionary.get("/Subtype") == "/Form" or "/PatternType" in dictionary):
                yield base64.b64decode(stream["data"])


def check_values(document, value, standard, key=""):
    """Everything that no press edition holds, wherever it stands."""
    if isinstance(value, list):
        for item in value:
            check_values(document, item, standard, key)
    if isinstance(value, str) and value in ("/DeviceRGB", "/DeviceCMYK", "/ICCBased", "/CalRGB", "/CalGray", "/Lab", "/Indexed",
                                            "/Separation", "/DeviceN", "/LZWDecode", "/LZW", "/JBIG2Decode", "/JPXDecode"):
        problem(f"{value} in {key}")
    if not isinstance(value, dict):
        return
    for name, item in value.items():
        if name in SEEN or (name == "/Metadata" and standard != "x-4"):
            problem(f"there is {name}")
        if name in ("/CA", "/ca", "/SMask", "/BM", "/AIS", "/Group"):
            problem(f"see-through: {name}")
        check_values(document, item, standard, name)


def check_content(data):
    for name, operands in operators(data):
        if name in COLOUR:
            problem(f"a colour: {name}")
        if name in ("cs", "CS") and operands != [b"/Pattern"]:
            problem(f"a colour space: {operands}")
        if name in ("scn", "SCN") and (len(operands) != 1 or operands[0][:1] != b"/"):
            problem(f"a colour: {operands} {name}")
        if name in GREY and not (len(operands) == 1 and 0 <= float(operands[0]) <= 1):
            problem(f"{operands} {name}")
        if name in GREY and 0.9 < float(operands[0]) < 1:
            problem(f"less than 10% ink: {operands} {name}")
        if name in ("BDC", "BMC", "DP") and any(b"MCID" in operand for operand in operands):
            problem("a tag")


def check_images(document):
    for dictionary, stream in document.each():
        if not stream or dictionary.get("/Subtype") != "/Image" or dictionary.get("/ImageMask"):
            continue
        if dictionary.get("/ColorSpace") != "/DeviceGray":
            problem(f"an image in {dictionary.get('/ColorSpace')}")
        bits = dictionary["/BitsPerComponent"]
        if bits not in (1, 8):
            problem(f"an image of {bits} bits")
        row = (dictionary["/Width"] * bits + 7) // 8
        if len(base64.b64decode(stream["data"])) != row * dictionary["/Height"]:
            problem("an image with more or fewer bytes than pixels")


def check_fonts(document):
    for dictionary, _ in document.each():
        if not isinstance(dictionary, dict):
            continue
        if dictionary.get("/Type") == "/FontDescriptor" and not {"/FontFile", "/FontFile2", "/FontFile3"} & set(dictionary):
            problem(f"the font {dictionary.get('/FontName')} is not embedded")
        if dictionary.get("/Type") == "/Font":
            if dictionary["/Subtype"] == "/Type3":
                problem("a Type 3 font")
            if dictionary["/Subtype"] in ("/TrueType", "/Type1", "/CIDFontType2", "/CIDFontType0") and "/FontDescriptor" not in dictionary:
                problem("a font without a descriptor")
            if dictionary["/Subtype"] == "/CIDFontType2" and "/CIDToGIDMap" not in dictionary:
                problem("a font without CIDToGIDMap")


def near(box, expected):
    return len(box) == 4 and all(abs(a - b) < 0.06 for a, b in zip(box, expected))


def check_pages(document, width, height, bleed):
    pages = list(document.pages())
    if len(pages) % 2:
        problem("an odd number of pages")
    for index, page in enumerate(pages):
        left = bleed if index % 2 else 0
        sheet = (0, 0, width + bleed, height + 2 * bleed)
        for name, box in {"/MediaBox": sheet, "/BleedBox": sheet, "/TrimBox": (left, bleed, left + width, bleed + height)}.items():
            if not near(page.get(name, []), box):
                problem(f"page {index + 1}: {name} {page.get(name)} instead of {box}")
        if "/ArtBox" in page or "/Rotate" in page:
            problem("ArtBox or Rotate")
    last = base64.b64decode(document.get(pages[-1]["/Contents"])["data"])
    if any(name in ("f", "f*", "S", "B", "Tj", "TJ", "Do", "sh") for name, _ in operators(last)):
        problem("the last page is not blank")


def text_of(value):
    return value[2:] if isinstance(value, str) and value[:2] in ("u:", "b:") else value


def check_intent(document, standard):
    intents = document.get(document.root().get("/OutputIntents", []))
    if len(intents) != (standard != "none"):
        problem(f"{len(intents)} output intents")
        return
    if not intents:
        return
    intent = document.get(intents[0])
    if intent.get("/S") != "/GTS_PDFX" or not text_of(intent.get("/OutputConditionIdentifier", "")):
        problem("an output intent that is none of PDF/X")
    if standard == "x-1a" and (text_of(intent.get("/RegistryName")) != "http://www.color.org" or not text_of(intent.get("/Info"))):
        problem("a printing condition without its registry")
    if standard == "x-4":
        profile = base64.b64decode(document.get(intent["/DestOutputProfile"])["data"])
        facts = (profile[12:16], profile[16:20], profile[36:40], int.from_bytes(profile[:4], "big"))
        if facts != (b"prtr", b"GRAY", b"acsp", len(profile)):
            problem(f"the output profile is {facts}")
        if document.get(intent["/DestOutputProfile"])["/N"] != 1:
            problem("the output profile has not one colour")


def check_standard(document, standard):
    header = {"none": b"%PDF-1.3", "x-1a": b"%PDF-1.3", "x-4": b"%PDF-1.6"}[standard]
    if not document.bytes.startswith(header):
        problem(f"it begins with {document.bytes[:8]}")
    if standard != "x-4" and (b"/ObjStm" in document.bytes or b"/XRef" in document.bytes):
        problem("object streams")
    if len(document.trailer.get("/ID", [])) != 2:
        problem("no ID")
    info = document.get(document.trailer.get("/Info", {}))
    if standard == "none" and info:
        problem(f"it says of itself: {info}")
    if standard != "none":
        for name in ("/Title", "/CreationDate", "/ModDate", "/Trapped"):
            if name not in info:
                problem(f"Info has no {name}")
    versions = (text_of(info.get("/GTS_PDFXVersion")), text_of(info.get("/GTS_PDFXConformance")))
    if versions != (("PDF/X-1:2001", "PDF/X-1a:2001") if standard == "x-1a" else (None, None)):
        problem(f"it claims {versions}")
    if standard == "x-4":
        xmp = base64.b64decode(document.get(document.root()["/Metadata"])["data"]).decode()
        for part in ("<pdfxid:GTS_PDFXVersion>PDF/X-4<", "xmp:ModifyDate", "xmp:CreateDate", "xmp:MetadataDate", "xmpMM:DocumentID",
                     "xmpMM:VersionID", "xmpMM:RenditionClass", "<pdf:Trapped>False<", "dc:title"):
            if part not in xmp:
                problem(f"no {part} in XMP")
    check_intent(document, standard)


def some(document, wanted):
    return next(value for value, _ in document.each() if isinstance(value, dict) and wanted(value))


def some_page(document):
    return some(document, lambda value: value.get("/Type") == "/Page")


def paint(document, data):
    stream = document.objects[f"obj:{some_page(document)['/Contents']}"]["stream"]
    stream["data"] = base64.b64encode(base64.b64decode(stream["data"]) + data).decode()


FAULTS = {
    "colour": lambda d: paint(d, b" 1 0 0 rg"),
    "ink": lambda d: paint(d, b" 0 0 0 1 K"),
    "space": lambda d: paint(d, b" /DeviceRGB cs"),
    "tint": lambda d: paint(d, b" 0.95 g"),
    "tag": lambda d: paint(d, b" /P << /MCID 0 >> BDC EMC"),
    "annotation": lambda d: some_page(d).update({"/Annots": []}),
    "outline": lambda d: d.root().update({"/Outlines": {}}),
    "labels": lambda d: d.root().update({"/PageLabels": {}}),
    "tags": lambda d: d.root().update({"/StructTreeRoot": {}}),
    "group": lambda d: some_page(d).update({"/Group": {"/S": "/Transparency"}}),
    "opacity": lambda d: some_page(d).update({"/Resources": {"/ExtGState": {"/a": {"/ca": 0.5}}}}),
    "shading": lambda d: some_page(d).update({"/Resources": {"/Shading": {"/s": {"/ColorSpace": "/DeviceRGB"}}}}),
    "trim": lambda d: some_page(d).update({"/TrimBox": [0, 0, 1, 1]}),
    "odd": lambda d: d.get(d.root()["/Pages"])["/Kids"].pop(),
    "font": lambda d: [some(d, lambda v: v.get("/Type") == "/FontDescriptor").pop(key, 0) for key in ("/FontFile2", "/FontFile3")],
    "info": lambda d: d.trailer.update({"/Info": {"/GTS_PDFXVersion": "u:PDF/X-9"}}),
    "xmp": lambda d: d.root().update({"/Metadata": {}, "/OutputIntents": [{}, {}]}),
    "header": lambda d: setattr(d, "bytes", b"%PDF-1.7"),
    "id": lambda d: d.trailer.pop("/ID"),
}


def check(document, width, height, bleed, standard):
    for value, _ in document.each():
        check_values(document, value, standard)
    for data in document.contents():
        check_content(data)
    check_images(document)
    check_fonts(document)
    check_pages(document, width, height, bleed)
    check_standard(document, standard)


def main():
    arguments = sys.argv[1:]
    if arguments == ["--faults"]:
        print(*FAULTS)
        return
    if arguments[0] == "--greys":
        document = Document(arguments[1])
        print(*sorted({float(o[0]) for data in document.contents() for name, o in operators(data) if name in GREY}))
        return
    fault = arguments[1] if arguments[0] == "--fault" else None
    path, width, height, bleed, standard = arguments[2:] if fault else arguments
    document = Document(path)
    if fault:
        FAULTS[fault](document)
    check(document, float(width), float(height), float(bleed), standard)
    for text in problems:
        print("FAILED:", text, file=sys.stderr)
    sys.exit(1 if problems else 0)


main()
