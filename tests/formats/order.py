"""Compares what poppler takes out of a PDF with what the program says it wrote: words and their order.

usage: order.py (PDF STRUCTURE.TXT)...      (rekindle dump structure)

Each run of text of the structure stands on its page, whole and in its order, in the text that `pdftotext -raw` takes from that
page's content; and that page has no letters but those, and the running head's and the folio's. White space and hyphens do not
count; text that runs from right to left is left out, which pdftotext turns about.
"""
import re
import subprocess
import sys
import unicodedata

RUN = re.compile(r' (\d+)"(.*?)"(?= \d+"|$)', re.S)
BACKWARDS = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
HEAD = 200  # letters of a running head and a folio at the most


def plain(text):
    text = unicodedata.normalize("NFKC", text)
    return "".join(c for c in text.casefold() if not c.isspace() and c not in "-\u00ad\u2010\u2011\u2060\u200b\u200e\u200f")


def runs(path):
    """Page number -> the texts on it, in the order of reading."""
    pages = {}
    for line in open(path, encoding="utf-8").read().split("\n"):
        for page, text in RUN.findall(re.sub(r'alt=".*?"(?= \d+"|$)', "", line)):
            pages.setdefault(int(page), []).append(text)
    return pages


def pages_of(pdf):
    said = subprocess.run(["pdftotext", "-raw", "-enc", "UTF-8", pdf, "-"], capture_output=True, check=True).stdout.decode()
    return [plain(page) for page in said.split("\f")]


def check(pdf, structure):
    problems, count = [], 0
    taken = pages_of(pdf)
    for number, texts in runs(structure).items():
        page, letters = taken[number - 1], 0
        for text in texts:
            letters += len(plain(text))
            if BACKWARDS.search(text):
                continue
            count += 1
            if plain(text) not in page:
                problems.append(f'page {number}: "{text[:70]}" is not there, or not in its order')
        if not letters <= len(page) <= letters + HEAD and not any(map(BACKWARDS.search, texts)):
            problems.append(f"page {number}: {len(page)} letters, and {letters} are of the text")
    return problems, count


def main(arguments):
    failed = False
    for pdf, structure in zip(arguments[::2], arguments[1::2]):
        problems, count = check(pdf, structure)
        print(f"{pdf.rsplit('/', 1)[-1]}: {count} texts")
        for problem in problems[:10]:
            print("FAILED:", problem)
        failed = failed or problems or not count
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
