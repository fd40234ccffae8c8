"""The page marks of an EPUB beside the printed pages.

usage: marks.py PAGES.TXT BOOK.EPUB [MISSING...]     (rekindle dump pages)

Checked: that the first word after each mark is the first word of that printed page's text (what a page
shows above it out of the text's order, heads, pointers in the margin, figures that had to wait, does not
count); that the marks, the page list of nav.xhtml and the page list of toc.ncx name the same pages, in
the same order, at the same places; that the contents of both say the same, and that both lead to what is
there; that every page is marked on which text begins, but for those that are named as MISSING.
"""
import re
import sys
import unicodedata
import xml.etree.ElementTree as ET
import zipfile

HTML = "{http://www.w3.org/1999/xhtml}"
NCX = "{http://www.daisy.org/z3986/2005/ncx/}"
TYPE = "{http://www.idpf.org/2007/ops}type"
INLINE = {HTML + name for name in ("a", "b", "code", "em", "i", "img", "s", "span", "strong", "sup")}
HOLDS = ("body", "opener", "sheet")  # kinds of pages that hold running text
problems = []


def letters(text):
    """What can be compared: capitals, ligatures and spaces differ between print and page."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in folded if unicodedata.category(c)[0] in "LNM")


# ---- the dump ----

class Page:
    def __init__(self, label, kind):
        self.label, self.kind, self.lines, self.wait = label, kind, [], False
        self.other = False  # a copy of a worksheet that is elsewhere; more contents, which nav.xhtml has as one


def read_dump(path):
    pages, contents = [], False
    number = r"(-?[\d.]+)"
    for line in open(path, encoding="utf-8"):
        if m := re.match(r"page \d+ label=(\S*) \w+ (\w+)", line):
            contents = contents and m[2] == "body"
            pages.append(Page(m[1], m[2]))
            pages[-1].other = contents
            last = None
        elif m := re.match(rf"  text {number},{number} {number}x.*? [\d.]+ \"(.*)\"$", line):
            left, y, right = float(m[1]), float(m[2]), float(m[1]) + float(m[3])
            if last is not None and abs(last[1] - y) < 5 and min(abs(left - last[2]), abs(last[0] - right)) < 12:
                pages[-1].lines[-1] += m[4]  # goes on in another face
            else:
                pages[-1].lines.append(m[4])
            last = left, y, right
        elif re.match(r"  place .* #contents$", line):
            contents = True
        elif re.match(r"  field .*-repeat\d", line):
            pages[-1].other = True
        elif re.match(r"  (image|box|line|path)", line):
            last = None
            pages[-1].wait = True  # a figure, a table: its words may be out of order
    return pages


# ---- the EPUB ----

def words_after(document):
    """(id, label, text) of the marks of a document in order: the text to the end of its block."""
    pieces, marks = [], []

    def walk(element):
        if element.get("role") == "doc-pagebreak":
            marks.append((element.get("id"), element.get("aria-label"), len(pieces)))
        if element.get("role") in ("doc-footnote", "doc-noteref") or element.get("hidden"):
            return
        pieces.append("\n" if element.tag not in INLINE else "")
        pieces.append((element.text or "").replace("\n", " "))
        for child in element:
            walk(child)
            pieces.append((child.tail or "").replace("\n", " "))
        pieces.append("\n" if element.tag not in INLINE else "")

    walk(document.find(HTML + "body"))
    return [(name, label, "".join(pieces[at:]).strip().split("\n")[0]) for name, label, at in marks]


def list_of(nav, kind):
    found = next((n for n in nav.iter(HTML + "nav") if n.get(TYPE) == kind), None)
    return None if found is None else found.find(HTML + "ol")


def nav_tree(items, level=0):
    for item in items if items is not None else ():
        link = item.find(HTML + "a")
        yield level, link.get("href"), "".join(link.itertext())
        yield from nav_tree(item.find(HTML + "ol"), level + 1)


def ncx_tree(parent, level=0):
    for point in parent.findall(NCX + "navPoint") if parent is not None else ():
        yield level, point.find(NCX + "content").get("src"), point.find(f"{NCX}navLabel/{NCX}text").text
        yield from ncx_tree(point, level + 1)


def check_lists(documents, nav, ncx, marks):
    """The same contents and the same pages in both, each where it says."""
    contents, points = list(nav_tree(list_of(nav, "toc"))), list(ncx_tree(ncx.find(NCX + "navMap")))
    if contents != points or not contents:
        problems.append(f"the contents differ: {[pair for pair in zip(contents, points) if pair[0] != pair[1]][:3]}")
    listed = [(href, text) for _, href, text in nav_tree(list_of(nav, "page-list"))]
    targets = [(t.find(NCX + "content").get("src"), t.find(f"{NCX}navLabel/{NCX}text").text)
               for t in ncx.iter(NCX + "pageTarget")]
    if listed != targets:
        problems.append("the page lists of nav.xhtml and toc.ncx differ")
    if listed != [(f"{path}#{name}", label) for path, name, label, _ in marks]:
        problems.append("the page list is not what is marked")
    order = [int(p.get("playOrder")) for p in ncx.iter() if p.get("playOrder")]
    if order != list(range(1, len(order) + 1)):
        problems.append("playOrder does not count")
    for _, href, text in contents:
        path, _, name = href.partition("#")
        if path not in documents or name and not any(e.get("id") == name for e in documents[path].iter()):
            problems.append(f"contents: \"{text}\" leads to {href}, which is not there")


def begins_with(line, wanted):
    """An item's or a question's number may stand before its words; references name a page, in print only."""
    line = re.sub(r",\s(page|Seite)\s\w+", "", line)
    return letters(line).startswith(wanted) or letters(re.sub(r"^\d+\.?", "", line)).startswith(wanted)


def check_marks(pages, marks, missing):
    by_label = {page.label: page for page in pages if page.lines or page.kind == "display"}
    for path, name, label, text in marks:
        page, sheet = by_label.get(label), re.match(r"\w+ \d+(?=[ .])", text)
        wanted = letters(sheet[0] if sheet and page and page.kind == "sheet" else text)[:12]
        if page is None:
            problems.append(f"{path}#{name}: there is no page {label}")
            continue
        if not page.lines: # filled by a picture
            continue
        begins = [n for n in range(len(page.lines)) if begins_with("".join(page.lines[n:n + 9]), wanted)]
        if not begins or begins[0] > 0 and not page.wait and page.kind == "body" and not before_is_head(page, begins[0]):
            problems.append(f"{path}#{name}: \"{text[:40]}\" does not begin page {label}: {page.lines[:3]}")
    marked = {label for _, _, label, _ in marks}
    for page in pages:
        wanted = page.kind in HOLDS and page.lines and not page.other
        if wanted and page.label not in marked and page.label not in missing:
            problems.append(f"page {page.label} ({page.kind}) is not marked")
    for label in missing:
        if label in marked:
            problems.append(f"page {label} is marked, though it was not expected to be")


def before_is_head(page, at):
    """A list's number, an initial and a pointer in the margin are painted first."""
    return all(len(line) < 120 for line in page.lines[:at]) and at <= 3


def main():
    pages = read_dump(sys.argv[1])
    archive = zipfile.ZipFile(sys.argv[2])
    package = ET.fromstring(archive.read("OEBPS/package.opf"))
    opf = "{http://www.idpf.org/2007/opf}"
    items = {i.get("id"): i for i in package.iter(opf + "item")}
    documents, marks = {}, []
    for ref in package.iter(opf + "itemref"):
        path = items[ref.get("idref")].get("href")
        documents[path] = ET.fromstring(archive.read("OEBPS/" + path))
        marks += [(path, *mark) for mark in words_after(documents[path])]
    check_lists(documents, ET.fromstring(archive.read("OEBPS/nav.xhtml")),
                ET.fromstring(archive.read("OEBPS/toc.ncx")), marks)
    check_marks(pages, marks, sys.argv[3:])
    for text in problems:
        print(text)
    print(f"{len(marks)} marks, {len(pages)} pages, {len(problems)} problems")
    sys.exit(1 if problems or not marks else 0)


main()
