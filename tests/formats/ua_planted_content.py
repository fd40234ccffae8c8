"""Faults of marks and content, of the document as a whole, and of annotations: checkpoints 01, 06, 07, 11, 20 to 30."""
import re

from ua_pdf import Stream
from ua_plant import (add_element, annotate, annotations, appended, below, contents, edit, elements, enclose, first,
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

def _languages(document, *left_out):
    """Takes the document's language away and gives one to all but what is left out."""
    del document.catalog["/Lang"]
    for top in Tree(document).all[:1]:
        if "structure" not in left_out:
            top.node["/Lang"] = "u:en"
    if "outline" not in left_out:
        document.catalog.pop("/Outlines", None)
    if "metadata" not in left_out:
        stream = document.get(document.catalog, "/Metadata")
        stream.data = stream.data.replace(b'"x-default"', b'"en"')
    return True


def _leave(document, chosen):
    """Gives a language to every element but the chosen one and those around it."""
    spared = {id(element.node) for element in chosen.above()}
    for element in Tree(document).all:
        if id(element.node) in spared:
            element.node.pop("/Lang", None)
        else:
            element.node["/Lang"] = "u:en"
    return True


def _has_text(document, element):
    """Whether an element has content of its own."""
    return any(leaf[0] == "content" for leaf in element.leaves)


@plant("11-001")
def text_without_language(document):
    _languages(document, "structure")
    quiet = [element for element in elements(document, "P", "H1", "Lbl") if _has_text(document, element) and
             not any(outer.says(key) for outer in element.above() for key in ("/Alt", "/ActualText", "/E")) and
             not any(_has_text(document, outer) for outer in list(element.above())[1:]) and
             not any(leaf[0] == "object" for leaf in element.leaves) and b"ActualText" not in _content(document, element)]
    return bool(quiet) and _leave(document, quiet[0])


def _content(document, element):
    return b"".join(contents(document, leaf[1][0]).data.split(b"/MCID %d" % leaf[1][1], 1)[-1].split(b"/MCID", 1)[0]
                    for leaf in element.leaves if leaf[0] == "content" and "/Contents" in document.dict(leaf[1][0]))


def _drawn_only(document, role):
    """Elements with a description whose content shows no text."""
    return [element for element in elements(document, role) if element.says("/Alt") and
            not re.search(rb"\bT[jJ]\b", _content(document, element).split(b"EMC")[0]) and
            not any(_has_text(document, outer) for outer in list(element.above())[1:])]


@plant("11-002")
def alt_without_language(document):
    _languages(document, "structure")
    figure = first(_drawn_only(document, "Figure"))
    return figure and _leave(document, figure)


@plant("11-003")
def outline_without_language(document):
    return "/Outlines" in document.catalog and _languages(document, "outline")


@plant("11-006")
def metadata_without_language(document):
    return b'"x-default"' in document.get(document.catalog, "/Metadata").data and _languages(document, "metadata")


def _outer_annotation(document, subtype, role):
    """The element of an annotation that has nothing else in it."""
    tree = Tree(document)
    for _, reference, _ in annotations(document, subtype):
        element = tree.of_object.get(reference)
        if element and element.role == role and len(element.kids) == 1 and not element.says("/Alt") and not any(
                _has_text(document, outer) for outer in list(element.above())[1:]):
            return element
    return None


@plant("11-004")
def contents_without_language(document):
    reference = annotate(document, Subtype="/Text", Contents="u:A comment")
    enclose(document, reference, "Annot")
    _languages(document, "structure")
    return _leave(document, Tree(document).of_object[reference])


@plant("11-005")
def prompt_without_language(document):
    _languages(document, "structure")
    element = _outer_annotation(document, "/Widget", "Form")
    return element and _leave(document, element)


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


def _embedded(document, **names):
    file = document.add(Stream({"/Type": "/EmbeddedFile"}, b"text"))
    return document.add({"/Type": "/Filespec", "/EF": {"/F": file}, **{"/" + key: value for key, value in names.items()}})


@plant("21-001")
def file_without_name(document):
    names = document.catalog["/Names"] = dict(document.dict(document.catalog, "/Names"))
    names["/EmbeddedFiles"] = {"/Names": ["u:a.txt", _embedded(document, F="u:a.txt")]}
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


# ---- 28 ----

@plant("28-002")
def comment_outside(document):
    return annotate(document, Subtype="/Text", Contents="u:A comment")


@plant("28-002")
def comment_in_paragraph(document):
    return enclose(document, annotate(document, Subtype="/Text", Contents="u:A comment"), "P")


@plant("28-004")
def comment_says_nothing(document):
    return enclose(document, annotate(document, Subtype="/Square"), "Annot")


@plant("28-006")
def unknown_kind(document):
    return annotate(document, Subtype="/Sparkle", Contents="u:new")


@plant("28-007")
def trap_network(document):
    return annotate(document, Subtype="/TrapNet")


@plant("28-014")
def clip_without_type(document):
    return document.add({"/Type": "/MediaClip", "/S": "/MCD", "/Alt": ["u:", "u:a song"]})


@plant("28-015")
def clip_without_alternative(document):
    return document.add({"/Type": "/MediaClip", "/S": "/MCD", "/CT": "u:audio/wav"})


@plant("28-016")
def attachment_of_nothing(document):
    return enclose(document, annotate(document, Subtype="/FileAttachment", Contents="u:A file", FS={"/Type": "/Filespec"}), "Annot")


@plant("28-016", "21-001")
def attachment_without_name(document):
    reference = annotate(document, Subtype="/FileAttachment", Contents="u:A file", FS=_embedded(document, F="u:a"))
    return enclose(document, reference, "Annot")


def _mark(document, content):
    form = document.add(Stream({"/Type": "/XObject", "/Subtype": "/Form", "/BBox": [0, 0, 9, 9]}, content))
    return annotate(document, Subtype="/PrinterMark", AP={"/N": form})


@plant("28-017")
def printer_mark_tagged(document):
    return enclose(document, _mark(document, b"/Artifact BMC 0 0 9 9 re f EMC"), "Annot")


@plant("28-018")
def printer_mark_painted(document):
    return _mark(document, b"0 0 9 9 re f")


def _annotated(document):
    return first(reference for reference, page in document.pages() if document.list(page, "/Annots"))


@plant("28-008")
def no_tab_order(document):
    reference = _annotated(document)
    return reference and document.objects[reference].pop("/Tabs")


@plant("28-009")
def other_tab_order(document):
    reference = _annotated(document)
    if reference:
        document.objects[reference]["/Tabs"] = "/R"
    return reference


def _with_element(document, subtype):
    tree = Tree(document)
    return first((page, reference, annotation, tree.of_object[reference])
                 for page, reference, annotation in annotations(document, subtype) if reference in tree.of_object)


@plant("28-005")
def field_without_prompt(document):
    for _, _, field in annotations(document, "/Widget"):
        if "/TU" in field and "/FT" in field:
            return field.pop("/TU")
    return False


@plant("28-010")
def field_in_paragraph(document):
    found = _with_element(document, "/Widget")
    if found:
        found[3].node["/S"] = "/P"
    return found


@plant("28-010")
def field_outside(document):
    found = _with_element(document, "/Widget")
    if found:
        del document.dict(found[1])["/StructParent"]
        below(document, found[3].parent).remove(found[3].reference)
    return found


@plant("UA1:7.18.4-2")
def two_fields_of_one(document):
    found = _with_element(document, "/Widget")
    if found:
        add_element(document, found[3], "Span")
    return found


@plant("28-011")
def link_in_span(document):
    found = _with_element(document, "/Link")
    if found:
        found[3].node["/S"] = "/Span"
    return found


@plant("28-011")
def link_outside(document):
    box = document.pages()[0][1]["/MediaBox"]
    return annotate(document, Subtype="/Link", Contents="u:A link", Dest=[document.pages()[0][0], "/Fit"], Rect=box)


@plant("28-012", "28-004")
def link_says_nothing(document):
    found = _with_element(document, "/Link")
    return found and not found[3].says("/Alt") and found[2].pop("/Contents")


@plant("ISO:14.7.4.4")
def link_with_no_way_back(document):
    found = _with_element(document, "/Link")
    return found and found[2].pop("/StructParent")


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
