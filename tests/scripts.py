"""Compares a manuscript's words with what two readers take out of its PDF, and looks at where its lines stand.

usage: scripts.py POPPLER.TXT MUPDF.TXT TRACE.TXT PAGES.TXT CHAPTER.MD...
    pdftotext FILE, mutool draw -F txt FILE, mutool trace FILE, rekindle dump pages

MuPDF takes text as it is written, and that is in the order it is read; it does not know replacement texts
(ActualText), which signs that change places need: so not for Devanagari. Poppler knows those, but sorts glyphs
from left to right and turns what it takes for right-to-left text around: so not for marks and ligatures there.
"""
import re
import sys
import unicodedata

problems = []


def script(char):
    code = ord(char)
    for name, first, last in (("hebrew", 0x590, 0x5FF), ("arabic", 0x600, 0x6FF), ("devanagari", 0x900, 0x963),
                              ("greek", 0x370, 0x3FF), ("greek", 0x1F00, 0x1FFF)):
        if first <= code <= last:
            return name
    return "latin" if char.isalpha() else None


def scripts(text):
    return {script(char) for char in text if char.isalpha()}


def is_right_to_left(text):
    return bool(scripts(text) & {"hebrew", "arabic"})


def has_marks(text):
    return any(unicodedata.combining(char) for char in text)


def plain(text):
    """Without invisible signs of direction and what differs by nature: quotes, mirrored brackets, order of marks."""
    text = re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069\f]", " ", text)
    return unicodedata.normalize("NFC", re.sub(r"[\"'“”‘’«»()]", " ", text))


def words(text):
    """Letters with their marks, and figures."""
    inside = "".join(char if unicodedata.category(char)[0] in "LMN" else " " for char in plain(text))
    return inside.split()


def squeezed(text):
    return "".join(plain(text).split())


def read(path):
    """A reader's text without folios and running heads; words divided at a line's end are whole."""
    text = open(path, encoding="utf-8").read()
    text = re.sub(r"(?m)^[\s\u202a-\u202e]*([0-9]|[ivx]+|MANY SCRIPTS)[\s\u202a-\u202e]*$", "", text)
    return re.sub(r"([^\W\d_])-[ \u202a-\u202e]*\n", r"\1", text)


def paragraphs(path):
    """The texts of a chapter that is written with one line a paragraph."""
    texts = []
    for line in open(path, encoding="utf-8"):
        line = re.sub(r"\{#[^}]*\}|\[\^\d+\]:?|\*\*|^:::\w*|^\|[-|]+\|$", "", line.strip())
        line = re.sub(r"\]\(#[^)]*\)|^#+ |^[-*] |^\d+\. |[\[*]", "", line)
        texts += [cell.strip() for cell in line.split("|") if cell.strip()]
    return texts


def check_mupdf(texts, path):
    """All but Devanagari: each paragraph as a whole, and every word."""
    text = read(path)
    found, whole = set(words(text)), squeezed(text)
    for paragraph in texts:
        if "devanagari" in scripts(paragraph):
            continue
        if squeezed(paragraph) not in whole:
            problems.append(f"MuPDF does not read: {paragraph}")
        # The initial of a chapter stands by itself.
        missing = [word for word in words(paragraph)[1:] if word not in found]
        if missing:
            problems.append(f"MuPDF does not find: {' '.join(missing)}")


def check_poppler(texts, path):
    """Whole paragraphs of what runs from left to right, the words of what has no marks or ligatures else."""
    text = read(path)
    if "\ufffd" in text:
        problems.append("Poppler finds letters without a way back to text")
    found, whole = set(words(text)), squeezed(text)
    looked = 0
    for paragraph in texts:
        if not is_right_to_left(paragraph) and squeezed(paragraph) not in whole:
            problems.append(f"Poppler does not read: {paragraph}")
        for word in words(paragraph)[1:]:
            if is_right_to_left(word) and (has_marks(word) or re.search("ل[اأإآ]", word)):
                continue
            if re.search("[कफ][ंुूृेै]", word):
                continue  # Poppler sees a gap behind signs that stand deep inside these two letters
            looked += 1
            if word not in found:
                problems.append(f"Poppler does not find: {word}")
    if looked < 500:
        problems.append(f"only {looked} words looked for")


def traced_lines(path):
    """Lines of glyphs as they are written: [(character, left, right, baseline)]."""
    lines, size, before = [], 0.0, None
    for line in open(path, encoding="utf-8"):
        if "<page " in line:
            before = None
        if span := re.search(r'<span .*trm="([\d.]+)', line):
            size = float(span[1])
        glyph = re.search(r'<g unicode="([^"]*)"(?: glyph="(\d+)")? x="([-\d.]+)" y="([-\d.]+)" adv="([-\d.]+)"', line)
        if not glyph:
            continue
        char, x, y = glyph[1], float(glyph[3]), float(glyph[4])
        if glyph[2] == "0":
            problems.append(f"a letter without a glyph at {x},{y}")
        if before is None or abs(y - before) > 6:
            lines.append([])
            before = y
        lines[-1].append((char, x, x + float(glyph[5]) * size, y))
    return lines


def check_lines(path, left=65.0, measure=324.0):
    """Of Hebrew and Arabic lines: letters come from right to left, lines begin at the right, most are full."""
    begun = full = 0
    for line in traced_lines(path):
        letters = [glyph for glyph in line if len(glyph[0]) == 1 and glyph[0].isalpha()]
        text = "".join(glyph[0] for glyph in letters)
        if len(letters) < 25 or scripts(text) not in ({"hebrew"}, {"arabic"}) or abs(letters[0][2] - letters[0][1]) > 15:
            continue
        if any(b[1] > a[1] + 4 for a, b in zip(letters, letters[1:])):
            problems.append(f"letters not from right to left: {text}")
        start, end = max(glyph[2] for glyph in letters), min(glyph[1] for glyph in letters)
        edge = min((left, 187.0), key=lambda side: abs(side + measure - start))  # recto, verso
        if not -16 < start - edge - measure < 6:
            problems.append(f"begins at {start:.1f}: {text}")
        begun += 1
        full += abs(end - edge) < 6
    if begun < 15 or full < begun * 0.55:
        problems.append(f"of {begun} Hebrew and Arabic lines {full} are full")


def check_marks(path):
    """Kasra, the vowel below its letter, is moved down, never up, but where it is tied to a shadda."""
    below = 0
    for line in traced_lines(path):
        for letter, mark, after in zip(line, line[1:], line[2:]):
            if mark[0] == "\u0650" and "\u0651" not in (letter[0], after[0]):
                below += mark[3] > letter[3] + 0.5
                if mark[3] < letter[3] - 0.5:
                    problems.append(f"a kasra above its letter at {mark[1:]}")
    if below < 5:
        problems.append(f"{below} kasras below their letters")


def check_labels(path):
    """A list's points stand where its lines begin."""
    sides, before = [], None
    for line in open(path, encoding="utf-8"):
        text = re.match(r'  text ([\d.]+),[\d.]+ ([\d.]+)x.*"(.*)"$', line)
        if not text:
            continue
        if before and "•" in before[1]:
            at_right = float(text[1]) + float(text[2]) <= before[0]
            sides.append(at_right)
            if at_right != is_right_to_left(text[3]):
                problems.append(f"the point of a list is on the wrong side of: {text[3]}")
        before = float(text[1]), text[3]
    if set(sides) != {True, False}:
        problems.append("not a list of each direction")


def main():
    poppler, mupdf, trace, pages, *chapters = sys.argv[1:]
    texts = [text for chapter in chapters for text in paragraphs(chapter)]
    if len(texts) < 30:
        problems.append(f"only {len(texts)} paragraphs")
    check_mupdf(texts, mupdf)
    check_poppler(texts, poppler)
    check_lines(trace)
    check_marks(trace)
    check_labels(pages)
    for problem in problems:
        print(problem)
    sys.exit(bool(problems))


main()
