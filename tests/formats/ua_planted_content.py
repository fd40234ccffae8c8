"""Faults of marks and content, and of the document as a whole: checkpoints 01, 06, 07, 11, 20 to 26 and 30."""
import re

from ua_pdf import Stream
from ua_plant import (add_element, appended, below, contents, edit, elements, embedded, first, has_text, languages, leave,
                      page_node, planter)
from ua_tree import Tree

PLANTS = []
plant = planter(PLANTS)

TAGGED = rb"(/\w+\s*<<[^>]*/MCID\s+\d+[^>]*>>\s*BDC)"


# ---- 01 ----

@plant("01-003")
def artifact_within(document):
    return edit(document, TAGGED, rb"\1 /Artifact BMC 0 0 1 1 re f EMC ")


@plant("01-004")
def tagged_within_artifact(document):
    return edit(document, TAGGED + rb"(.*?\sEMC\b)", rb"/Artifact BMC \1\2 EMC ") if _flat(document) else False


def _flat(document):
    """Whether the first tagged content has no marks inside, so that it ends with the first EMC."""
    for reference, _ in document.pages():
        data = contents(document, reference).data
        m = re.search(TAGGED + rb"(.*?)\sEMC\b", data, re.DOTALL)
        if m:
            return b"BMC" not in m[2] and b"BDC" not in m[2]
    return False


@plant("01-005")
def untagged_path(document):
    return appended(document, b"0 0 1 1 re f\n")


@plant("01-005")
def untagged_picture_in_form(document):
    form = document.add(Stream({"/Type": "/XObject", "/Subtype": "/Form", "/BBox": [0, 0, 9, 9]}, b"0 0 1 1 re f"))
    page = page_node(document)
    resources = page["/Resources"] = dict(document.dict(document.pages()[0][1], "/Resources"))
    resources["/XObject"] = {**document.dict(resources, "/XObject"), "/Planted": form}
    return appended(document, b"/Planted Do\n")


@plant("01-005")
def span_without_mcid(document):
    return appended(document, b"/Span <</ActualText (x)>> BDC 0 0 1 1 re f EMC\n")


@plant("01-005")
def content_of_nobody(document):
    return appended(document, b"/P <</MCID 9999>> BDC 0 0 1 1 re f EMC\n")


@plant("ISO:14.7.4")
def named_but_not_there(document):
    element = first(element for element in elements(document, "P") if element.leaves)
    if element:
        below(document, element).append({"/Type": "/MCR", "/Pg": element.leaves[0][1][0], "/MCID": 9999})
    return element


@plant("ISO:14.7.4")
def content_of_two(document):
    element = first(element for element in elements(document, "P") if element.leaves)
    if element:
        owner, mcid = element.leaves[0][1]
        add_element(document, element.parent, "P", K=[{"/Type": "/MCR", "/Pg": owner, "/MCID": mcid}])
    return element


@plant("ISO:14.7.4.4")
def parent_tree_lies(document):
    tree = Tree(document)
    for (owner, mcid), element in tree.of_content.items():
        listed = document.list(tree.parents.get(document.get(owner, "/StructParents")))
        if mcid < len(listed):
            listed[mcid] = tree.all[0].reference
            return element is not tree.all[0]
    return False


@plant("ISO:14.6")
def mark_not_closed(document):
    return appended(document, b"/Artifact BMC\n")


@plant("01-007")
def suspects(document):
    document.catalog["/MarkInfo"] = {"/Marked": True, "/Suspects": True}
    return True


@plant("UA1:6.1")
def version_2(document):
    document.version = "2.0"
    return True


@plant("UA1:6.2")
def not_marked(document):
    document.catalog["/MarkInfo"] = {"/Marked": False}
    return True


# ---- 06, 07 ----

@plant("06-001")
def no_metadata(document):
    del document.catalog["/Metadata"]
    return True


@plant("06-001")
def broken_metadata(document):
    document.get(document.catalog, "/Metadata").data += b"<"
    return True


def _metadata(document, pattern, replacement):
    stream = document.get(document.catalog, "/Metadata")
    stream.data, count = re.subn(pattern, replacement, stream.data, count=1, flags=re.DOTALL)
    return count


@plant("06-002")
def no_part(document):
    return _metadata(document, rb'<pdfuaid:part>.*?</pdfuaid:part>|pdfuaid:part="\d"', b"")


@plant("06-002")
def other_part(document):
    return _metadata(document, rb'(<pdfuaid:part>|pdfuaid:part=")1', rb"\g<1>2")


@plant("06-003")
def no_title(document):
    return _metadata(document, rb"<dc:title>.*?</dc:title>", b"")


@plant("07-001")
def title_not_shown(document):
    document.catalog["/ViewerPreferences"] = {}
    return True


@plant("07-002")
def file_name_shown(document):
    document.catalog["/ViewerPreferences"] = {"/DisplayDocTitle": False}
    return True


# ---- 11: without a language of the document, every text needs one of its own ----

@plant("11-001")
def text_without_language(document):
    languages(document, "structure")
    quiet = [element for element in elements(document, "P", "H1", "Lbl") if has_text(document, element) and
             not any(outer.says(key) for outer in element.above() for key in ("/Alt", "/ActualText", "/E")) and
             not any(has_text(document, outer) for outer in list(element.above())[1:]) and
             not any(leaf[0] == "object" for leaf in element.leaves) and b"ActualText" not in _content(document, element)]
    return bool(quiet) and leave(document, quiet[0])


def _content(document, element):
    return b"".join(contents(document, leaf[1][0]).data.split(b"/MCID %d" % leaf[1][1], 1)[-1].split(b"/MCID", 1)[0]
                    for leaf in element.leaves if leaf[0] == "content" and "/Contents" in document.dict(leaf[1][0]))


def _drawn_only(document, role):
    """Elements with a description whose content shows no text."""
    return [element for element in elements(document, role) if element.says("/Alt") and
            not re.search(rb"\bT[jJ]\b", _content(document, element).split(b"EMC")[0]) and
            not any(has_text(document, outer) for outer in list(element.above())[1:])]


@plant("11-002")
def alt_without_language(document):
    languages(document, "structure")
    figure = first(_drawn_only(document, "Figure"))
    return figure and leave(document, figure)


@plant("11-003")
def outline_without_language(document):
    return "/Outlines" in document.catalog and languages(document, "outline")


@plant("11-006")
def metadata_without_language(document):
    return b'"x-default"' in document.get(document.catalog, "/Metadata").data and languages(document, "metadata")


@plant("UA1:7.2-29")
def no_language_code(document):
    document.catalog["/Lang"] = "u:English language"
    return True


# ---- 20, 21, 25, 26 ----

@plant("20-001")
def unnamed_configuration(document):
    document.catalog["/OCProperties"] = {"/OCGs": [], "/D": {"/Name": "u:All"}, "/Configs": [{"/Name": "u:"}]}
    return True


@plant("20-002")
def unnamed_default(document):
    document.catalog["/OCProperties"] = {"/OCGs": [], "/D": {}}
    return True


@plant("20-003")
def automatic_states(document):
    document.catalog["/OCProperties"] = {"/OCGs": [], "/D": {"/Name": "u:All", "/AS": []}}
    return True


@plant("21-001")
def file_without_name(document):
    names = document.catalog["/Names"] = dict(document.dict(document.catalog, "/Names"))
    names["/EmbeddedFiles"] = {"/Names": ["u:a.txt", embedded(document, F="u:a.txt")]}
    return True


@plant("25-001")
def dynamic_form(document):
    form = document.catalog["/AcroForm"] = dict(document.dict(document.catalog, "/AcroForm")) or {"/Fields": []}
    form["/XFA"] = ["u:config", document.add(Stream({}, b"<config><dynamicRender>required</dynamicRender></config>"))]
    return True


@plant("26-001")
def encrypted_without_rights(document):
    document.trailer["/Encrypt"] = document.add({"/Filter": "/Standard", "/V": 1, "/R": 2, "/O": "b:00", "/U": "b:00"})
    return True


@plant("26-002")
def closed_to_assistance(document):
    document.trailer["/Encrypt"] = document.add({"/Filter": "/Standard", "/V": 1, "/R": 3, "/O": "b:00", "/U": "b:00", "/P": -3904 & ~512})
    return True


# ---- 30 ----

@plant("30-001")
def reference_form(document):
    return document.add(Stream({"/Type": "/XObject", "/Subtype": "/Form", "/BBox": [0, 0, 9, 9],
                                "/Ref": {"/F": {"/Type": "/Filespec", "/F": "u:other.pdf"}, "/Page": 0}}, b"q Q"))


@plant("30-002", "ISO:14.7.4")
def form_with_content_twice(document):
    page = page_node(document)
    tree = Tree(document)
    form = document.add(Stream({"/Type": "/XObject", "/Subtype": "/Form", "/BBox": [0, 0, 9, 9], "/StructParents": 99999},
                               b"/P <</MCID 0>> BDC 0 0 1 1 re f EMC"))
    resources = page["/Resources"] = dict(document.dict(document.pages()[0][1], "/Resources"))
    resources["/XObject"] = {**document.dict(resources, "/XObject"), "/Planted": form}
    element = add_element(document, tree.all[0], "P", K=[{"/Type": "/MCR", "/Stm": form, "/Pg": document.pages()[0][0], "/MCID": 0}])
    table = document.number_tree(tree.root.get("/ParentTree"))
    table[99999] = document.add([element])
    tree.root["/ParentTree"] = document.add({"/Nums": [entry for pair in sorted(table.items()) for entry in pair]})
    return appended(document, b"/Planted Do /Planted Do\n")
