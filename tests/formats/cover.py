"""Questions about the printed cover, for cover.sh. Sizes are points unless they say otherwise.

usage: cover.py sheet PDF WIDTHxHEIGHT SPINE     one page, its boxes, nothing on it or about it that a press does not take
       cover.py words PDF WIDTHxHEIGHT SPINE     every word stands inside of one of the three panels; prints "spine: ..."
       cover.py spine PAGES PAPER                how wide the spine is
       cover.py barcode PDF WIDTHxHEIGHT SPINE   the digits of the bars, read from pixels; "none" or "white" without bars
       cover.py ink PDF WIDTHxHEIGHT SPINE       how near, in points, the spine's letters come to an edge of the spine
       cover.py pixel PDF X Y                    the colour there
       cover.py png FILE WIDTH HEIGHT ALPHA      makes a picture: red, with a blue frame
The formulas and tables stand here once more, on purpose: they are not the program's.
"""
import json
import re
import struct
import subprocess
import sys
import zlib

BLEED, BARCODE, BARCODE_MARGIN = 0.125 * 72, (2 * 72, 1.2 * 72), 0.25 * 72
SAFETY = 0.125 * 72
THICKNESS = {"white": 0.002252, "cream": 0.0025, "color": 0.002252, "premium-color": 0.002347}


def fail(text):
    sys.exit("FAILED: " + text)


def run(*command):
    return subprocess.run(command, check=True, capture_output=True).stdout


def panels(trim, spine):
    """left, top, right, bottom of back, spine and front, and of the barcode's area"""
    width, height = (float(side) for side in trim.split("x"))
    spine = float(spine)
    fold = BLEED + width
    right, bottom = fold - BARCODE_MARGIN, BLEED + height - BARCODE_MARGIN
    return {"back": (BLEED, BLEED, fold, BLEED + height), "spine": (fold, BLEED, fold + spine, BLEED + height),
            "front": (fold + spine, BLEED, fold + spine + width, BLEED + height),
            "barcode": (right - BARCODE[0], bottom - BARCODE[1], right, bottom),
            "sheet": (0, 0, 2 * width + spine + 0.25 * 72, height + 0.25 * 72)}


# ---- the file ----

def objects(pdf):
    document = json.loads(run("qpdf", "--json=2", "--json-key=qpdf", "--json-stream-data=none", pdf))
    header, found = document["qpdf"]
    return header, [value.get("value", value.get("stream", {}).get("dict")) for value in found.values()]


def check_sheet(pdf, trim, spine):
    header, found = objects(pdf)
    pages = [value for value in found if isinstance(value, dict) and value.get("/Type") == "/Page"]
    if len(pages) != 1:
        fail(f"{len(pages)} pages")
    if header["pdfversion"] > "1.4":
        fail("PDF " + header["pdfversion"])
    page, area = pages[0], panels(trim, spine)
    wanted = {"/MediaBox": area["sheet"], "/BleedBox": area["sheet"],
              "/TrimBox": (BLEED, BLEED, area["front"][2], area["front"][3])}
    for name, box in wanted.items():
        if any(abs(a - b) > 0.01 for a, b in zip(page[name], box)):
            fail(f"{name} is {page[name]}, not {box}")
    for value in found:
        if not isinstance(value, dict):
            continue
        for key in ("/Annots", "/Outlines", "/AcroForm", "/StructTreeRoot", "/Names", "/PageLabels", "/SMask", "/Group",
                    "/OpenAction", "/Interpolate"):
            if value.get(key) not in (None, "/None"):
                fail(f"there is a {key}")
        if any(value.get(key, 1) != 1 for key in ("/ca", "/CA")) or value.get("/S") == "/Transparency":
            fail("something is see-through")


# ---- the words ----

def words(pdf):
    text = run("pdftotext", "-bbox", pdf, "-").decode()
    for box in re.finditer(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>', text):
        yield tuple(float(box[i]) for i in range(1, 5)), box[5]


def inside(box, area, margin):
    return (area[0] + margin <= box[0] and area[1] + margin <= box[1] and box[2] <= area[2] - margin and
            box[3] <= area[3] - margin)


def check_words(pdf, trim, spine):
    area, said = panels(trim, spine), []
    for box, word in words(pdf):
        middle = (box[0] + box[2]) / 2
        name = next(name for name in ("back", "spine", "front") if middle <= area[name][2])
        if name == "spine":
            said.append((box[1], word))
        # The boxes are those of the lines, not of the letters: they may reach into the spine's clearance.
        elif not inside(box, area[name], SAFETY):
            fail(f'"{word}" stands too near to an edge of the {name}: {box}')
        overlaps = box[0] < area["barcode"][2] and box[2] > area["barcode"][0] and box[1] < area["barcode"][3] and box[3] > area["barcode"][1]
        if overlaps and not inside(box, area["barcode"], 0):
            fail(f'"{word}" runs into the barcode\'s area')
        if overlaps and not re.fullmatch(r"ISBN|[0-9X-]+", word):
            fail(f'"{word}" stands in the barcode\'s area')
    print("spine:", " ".join(word for _, word in sorted(said)))


# ---- the pixels ----

def pixels(pdf, resolution, box, colour=False):
    """Rows of a part of the sheet, in pixels of so many dots an inch"""
    scale = resolution / 72
    left, top, right, bottom = (round(side * scale) for side in box)
    data = run("pdftoppm", *([] if colour else ["-gray"]), "-r", str(resolution), "-x", str(left), "-y", str(top),
               "-W", str(right - left), "-H", str(bottom - top), "-aa", "no", "-aaVector", "no", pdf)
    header = re.match(rb"P[56]\s+(\d+)\s+(\d+)\s+255\s", data)
    width, height, size = int(header[1]), int(header[2]), 3 if colour else 1
    body = data[header.end():]
    return [body[row * width * size:(row + 1) * width * size] for row in range(height)]


CODES = {"0001101": ("A", 0), "0011001": ("A", 1), "0010011": ("A", 2), "0111101": ("A", 3), "0100011": ("A", 4),
         "0110001": ("A", 5), "0101111": ("A", 6), "0111011": ("A", 7), "0110111": ("A", 8), "0001011": ("A", 9)}
for code, (_, value) in list(CODES.items()):
    right_half = code.translate(str.maketrans("01", "10"))
    CODES[right_half] = ("C", value)
    CODES[right_half[::-1]] = ("B", value)
FIRST = ["AAAAAA", "AABABB", "AABBAB", "AABBBA", "ABAABB", "ABBAAB", "ABBBAA", "ABABAB", "ABABBA", "ABBABA"]


def decode(row, resolution):
    """One row of grey pixels through the bars, by the widths of its runs"""
    dark = [value < 128 for value in row]
    first, last = dark.index(True), len(dark) - 1 - dark[::-1].index(True)
    module = (last + 1 - first) / 95
    if abs(module / resolution * 25.4 - 0.33) > 0.003:
        fail(f"a module is {module / resolution * 25.4:.3f} mm wide")
    if first < 11 * module or len(dark) - 1 - last < 7 * module:
        fail("the quiet zones are too narrow")
    bits = "".join("1" if dark[int(first + (i + 0.5) * module)] else "0" for i in range(95))
    if bits[:3] != "101" or bits[45:50] != "01010" or bits[92:] != "101":
        fail("no guard bars: " + bits)
    codes = [CODES[bits[at:at + 7]] for at in (*range(3, 45, 7), *range(50, 92, 7))]
    if any(kind != "C" for kind, _ in codes[6:]):
        fail("the right half is of another set")
    digits = [FIRST.index("".join(kind for kind, _ in codes[:6]))] + [value for _, value in codes]
    if sum(digit * (3 if i % 2 else 1) for i, digit in enumerate(digits)) % 10:
        fail("the check digit is wrong")
    return "".join(map(str, digits))


def read_barcode(pdf, trim, spine):
    resolution = 1200
    area = panels(trim, spine)["barcode"]
    inner = (area[0] + 0.5, area[1] + 0.5, area[2] - 0.5, area[3] - 0.5) # without a pixel of what is beside it
    rows = pixels(pdf, resolution, inner)
    values = set().union(*rows[::40])
    if len(values) == 1:
        print("white" if values == {255} else "none")
        return
    height = len(rows)
    found = {decode(rows[int(height * part)], resolution) for part in (0.15, 0.3, 0.5, 0.7, 0.8)}
    if len(found) != 1:
        fail(f"the bars say {found}")
    if values != {0, 255}:
        fail("the bars are not black on white")
    print(found.pop())


def spine_ink(pdf, trim, spine):
    resolution = 600
    area = panels(trim, spine)["spine"]
    below_band = (area[0], area[1] + 30, area[2], area[3])
    rows = pixels(pdf, resolution, below_band)
    columns = [any(row[x] < 100 for row in rows) for x in range(len(rows[0]))]
    if not any(columns):
        print("none")
        return
    left, right = columns.index(True), columns[::-1].index(True)
    print(f"{min(left, right) / resolution * 72:.2f}")


def pixel(pdf, x, y):
    x, y = float(x), float(y)
    print(*pixels(pdf, 72, (x, y, x + 1, y + 1), colour=True)[0][:3])


def write_png(path, width, height, alpha):
    """Red with a blue frame of a twentieth; half see-through where `alpha` is yes"""
    width, height, alpha = int(width), int(height), alpha == "yes"
    edge = max(1, min(width, height) // 20)
    end = b"\x80" if alpha else b""
    red, blue = b"\xff\x00\x00" + end, b"\x00\x00\xff" + end
    full, framed = b"\0" + blue * width, b"\0" + blue * edge + red * (width - 2 * edge) + blue * edge
    data = full * edge + framed * (height - 2 * edge) + full * edge

    def chunk(name, body):
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
    with open(path, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 6 if alpha else 2, 0, 0, 0)) +
                   chunk(b"IDAT", zlib.compress(data)) + chunk(b"IEND", b""))


def print_spine(pages, paper):
    leaves = (int(pages) + 1) // 2
    print(f"{2 * leaves * THICKNESS[paper] * 72:.6f}")


QUESTIONS = {"sheet": check_sheet, "words": check_words, "spine": print_spine, "barcode": read_barcode, "ink": spine_ink,
             "pixel": pixel, "png": write_png}
QUESTIONS[sys.argv[1]](*sys.argv[2:])
