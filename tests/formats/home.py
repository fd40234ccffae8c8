"""Compares the edition for a home printer with the workbook for the screen.

usage: home.py PAGES.TXT SCREEN.HTML HOME.HTML HOME.JSON WIDTH HEIGHT SCALE BIND [SIGNATURE]

PAGES.TXT: rekindle dump pages; *.HTML: pdftotext -bbox; HOME.JSON: qpdf --json=2 --json-key=qpdf. WIDTH and HEIGHT: of the
sheets, points; SCALE: of the pages on them; BIND: from the bind side to a page's edge. With SIGNATURE two pages stand on
a side, to be folded so many sheets at a time; BIND is then from the fold. Checked: which pages stand on which side; that
every folio and nearly every word stands where its page must be (what is spaced out is divided differently at another size), and
that no letter is missing; that there is nothing but marks on paper, and what a print dialogue begins with.
"""
import collections
import json
import re
import sys
from xml.sax.saxutils import unescape  # the module html would be the test beside this one

problems = []


class Side:
    def __init__(self, width, height):
        self.width, self.height, self.words = width, height, []

    def letters(self):
        return collections.Counter("".join(word for word, *_ in self.words))


def read_sides(path):
    sides, number = [], r'"([\d.-]+)"'
    for line in open(path, encoding="utf-8"):
        if m := re.search(rf"<page width={number} height={number}>", line):
            sides.append(Side(float(m[1]), float(m[2])))
        elif m := re.search(rf"<word xMin={number} yMin={number} xMax={number} yMax={number}>(.*)</word>", line):
            sides[-1].words.append((unescape(m[5], {"&quot;": '"', "&apos;": "'"}), float(m[1]), float(m[2])))
    return sides


def imposed(count, signature):
    """The pages of each side, from 1; None: empty."""
    if not signature:
        return [[page] for page in range(1, count + 1)]
    sides, sheets, start = [], -(-count // 4), 0
    while start < sheets:
        n = 4 * min(signature, sheets - start)
        for i in range(n // 4):
            for side in ([n - 2 * i, 2 * i + 1], [2 * i + 2, n - 2 * i - 1]):
                sides.append([4 * start + page if 4 * start + page <= count else None for page in side])
        start += signature
    return sides


def main():
    dump, screen, found = sys.argv[1], read_sides(sys.argv[2]), read_sides(sys.argv[3])
    width, height, scale, bind = map(float, sys.argv[5:9])
    signature = int(sys.argv[9]) if len(sys.argv) > 9 else 0
    labels = [m[1] for line in open(dump, encoding="utf-8") if (m := re.match(r"page \d+ label=(\S*) ", line))]
    wanted = imposed(len(screen), signature)
    if len(found) != len(wanted):
        problems.append(f"{len(found)} sides instead of {len(wanted)}")
    folios = words = near = 0
    for index, (pages, side) in enumerate(zip(wanted, found)):
        what = f"side {index + 1} with the pages {pages}"
        if abs(side.width - width) > 0.1 or abs(side.height - height) > 0.1:
            problems.append(f"{what}: {side.width} by {side.height} points")
        letters = collections.Counter()
        stands = collections.defaultdict(list)
        for word, x, y in side.words:
            stands[word].append((x, y))
        for page in filter(None, pages):
            recto = page % 2 == 1
            spine = width / 2 if signature else 0 if recto else width
            left = spine + bind if recto else spine - bind - scale * screen[page - 1].width
            top = (height - scale * screen[page - 1].height) / 2
            letters += screen[page - 1].letters()
            for word, x, y in screen[page - 1].words:
                x, y = left + scale * x, top + scale * y
                there = any(abs(x - a) < 0.5 and abs(y - b) < 0.5 for a, b in stands[word])
                words, near = words + 1, near + there
                if word == labels[page - 1] and y > height / 2:
                    folios += there
                    if not there:
                        problems.append(f"{what}: the folio {word} is not where it should be")
        if letters != side.letters():
            problems.append(f"{what}: other letters than on its pages")
    print(f"{words} words, {near} where they should be, {folios} folios")
    if near < 0.97 * words or folios < 0.8 * len(screen):
        problems.append("too few words are where they should be")
    check_file(signature)
    for text in problems[:20]:
        print("FAILED:", text, file=sys.stderr)
    sys.exit(1 if problems else 0)


def check_file(signature):
    objects = json.load(open(sys.argv[4], encoding="utf-8"))["qpdf"][1]
    values = [o["value"] if "value" in o else o["stream"]["dict"] for name, o in objects.items() if name.startswith("obj:")]
    root = objects["obj:" + objects["trailer"]["value"]["/Root"]]["value"]
    if strange := {"/AcroForm", "/StructTreeRoot", "/Outlines", "/OpenAction", "/Names", "/PageLabels"} & set(root):
        problems.append(f"the catalogue has {strange}")
    for value in values:
        if isinstance(value, dict) and ("/Annots" in value or value.get("/Type") == "/Annot"):
            problems.append("there is an annotation")
    flip = "/DuplexFlipShortEdge" if signature else "/DuplexFlipLongEdge"
    wanted = {"/DisplayDocTitle": True, "/Duplex": flip, "/PickTrayByPDFSize": True, "/PrintScaling": "/None"}
    if root.get("/ViewerPreferences") != wanted:
        problems.append(f"viewer preferences: {root.get('/ViewerPreferences')}")
    for value in values:
        if isinstance(value, dict) and value.get("/Type") == "/Page" and value["/MediaBox"] != value.get("/TrimBox"):
            problems.append("a trim box that is not the sheet")


main()
