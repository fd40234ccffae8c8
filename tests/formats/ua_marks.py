"""Checkpoints 01, 11 (text in content) and 30: content is tagged or an artifact, and the tree and content agree."""
from ua_pdf import Stream


def check(document, content, tree, report):
    _nesting(content, tree, report)
    _painted(document, content, tree, report)
    _forms(document, content, report)
    _agreement(document, content, tree, report)


def _tagged(mark, tree):
    return mark.mcid is not None and mark.content in tree.of_content


def _nesting(content, tree, report):
    for place in content.unbalanced:
        report("ISO:14.6", place)
    for mark, around in content.marks:
        if mark.tag == "/Artifact" and any(_tagged(outer, tree) for outer in around):
            report("01-003", f"an artifact inside MCID {[outer.mcid for outer in around]} of {mark.owner}")
        if _tagged(mark, tree) and any(outer.tag == "/Artifact" for outer in around):
            report("01-004", f"MCID {mark.mcid} of {mark.owner} inside an artifact")


def _language(painting, element, catalog):
    """The language that text is in: of the marks around it, its element, those around that, the document (14.9.2)."""
    for mark in reversed(painting.marks):
        if mark.properties.get("/Lang"):
            return mark.properties["/Lang"]
    return (element.language() if element else "") or catalog


def _painted(document, content, tree, report):
    catalog, silent, bare = document.text(document.catalog, "/Lang"), set(), {}
    for painting in content.paintings:
        element = next((tree.of_content[mark.content] for mark in reversed(painting.marks) if _tagged(mark, tree)), None)
        if element is None and not painting.artifact:
            bare.setdefault(painting.place, set()).add(painting.operator)
        language = _language(painting, element, catalog)
        if painting.strings and not painting.artifact and not language:
            silent.add(painting.place)
        for mark in painting.marks:
            says = mark.tag == "/Span" and any(key in mark.properties for key in ("/ActualText", "/Alt", "/E"))
            if says and not language and not painting.artifact:
                report("11-002", f"{painting.place}: no language of a replacement in content")
        if painting.strings and element and any(outer.role == "Formula" for outer in element.above()):
            font = painting.font
            if font and any(not font.unicode(code) for string in painting.strings for code in font.codes(string)):
                report("17-003", f"{painting.place}: a formula's text without characters")
    for place, operators in bare.items():
        report("01-005", f"{place}: {', '.join(sorted(operators))} is neither in the structure nor an artifact")
    for place in sorted(silent):
        report("11-001", f"{place}: text without a language")


def _forms(document, content, report):
    for reference, thing in document.objects.items():
        if not isinstance(thing, Stream) or thing.get("/Subtype") != "/Form":
            continue
        if "/Ref" in thing:
            report("30-001", f"form {reference} is a reference XObject")
        if content.forms.get(reference, 0) > 1 and any(mark.owner == reference and mark.mcid is not None
                                                       for mark, _ in content.marks):
            report("30-002", f"form {reference} has MCIDs and is drawn {content.forms[reference]} times")


def _agreement(document, content, tree, report):
    """Each marked content that an element names is there, once, and the parent tree leads back (14.7.4.4)."""
    there = {}
    for mark, _ in content.marks:
        if mark.mcid is not None:
            there[mark.content] = there.get(mark.content, 0) + 1
    for (owner, mcid), count in there.items():
        if count > 1:
            report("ISO:14.7.4", f"MCID {mcid} of {owner} is there {count} times")
    for (owner, mcid), element in tree.of_content.items():
        if (owner, mcid) not in there:
            report("ISO:14.7.4", f"{element} names MCID {mcid} of {owner}, which is not there")
            continue
        number = document.get(owner, "/StructParents")
        listed = document.list(tree.parents.get(number))
        back = listed[mcid] if isinstance(mcid, int) and mcid < len(listed) else None
        if document.get(back) is not element.node:
            report("ISO:14.7.4.4", f"the parent tree's entry of MCID {mcid} of {owner} is not {element}")
    _annotations(document, tree, report)


def _annotations(document, tree, report):
    for reference, element in tree.of_object.items():
        back = tree.parents.get(document.get(reference, "/StructParent"))
        if document.get(back) is not element.node:
            report("ISO:14.7.4.4", f"the parent tree's entry of {reference} is not {element}")
