"""Compares a worksheet pack with the dump of its book's pages.

usage: pack.py PAGES.TXT PACK.JSON SHEETS     (rekindle dump pages; qpdf --json=2 --json-key=qpdf)

SHEETS: "all", "shared" (all but the private ones), or numbers with commas. Checked: that the pack has the pages
of these sheets and no others, under the labels that they have in the book; that its bookmarks are those of the
sheets, all on one level; that a link to one of the pages leads there, and of the others none is left. Prints
the index of each page in the book, from 1.
"""
import sys

import links


def chosen(page, sheets):
    if page.sheet is None or (sheets == "shared" and page.private):
        return False
    return sheets in ("all", "shared") or str(page.sheet) in sheets.split(",")


def main():
    book, outline, (_, height) = links.read_dump(sys.argv[1])
    pack = links.Pdf(sys.argv[2])
    indices = [index for index, page in enumerate(book) if chosen(page, sys.argv[3])]
    pages = [book[index] for index in indices]
    if len(pack.pages) != len(pages):
        links.problem(f"{len(pack.pages)} pages instead of {len(pages)}")
    labels = list(pack.labels())
    if labels != [page.label for page in pages]:
        links.problem(f"page labels {labels}")
    places = {name: (index, y) for index, page in enumerate(pages) for name, y in page.places.items()}
    if strange := [name for name in pack.names if links.text_of(name) not in places]:
        links.problem(f"places that are not in it: {strange}")
    bookmarks = [(0, name, title) for _, name, title in outline if name in places]
    links.check_outline(pack, bookmarks, places, height)
    for page in pages:
        page.links = [link for link in page.links if not link[1].startswith("#") or link[1][1:] in places]
    links.check_links(pack, pages, places, height)
    for text in links.problems:
        print("FAILED:", text, file=sys.stderr)
    print(*(index + 1 for index in indices))
    sys.exit(1 if links.problems else 0)


main()
