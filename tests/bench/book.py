"""The text of the benchmark, and the page that every program sets it on.

In: UTF-8 text, a line a heading or a paragraph: "H<TAB>heading", "P<TAB>paragraph", with the quotation marks and
dashes of print already. Out: (kind, text) pairs.
All lengths are points of 72 to the inch (TeX's bp).
"""

WIDTH, HEIGHT = 432, 648  # 6 by 9 inches
INNER, TOP, MEASURE = 50, 30, 324
SIZE, LEADING, LINES = 11, 14, 39
INDENT = 14
HEADING_SIZE = 13  # semibold; one blank line above, none below
FONT = "EB Garamond"
REGULAR, SEMIBOLD = "EBGaramond-Regular.ttf", "EBGaramond-SemiBold.ttf"


def read(path, copies=1):
    """The lines of the text, `copies` times over."""
    with open(path, encoding="utf-8") as file:
        lines = [tuple(line.rstrip("\n").split("\t", 1)) for line in file if line.strip()]
    for number, line in enumerate(lines, 1):
        if len(line) != 2 or line[0] not in "HP":
            raise SystemExit(f"{path}: entry {number} is neither H nor P")
    return lines * copies


def escape(text, characters):
    """A backslash before each of the characters."""
    return "".join("\\" + c if c in characters else c for c in text)
