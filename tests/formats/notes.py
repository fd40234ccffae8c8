"""usage: notes.py FILE.epub...    the notes of an EPUB are marked up as Apple Books, Kobo and Kindle want them:
a call is a noteref link inside <sup>, forward, to an aside of the same file; the aside begins with the one link back, which
has the same number. Prints how many there are."""
import sys
import xml.etree.ElementTree as tree
import zipfile

XHTML = "{http://www.w3.org/1999/xhtml}"
TYPE = "{http://www.idpf.org/2007/ops}type"


def text(element):
    return "".join(element.itertext()).strip()


def check(path, bad):
    notes = 0
    with zipfile.ZipFile(path) as epub:
        names = [name for name in epub.namelist() if name.endswith(".xhtml")]
        for name in names:
            root = tree.fromstring(epub.read(name))
            order = {element: place for place, element in enumerate(root.iter())}
            parents = {child: element for element in order for child in element}
            by_id = {element.get("id"): element for element in order if element.get("id")}

            def wrong(element, what):
                bad.append(f"{path} {name}: {what}: {tree.tostring(element, encoding='unicode')[:120]}")

            calls = [e for e in order if e.get(TYPE) == "noteref" or e.get("role") == "doc-noteref"]
            asides = [e for e in order if "footnote" in (e.get(TYPE), ) or e.get("role") == "doc-footnote"]
            back = [e for e in order if e.get("role") == "doc-backlink"]
            called = {}
            for e in order:
                if e.get("role", "").startswith("doc-endnote") or e.get(TYPE) in ("endnote", "endnotes", "rearnote", "rearnotes"):
                    wrong(e, "an endnote")
            for e in calls:
                around = parents[e]
                if (e.tag, e.get(TYPE), e.get("role")) != (XHTML + "a", "noteref", "doc-noteref"):
                    wrong(e, "no noteref")
                if around.tag != XHTML + "sup" or len(around) != 1 or text(around) != text(e) or list(e):
                    wrong(around, "<sup> is not around the call alone")
                target = by_id.get(e.get("href", "")[1:])
                if not e.get("href", "").startswith("#") or target not in asides:
                    wrong(e, "the call does not lead to a note of its file")
                elif order[target] < order[e]:
                    wrong(e, "the note stands before its call")
                else:
                    called.setdefault(target, e)
            for e in asides:
                if (e.tag, e.get(TYPE), e.get("role")) != (XHTML + "aside", "footnote", "doc-footnote"):
                    wrong(e, "no footnote")
                first = e[0][0] if len(e) and len(e[0]) else None
                links = [link for link in e.iter() if link in back]
                if first is None or (e.text or "").strip() or (e[0].text or "").strip() or links != [first]:
                    wrong(e, "the note does not begin with its only link back")
                    continue
                if e not in called:
                    wrong(e, "nothing calls the note")
                elif by_id.get(first.get("href", "")[1:]) is not called[e]:
                    wrong(e, "the link back does not lead to the first call")
                elif text(first) != text(called[e]) + ".":
                    wrong(e, "the note has another number than its call")
                if len(text(e)) <= len(text(first)):
                    wrong(e, "the note says nothing")
            if len(back) != len(asides):
                bad.append(f"{path} {name}: {len(back)} links back for {len(asides)} notes")
            notes += len(asides)
    return notes


found, count = [], 0
for path in sys.argv[1:]:
    count += check(path, found)
for line in found:
    print(line)
print(count)
sys.exit(1 if found else 0)
