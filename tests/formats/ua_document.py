"""Checkpoints of the document as a whole: 01-007, 06, 07, 11 (outlines, metadata), 20, 21, 25, 26."""
import re
import xml.etree.ElementTree as xml

from ua_pdf import Stream

NAMES = {"pdfuaid": "http://www.aiim.org/pdfua/ns/id/", "dc": "http://purl.org/dc/elements/1.1/",
         "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#"}
LANGUAGE = re.compile(r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*")
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def check(document, tree, report):
    catalog = document.catalog
    if not re.fullmatch(r"1\.[0-7]", document.version):
        report("UA1:6.1", f"PDF {document.version}")
    if document.get(catalog, "/MarkInfo", "/Marked") is not True:
        report("UA1:6.2", "the catalog does not say /Marked true")
    if not tree.root:
        report("UA1:7.1-11", "there is no structure tree")
    if document.get(catalog, "/MarkInfo", "/Suspects") is True:
        report("01-007", "/Suspects is true")
    shown = document.get(catalog, "/ViewerPreferences", "/DisplayDocTitle")
    if shown is None:
        report("07-001", "the catalog has no /DisplayDocTitle")
    elif shown is not True:
        report("07-002", "/DisplayDocTitle is false")
    _metadata(document, report)
    _languages(document, tree, report)
    _optional(document, report)
    _files(document, report)
    _dynamic(document, report)
    _encrypted(document, report)


# ---- 06: metadata ----

def _metadata(document, report):
    stream = document.get(document.catalog, "/Metadata")
    try:
        if not isinstance(stream, Stream) or stream.get("/Type") != "/Metadata" or stream.get("/Subtype") != "/XML":
            raise xml.ParseError("no metadata stream")
        root = xml.fromstring(stream.data)
    except xml.ParseError as problem:
        report("06-001", f"there is no XMP metadata: {problem}")
        return
    descriptions = root.findall(".//rdf:Description", NAMES)
    part = [value for node in descriptions for value in
            [node.get(f"{{{NAMES['pdfuaid']}}}part"), node.findtext("pdfuaid:part", None, NAMES)] if value is not None]
    if part != ["1"]:
        report("06-002", f"pdfuaid:part is {part}")
    title = root.find(".//dc:title", NAMES)
    if title is None or not "".join(title.itertext()).strip():
        report("06-003", "there is no dc:title")
    if not document.text(document.catalog, "/Lang") and any(
            node.get(XML_LANG, "x-default") == "x-default" for node in root.findall(".//rdf:Alt/rdf:li", NAMES)):
        report("11-006", "metadata in the default language, and the document has none")


# ---- 11: languages of what is not content ----

def _languages(document, tree, report):
    said = document.text(document.catalog, "/Lang")
    if "/Lang" in document.catalog and not LANGUAGE.fullmatch(said):
        report("UA1:7.2-29", f"the document's language is {said!r}")
    for element in tree.all:
        if "/Lang" in element.node and not LANGUAGE.fullmatch(element.says("/Lang")):
            report("UA1:7.2-29", f"{element}: the language is {element.says('/Lang')!r}")
        if not said and any(element.says(key) for key in ("/Alt", "/ActualText", "/E")) and not element.language():
            report("11-002", f"{element}: no language of its /Alt, /ActualText or /E")
    outline = document.get(document.catalog, "/Outlines", "/First")
    if not said and outline is not None:
        report("11-003", "the document has no language, but an outline")


# ---- 20: optional content ----

def _optional(document, report):
    properties = document.dict(document.catalog, "/OCProperties")
    for code, configurations in (("20-001", document.list(properties, "/Configs")),
                                 ("20-002", [properties["/D"]] if "/D" in properties else [])):
        for configuration in configurations:
            if not document.text(configuration, "/Name"):
                report(code, "an optional content configuration without a /Name")
            if "/AS" in document.dict(configuration):
                report("20-003", "an optional content configuration with /AS")


# ---- 21: embedded files ----

def _files(document, report):
    for reference, thing in document.everything():
        if "/EF" in thing and not (document.text(thing, "/F") and document.text(thing, "/UF")):
            report("21-001", f"the embedded file of {reference} has not both /F and /UF")
        if thing.get("/S") == "/MCD":
            if "/CT" not in thing:
                report("28-014", f"the media clip {reference} has no /CT")
            if "/Alt" not in thing:
                report("28-015", f"the media clip {reference} has no /Alt")


# ---- 25, 26 ----

def _dynamic(document, report):
    form = document.get(document.catalog, "/AcroForm", "/XFA")
    packets = form if isinstance(form, list) else [form]
    data = b"".join(packet.data for packet in map(document.get, packets) if isinstance(packet, Stream))
    if re.search(rb"<(?:\w+:)?dynamicRender\s*>\s*required\s*<", data):
        report("25-001", "a dynamic XFA form")


def _encrypted(document, report):
    if "/Encrypt" not in document.trailer:
        return
    allowed = document.get(document.trailer, "/Encrypt", "/P")
    if allowed is None:
        report("26-001", "encrypted without /P")
    elif not allowed & 512:
        report("26-002", "encrypted, and not open to assistive technology")
