"""Faults of annotations and form fields: checkpoint 28, and 11-004 and 11-005."""
from ua_pdf import Stream
from ua_plant import (add_element, annotate, annotations, below, embedded, enclose, first, has_text, languages, leave,
                      planter)
from ua_tree import Tree

PLANTS = []
plant = planter(PLANTS)


# ---- 11: languages ----

def _outer_annotation(document, subtype, role):
    """The element of an annotation that has nothing else in it."""
    tree = Tree(document)
    for _, reference, _ in annotations(document, subtype):
        element = tree.of_object.get(reference)
        if element and element.role == role and len(element.kids) == 1 and not element.says("/Alt") and not any(
                has_text(document, outer) for outer in list(element.above())[1:]):
            return element
    return None


@plant("11-004")
def contents_without_language(document):
    reference = annotate(document, Subtype="/Text", Contents="u:A comment")
    enclose(document, reference, "Annot")
    languages(document, "structure")
    return leave(document, Tree(document).of_object[reference])


@plant("11-005")
def prompt_without_language(document):
    languages(document, "structure")
    element = _outer_annotation(document, "/Widget", "Form")
    return element and leave(document, element)


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
    reference = annotate(document, Subtype="/FileAttachment", Contents="u:A file", FS=embedded(document, F="u:a"))
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
