"""Follows every link of a PDF and compares it with the dump of its pages.

usage: links.py PAGES.TXT PDF.JSON     (rekindle dump pages; qpdf --json=2 --json-key=qpdf)

Checked: the page labels; the outline; that every link of the dump is an annotation whose destination is the
page and the height where its place stands, and no annotation is more than that; that the page number
printed beside a contents line, and in a reference that writes itself, is the label of that page; that a
note stands at the foot of the page that calls it.
"""
import collections
import json
import re
import sys

problems = []


def problem(text):
    problems.append(text)


# ---- the dump ----

class Page:
    def __init__(self, label):
        self.label, self.places, self.links, self.texts = label, {}, [], []
        self.sheet, self.private = None, False


def read_dump(path):
    pages, outline, size = [], [], None
    number = r"(-?[\d.]+)"
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if m := re.match(rf"pages \d+ {number}x{number} ", line):
            size = float(m[1]), float(m[2])
        elif m := re.match(r'outline (\d+) #(\S+) "(.*)"$', line):
            outline.append((int(m[1]), m[2], m[3]))
        elif m := re.match(r"page \d+ label=(\S*) \w+ \w+(?: (\d+)( private)?)?$", line):
            pages.append(Page(m[1]))
            if m[2]:
                pages[-1].sheet, pages[-1].private = int(m[2]), bool(m[3])
        elif m := re.match(rf"  place {number} #(\S+)$", line):
            pages[-1].places[m[2]] = float(m[1])
        elif m := re.match(rf'  link {number},{number} {number}x{number} (\S+) "(.*)"$', line):
            pages[-1].links.append(([float(m[i]) for i in range(1, 5)], m[5], m[6]))
        elif m := re.match(rf'  text {number},{number} .*?"(.*)"$', line):
            pages[-1].texts.append((float(m[1]), float(m[2]), m[3]))
    return pages, outline, size


# ---- the PDF ----

class Pdf:
    def __init__(self, path):
        objects = json.load(open(path, encoding="utf-8"))["qpdf"][1]
        self.objects = {name[4:]: o for name, o in objects.items() if name.startswith("obj:")}
        self.root = self.get(objects["trailer"]["value"]["/Root"])
        self.pages = list(self.walk_pages(self.root["/Pages"]))
        self.names = dict(self.walk_tree(self.get(self.root.get("/Names", {})).get("/Dests"), "/Names"))

    def get(self, value):
        while isinstance(value, str) and re.fullmatch(r"\d+ \d+ R", value):
            entry = self.objects[value]
            value = entry["value"] if "value" in entry else entry["stream"]["dict"]
        return value

    def walk_pages(self, reference):
        node = self.get(reference)
        if node["/Type"] == "/Page":
            yield reference
        for kid in self.get(node.get("/Kids", [])):
            yield from self.walk_pages(kid)

    def walk_tree(self, reference, key):
        node = self.get(reference) or {}
        pairs = self.get(node.get(key, []))
        yield from zip(pairs[::2], pairs[1::2])
        for kid in self.get(node.get("/Kids", [])):
            yield from self.walk_tree(kid, key)

    def place(self, destination):
        """The page index and the y of a destination; None when it leads nowhere."""
        destination = self.get(destination)
        if isinstance(destination, str):
            destination = self.get(self.names.get(destination))
        if isinstance(destination, dict):
            destination = self.get(destination["/D"])
        if not destination or destination[0] not in self.pages:
            return None
        return self.pages.index(destination[0]), destination[3] if destination[1] == "/XYZ" else None

    def labels(self):
        ranges = sorted(self.walk_tree(self.root.get("/PageLabels"), "/Nums"), key=lambda pair: pair[0])
        for index in range(len(self.pages)):
            start, label = [pair for pair in ranges if pair[0] <= index][-1]
            label = self.get(label)
            number = label.get("/St", 1) + index - start
            digits = {"/D": str, "/r": roman}.get(label.get("/S"), lambda _: "")(number)
            yield text_of(label.get("/P", "u:")) + digits


def roman(number):
    text = ""
    for value, digits in ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        while number >= value:
            text, number = text + digits, number - value
    return text


def text_of(value):
    return value[2:] if value.startswith("u:") else bytes.fromhex(value[2:]).decode("latin-1")


# ---- checks ----

def near(a, b, by=0.2):
    return abs(a - b) <= by


def check_destination(what, found, wanted, height):
    if found is None:
        problem(f"{what} leads nowhere")
    elif found[0] != wanted[0]:
        problem(f"{what} leads to page {found[0] + 1} instead of {wanted[0] + 1}")
    elif found[1] is not None and not near(height - found[1], wanted[1]):
        problem(f"{what} leads to {height - found[1]:.1f} on its page instead of {wanted[1]:.1f}")


def whole_texts(pages):
    """What each link may say as a whole: the text of its line, and of those before and after it that lead to the same place,
    without the hyphens between them. (page, number on it) -> texts."""
    links = [(index, number, target, text) for index, page in enumerate(pages) for number, (_, target, text) in enumerate(page.links)]
    said = collections.defaultdict(set)
    for first in range(len(links)):
        whole = ""
        for last in range(first, len(links)):
            if links[last][2] != links[first][2]:
                break
            whole = whole.removesuffix("\u00ad") + links[last][3]
            for i in range(first, last + 1):
                said[links[i][:2]].add(whole.removesuffix("\u00ad"))
    return said


def check_links(pdf, pages, places, height):
    count = 0
    said = whole_texts(pages)
    for index, page in enumerate(pages):
        annotations = [pdf.get(a) for a in pdf.get(pdf.get(pdf.pages[index]).get("/Annots", []))]
        annotations = [a for a in annotations if a["/Subtype"] == "/Link"]
        if len(annotations) != len(page.links):
            problem(f"page {page.label}: {len(annotations)} annotations for {len(page.links)} links")
        for number, ((x, y, w, h), target, text) in enumerate(page.links):
            what = f'page {page.label}: "{text}" ({target})'
            rect = [x, height - y - h, x + w, height - y]
            match = [a for a in annotations if all(near(p, q) for p, q in zip(a["/Rect"], rect))]
            if len(match) != 1:
                problem(f"{what}: {len(match)} annotations at its place")
                continue
            if not text or text_of(match[0].get("/Contents", "u:")) not in said[index, number]:
                problem(f"{what}: says something else to a screen reader")
            action = pdf.get(match[0].get("/A", {}))
            if target.startswith("#"):
                if target[1:] not in places:
                    problem(f"{what}: no place of that name on any page")
                    continue
                check_destination(what, pdf.place(match[0].get("/Dest", action.get("/D"))), places[target[1:]], height)
                count += 1
            elif text_of(action.get("/URI", "u:")) != target:
                problem(f"{what}: leads to {action}")
    return count


def check_contents(pages, places):
    """Contents lines: the links of the pages from the place "contents" to the next place that is another."""
    first = places["contents"][0]
    last = first
    while last + 1 < len(pages) and not pages[last + 1].places and pages[last + 1].links:
        last += 1
    lines = 0
    for page in pages[first:last + 1]:
        for (x, y, w, h), target, text in page.links:
            inside = [t for t in page.texts if x - 1 <= t[0] <= x + w + 1 and y <= t[1] <= y + h]
            printed = max(inside)[2] if inside else None
            wanted = pages[places[target[1:]][0]].label
            if printed != wanted:
                problem(f'contents: "{text}" says page {printed} instead of {wanted}')
            lines += 1
    return lines


def check_references(pages, places):
    """What a reference says about its page, and that notes stand below their first calls."""
    references = notes = 0
    called = set()
    for page in pages:
        for _, target, text in page.links:
            place = places.get(target[1:])
            said = re.search(r", page\s(\S+?)[.,;)]?$", text)
            if place and said:
                references += 1
                if said[1] != pages[place[0]].label:
                    problem(f'page {page.label}: "{text}" stands on page {pages[place[0]].label}')
            if place and re.fullmatch(r"\d+", text) and re.search(r"\.fn\.\d+$", target):
                notes += 1
                if target not in called and pages[place[0]] is not page:
                    problem(f"page {page.label}: note {text} stands on page {pages[place[0]].label}")
                called.add(target)
    return references, notes


def check_outline(pdf, outline, places, height):
    found = []

    def walk(reference, level):
        while reference:
            entry = pdf.get(reference)
            action = pdf.get(entry.get("/A", {}))
            found.append((level, text_of(entry["/Title"]), entry.get("/Dest", action.get("/D"))))
            walk(entry.get("/First"), level + 1)
            reference = entry.get("/Next")

    walk(pdf.get(pdf.root.get("/Outlines", {})).get("/First"), 0)
    if [(level, title) for level, title, _ in found] != [(level, title) for level, _, title in outline]:
        problem("the outline has other entries than the dump")
    for (_, title, destination), (_, name, _) in zip(found, outline):
        if name in places:
            check_destination(f'outline "{title}"', pdf.place(destination), places[name], height)
        else:
            problem(f'outline "{title}": no place #{name} on any page')


def main():
    pages, outline, (_, height) = read_dump(sys.argv[1])
    pdf = Pdf(sys.argv[2])
    places = {}
    for index, page in enumerate(pages):
        for name, y in page.places.items():
            if name in places:
                problem(f"#{name} stands on two pages")
            places.setdefault(name, (index, y))
    if len(pages) != len(pdf.pages):
        problem(f"{len(pdf.pages)} pages instead of {len(pages)}")
    labels = list(pdf.labels())
    if labels != [page.label for page in pages]:
        problem(f"page labels {labels}")
    check_outline(pdf, outline, places, height)
    links = check_links(pdf, pages, places, height)
    lines = check_contents(pages, places)
    references, notes = check_references(pages, places)
    print(f"{links} links: {lines} contents lines, {references} references with a page, {notes} notes; {len(outline)} bookmarks")
    for kind, count in (("contents lines", lines), ("references with a page", references), ("notes", notes), ("bookmarks", len(outline))):
        if not count:
            problem(f"no {kind}")
    for text in problems:
        print("FAILED:", text)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
