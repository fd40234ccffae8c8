"""usage: html.py check FILE.epub    every document is well-formed, and has only elements and attributes that a book can have;
                                  no id stands twice in a file, and each link inside the book leads somewhere
       html.py soup FOLDER COUNT  writes so many manuscripts of random HTML and Markdown, always the same"""
import posixpath
import random
import sys
import urllib.parse
import xml.etree.ElementTree as tree
import zipfile
from pathlib import Path

XHTML = "{http://www.w3.org/1999/xhtml}"
ELEMENTS = set(
    """html head title link meta body section nav aside div p h1 h2 h3 h4 h5 h6 ol ul li dl dt dd blockquote pre figure figcaption
    table caption thead tbody tr th td hr br img a em strong b i u s small sub sup mark abbr cite dfn kbd samp var code del ins
    span bdi bdo ruby rt time""".split())
ATTRIBUTES = set(
    """id class lang dir title role href src alt start colspan rowspan scope datetime rel type hidden
    aria-label aria-labelledby aria-describedby aria-hidden""".split())
FOREIGN = {"{http://www.idpf.org/2007/ops}type", "{http://www.w3.org/XML/1998/namespace}lang"}
BLOCKS = set("section aside div p h1 h2 h3 h4 h5 h6 ol ul dl blockquote pre figure table hr".split())
WORDS = set("p h1 h2 h3 h4 h5 h6 dt em strong b i u s small sub sup mark abbr cite dfn kbd samp var code del ins span bdi bdo a".split())
PARENTS = {"li": {"ol", "ul"}, "dt": {"dl"}, "dd": {"dl"}, "tr": {"thead", "tbody"}, "td": {"tr"}, "th": {"tr"}, "rt": {"ruby"},
           "caption": {"table"}, "figcaption": {"figure"}}


def local(element):
    return element.tag.removeprefix(XHTML)


def check_element(where, parent, element, bad):
    name = local(element)
    if name not in ELEMENTS:
        bad.append(f"{where}: <{name}>")
    if name in PARENTS and (parent is None or local(parent) not in PARENTS[name]):
        bad.append(f"{where}: <{name}> in <{local(parent)}>")
    if parent is not None and name in BLOCKS and local(parent) in WORDS:
        bad.append(f"{where}: <{name}> in <{local(parent)}>")
    for attribute, value in element.attrib.items():
        if attribute not in ATTRIBUTES and attribute not in FOREIGN:
            bad.append(f"{where}: {attribute} of <{name}>")
        scheme = urllib.parse.urlsplit(value).scheme if attribute in ("href", "src") else ""
        if scheme not in ("", "http", "https", "mailto"):
            bad.append(f"{where}: {attribute}={value}")
    for child in element:
        check_element(where, element, child, bad)


def check_grid(where, table, bad):
    """Each row of a table has as many columns as the others, with what reaches into it."""
    for part in table:
        covered, width = [], None
        for row in part if local(part) in ("thead", "tbody") else []:
            columns = sum(1 for left in covered if left > 0)
            covered = [left - 1 for left in covered]
            for cell in row:
                across, down = int(cell.get("colspan", 1)), int(cell.get("rowspan", 1))
                columns += across
                covered += [down - 1] * across
            covered = [left for left in covered if left > 0]
            if width is not None and columns != width:
                bad.append(f"{where}: a row of {columns} columns in a table of {width}")
            width = columns


def check(path):
    bad, ids, links = [], {}, []
    with zipfile.ZipFile(path) as epub:
        for name in epub.namelist():
            if not name.endswith(".xhtml"):
                continue
            try:
                root = tree.fromstring(epub.read(name))
            except tree.ParseError as error:
                bad.append(f"{name}: {error}")
                continue
            check_element(name, None, root, bad)
            for table in root.iter(XHTML + "table"):
                check_grid(name, table, bad)
            ids[name] = [element.get("id") for element in root.iter() if element.get("id")]
            bad += [f"{name}: the id {i} stands twice" for i in set(ids[name]) if ids[name].count(i) > 1]
            for element in root.iter():
                target = element.get("href", "")
                if target and not urllib.parse.urlsplit(target).scheme and local(element) == "a":
                    file, _, part = target.partition("#")
                    links.append((name, posixpath.normpath(posixpath.join(posixpath.dirname(name), file)) if file else name, part))
    for name, file, part in links:
        if file not in ids or (part and part not in ids[file]):
            bad.append(f"{name}: a link to {file}#{part}, which is not there")
    for line in bad:
        print(line)
    return not bad


def soup(folder, count):
    inline = "em strong b i u s small sub sup mark abbr cite q dfn kbd samp var code span bdi ruby rt time del ins a font".split()
    block = "div p blockquote ul ol li dl dt dd table tr td th thead tbody caption figure figcaption section aside details summary pre center".split()
    void = ["<br>", "<wbr/>", "<hr>", '<img src="x.svg" alt="a">', "<!-- no -->", "<col>", "<input>"]
    attributes = ["", ' class="a b"', ' lang="fr"', ' title="&quot;x&quot; &amp; &lt;y>"', " colspan=2", " rowspan='3'", ' dir="rtl"',
                  ' style="color:red"', " onclick=run()", ' href="#one"', ' scope="row"', " data-x"]
    words = ["words", "*some* **more**", "a & b", "&eacute;&nbsp;", "`code`", "x < y", "[a link](#one)", '"quoted"', "note[^1]"]
    Path(folder).mkdir()
    for number in range(count):
        random.seed(number)
        careful = number % 3 != 0

        def piece(depth, tags):
            kind = random.random()
            if depth > 4 or kind < 0.3:
                return random.choice(words)
            if kind < 0.4:
                return random.choice(void)
            name = random.choice(tags)
            inside = " ".join(piece(depth + 1, inline if name in inline or tags is inline else block + inline) for _ in range(random.randint(0, 3)))
            if "\n" not in inside and tags is block and random.random() < 0.2:
                inside = f"\n\n{inside}\n\n"
            close = f"</{name}>" if careful or random.random() < 0.93 else random.choice(["", "</b>", "</div>"])
            return f"<{name}{random.choice(attributes)}>{inside}{close}"

        lines = ["# One", ""]
        for _ in range(10):
            start = random.choice(["", "", "- ", "> "])
            lines += [start + piece(0, random.choice([inline, block])).replace("\n", "\n" + " " * len(start)), ""]
        lines += ["", "[^1]: A note.", ""]
        book = Path(folder) / str(number)
        book.mkdir()
        (book / "one.md").write_text("\n".join(lines))
        (book / "x.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7"/></svg>')
        (book / "SUMMARY.md").write_text("# Summary\n\n- [One](one.md)\n")
        (book / "book.yaml").write_text("title: Soup\nlang: en\ndate: 2026-01-02\n")


if sys.argv[1] == "check":
    sys.exit(0 if all([check(path) for path in sys.argv[2:]]) else 1)
soup(sys.argv[2], int(sys.argv[3]))
