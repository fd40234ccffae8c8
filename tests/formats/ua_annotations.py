"""Checkpoint 28: annotations and form fields in the structure, and what they say; 11-004 and 11-005."""
import ua_content

# ISO 32000-1, table 169.
SUBTYPES = {"/" + name for name in """Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly
StrikeOut Stamp Caret Ink Popup FileAttachment Sound Movie Widget Screen PrinterMark TrapNet Watermark 3D Redact
RichMedia""".split()}  # RichMedia: Adobe's extension level 3, table 9.50
HIDDEN = 2


def check(document, tree, report):
    for number, (_, page) in enumerate(document.pages(), 1):
        annotations = document.list(page, "/Annots")
        if annotations and "/Tabs" not in page:
            report("28-008", f"page {number} has annotations but no /Tabs")
        elif annotations and page["/Tabs"] != "/S":
            report("28-009", f"page {number}: /Tabs is {page['/Tabs']}")
        for reference in annotations:
            _annotation(document, tree, page, reference, f"page {number}, annotation {reference}", report)
    _orphans(document, tree, report)


def _orphans(document, tree, report):
    """An object of the structure that is on no page."""
    on_pages = {reference for _, page in document.pages() for reference in document.list(page, "/Annots")}
    for reference, element in tree.of_object.items():
        if reference not in on_pages and document.get(reference, "/Type") != "/XObject":
            report("ISO:14.7.4", f"{element} names the annotation {reference}, which is on no page")


def _outside(document, page, annotation):
    """Whether it is hidden, or wholly outside the crop box: then 7.18.1 does not ask anything of it."""
    box = document.list(page, "/CropBox") or document.list(page, "/MediaBox")
    rectangle = document.list(annotation, "/Rect")
    if int(annotation.get("/F", 0)) & HIDDEN:
        return True
    if len(box) < 4 or len(rectangle) < 4:
        return False
    (x0, x1), (y0, y1) = sorted(rectangle[::2]), sorted(rectangle[1::2])
    return x1 <= min(box[::2]) or x0 >= max(box[::2]) or y1 <= min(box[1::2]) or y0 >= max(box[1::2])


def _annotation(document, tree, page, reference, place, report):
    annotation = document.dict(reference)
    subtype, element = annotation.get("/Subtype"), tree.of_object.get(reference)
    role = element.role if element else None
    if subtype == "/PrinterMark":
        _printer_mark(document, annotation, element, place, report)
        return
    if _outside(document, page, annotation) or subtype == "/Popup":
        return
    described = document.text(annotation, "/Contents") or (element.says("/Alt") if element else "")
    if subtype not in SUBTYPES:
        if role != "Annot" or not described:
            report("28-006", f"{place}: of an unknown kind, and not in an <Annot> with a description")
    elif subtype == "/TrapNet":
        report("28-007", f"{place} is a trap network")
    elif subtype == "/Widget":
        _widget(document, annotation, element, place, report)
    else:
        if not described:
            report("28-004", f"{place} has neither /Contents nor an element with /Alt")
        if subtype == "/Link":
            _link(document, annotation, role, place, report)
        elif role != "Annot":
            report("28-002", f"{place} ({subtype}) is in {element}")
    if subtype == "/FileAttachment" and not all(document.get(annotation, "/FS", key) for key in ("/EF", "/F", "/UF")):
        report("28-016", f"{place}: the attached file has not all of /EF, /F and /UF")
    if document.text(annotation, "/Contents") and not _language(document, annotation, element):
        report("11-004", f"{place}: no language of /Contents")


def _language(document, annotation, element):
    return (document.text(annotation, "/Lang") or (element.language() if element else "") or
            document.text(document.catalog, "/Lang"))


def _link(document, annotation, role, place, report):
    if role != "Link":
        report("28-011", f"{place}: the link is in no <Link>")
    if not document.text(annotation, "/Contents"):
        report("28-012", f"{place}: the link has no /Contents")


def _widget(document, annotation, element, place, report):
    if element is None or element.role != "Form":
        report("28-010", f"{place}: the field is in {element}, not in a <Form>")
    field, names = annotation, []
    for _ in range(9):  # from the widget up to the field that has the type
        names.append(document.text(field, "/TU"))
        if "/FT" in field or "/Parent" not in field:
            break
        field = document.dict(field, "/Parent")
    if not any(names) and not (element and element.says("/Alt")):
        report("28-005", f"{place}: the field has no /TU")
    if any(names) and not _language(document, annotation, element):
        report("11-005", f"{place}: no language of /TU")


def _printer_mark(document, annotation, element, place, report):
    if element is not None:
        report("28-017", f"{place}: a printer's mark in {element}")
    appearance = document.get(annotation, "/AP", "/N")
    for form in [appearance] if hasattr(appearance, "data") else document.dict(appearance).values():
        form, depth = document.get(form), 0
        for operator, operands in ua_content.operators(getattr(form, "data", b"")):
            if operator in ("BMC", "BDC"):
                depth += depth > 0 or operands[:1] == ["/Artifact"]
            elif operator == "EMC":
                depth -= depth > 0
            elif depth == 0 and (operator in ua_content.PATHS | ua_content.SHOWING or operator in ("sh", "EI", "Do")):
                report("28-018", f"{place}: the printer's mark paints what is no artifact")
                return
