#!/usr/bin/env python3
"""Sets the same long book with rekindle, Typst and LuaLaTeX, and prints what each of them needs and how well it does.

usage: run.py [--repetitions N] [--write]       the tables, in Markdown; --write: into README.md
       run.py --instructions                    rekindle's instructions, counted by callgrind

Nothing is asserted. What cannot be run (setup.sh installs it) is left out. The environment may name:

  TEXT         the book              (../shared/data/war-and-peace.txt beside this project)
  REKINDLE     the program           (build/bin/rekindle, built anew)
  EDITION      what it makes         (print, if the program knows it, else screen)
  PEERS        the folder of setup.sh with node_modules/
  TYPOQUALITY  the script that measures a PDF's typography   (../shared/tools/typoquality.py)
"""
import argparse
import dataclasses
import functools
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

from measure import Pair, Program, spread

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
WORK = ROOT / "build" / "bench"
SAMPLE = WORK / "sample.txt"
FONTS = ROOT / "fonts" / "eb-garamond"
SHARED = ROOT.parent / "shared"
TEXT = pathlib.Path(os.environ.get("TEXT", SHARED / "data" / "war-and-peace.txt"))
PEERS = pathlib.Path(os.environ.get("PEERS", pathlib.Path(tempfile.gettempdir()) / "peers"))
TYPOQUALITY = pathlib.Path(os.environ.get("TYPOQUALITY", SHARED / "tools" / "typoquality.py"))
REKINDLE = pathlib.Path(os.environ.get("REKINDLE", ROOT / "build" / "bin" / "rekindle"))
BEGIN, END = "<!-- figures: run.py --write -->\n", "<!-- end of figures -->\n"


def say(*words):
    print(*words, file=sys.stderr, flush=True)


# ---- the programs ----


@functools.cache
def edition():
    """print, if that is known: else it is wrong usage (2), noticed before the manuscript is looked for."""
    if os.environ.get("EDITION"):
        return os.environ["EDITION"]
    asked = subprocess.run([REKINDLE, "build", "--edition", "print", WORK / "nothing"], capture_output=True, check=False)
    return "screen" if asked.returncode == 2 else "print"


def write_sample():
    """The beginning of the text, to its first paragraph: a book that takes hardly more than to start."""
    if not TEXT.exists():
        raise SystemExit(f"there is no {TEXT}; TEXT=FILE names another text")
    with open(TEXT, encoding="utf-8") as text, open(SAMPLE, "w", encoding="utf-8") as sample:
        for line in text:
            sample.write(line)
            if line.startswith("P"):
                return


def write_source(script, *arguments):
    """In a process of its own: this one must stay small, for a child's peak begins with what its parent holds."""
    subprocess.run([sys.executable, HERE / script, *arguments], check=True)


def rekindle(name, text, copies=1, editions=None):
    folder = WORK / name
    editions = editions or edition()
    write_source("manuscript.py", text, folder / "manuscript", "--copies", str(copies))
    command = [REKINDLE, "build", "-q", "--edition", editions, "-o", folder, folder / "manuscript"]
    pdf = folder / ("book-print.pdf" if editions == "print" else "book.pdf")
    return Program(name, command, pdf, folder / "log")


def typst(name, text, *options):
    if not shutil.which("node") or not (PEERS / "node_modules" / "@myriaddreamin").is_dir():
        return None
    folder = WORK / name
    folder.mkdir(exist_ok=True)
    source, pdf = folder / "book.typ", folder / "book.pdf"
    write_source("typst.py", text, source)
    return Program(name, ["node", HERE / "typst.mjs", PEERS, FONTS, source, pdf, *options], pdf, folder / "log")


def lualatex(name, text, *options):
    if not shutil.which("lualatex"):
        return None
    folder = WORK / name
    folder.mkdir(exist_ok=True)
    write_source("lualatex.py", text, FONTS, folder / "book.tex", *options)
    command = ["lualatex", "--interaction=batchmode", "--halt-on-error", f"--output-directory={folder}",
               folder / "book.tex"]
    return Program(name, command, folder / "book.pdf", folder / "out")


# ---- measuring ----


class Row:
    """A program in the tables: the whole book, and a book of one paragraph, which tells what it takes to start."""

    def __init__(self, label, whole, sample):
        self.label, self.whole, self.sample = label, whole, sample
        self.start = None


def rows_of():
    """Key -> row, of what is there."""
    ours = f"rekindle, {edition()} edition"
    tex = "LuaLaTeX + microtype"
    rows = {
        "rekindle": Row(ours, rekindle("rekindle", TEXT), rekindle("rekindle-start", SAMPLE)),
        "typst": Row("Typst, untagged", typst("typst", TEXT), typst("typst-start", SAMPLE)),
        "tagged": Row("Typst, tagged", typst("typst-tagged", TEXT, "--tagged"), None),
        "lualatex": Row(tex, lualatex("lualatex", TEXT), lualatex("lualatex-start", SAMPLE)),
        "harfbuzz": Row(f"{tex}, HarfBuzz", lualatex("harfbuzz", TEXT, "--harfbuzz"),
                        lualatex("harfbuzz-start", SAMPLE, "--harfbuzz")),
        "three": Row("rekindle, print PDF, screen PDF and EPUB", rekindle("rekindle-three", TEXT, editions="print,screen,epub"), None),
        "ten": Row(f"{ours}, ten times the book", rekindle("rekindle-ten", TEXT, 10), None),
    }
    for row in rows.values():
        if not row.whole:
            say(f"skipped: {row.label}: setup.sh installs it")
    return {key: row for key, row in rows.items() if row.whole}


def start_all(rows):
    """The first run fills caches, of fonts above all; the second counts."""
    for row in rows.values():
        if row.sample:
            say("start:", row.label)
            row.sample.run()
            row.start = row.sample.run()


def run_pairs(rows, repetitions):
    """Key -> pair of rekindle with it, run in turn; "three" is that of all it makes with Typst's tagged PDF."""
    pairs = {key: Pair(rows["rekindle"].whole, row.whole) for key, row in rows.items() if key not in ("rekindle", "three")}
    if "tagged" in rows:
        pairs["three"] = Pair(rows["three"].whole, rows["tagged"].whole)
    for turn in range(repetitions):
        for key, pair in pairs.items():
            say(f"{turn + 1}/{repetitions}: rekindle and {'Typst, tagged' if key == 'three' else rows[key].label}")
            pair.run(turn)
    return pairs


# ---- the tables ----


def table(heads, lines):
    yield "| " + " | ".join(heads) + " |"
    yield "|---|" + "---:|" * (len(heads) - 1)
    for line in lines:
        yield "| " + " | ".join(line) + " |"
    yield ""


def cost_table(rows):
    def line(row):
        costs = row.whole.costs
        start = [f"{row.start.cpu:.2f}", f"{row.start.peak:.0f}"] if row.start else ["", ""]
        return [row.label, spread([c.cpu for c in costs]), spread([c.wall for c in costs]),
                spread([c.peak for c in costs], "{:.0f}"), f"{row.whole.pages():,}", f"{row.whole.bytes():,}", *start]

    heads = ["", "CPU s", "wall s", "peak MB", "pages", "bytes", "start: CPU s", "start: MB"]
    return table(heads, map(line, rows.values()))


def ratio_table(pairs):
    """Ratios of rekindle to a peer; of the book ten times as long to the book."""
    wanted = [("typst", "CPU against Typst, untagged", "cpu", "≤ 0.40, better 0.30"),
              ("lualatex", "CPU against LuaLaTeX + microtype", "cpu", "≤ 0.10"),
              ("harfbuzz", "CPU against LuaLaTeX + microtype, HarfBuzz", "cpu", "≤ 0.10"),
              ("three", "CPU of print PDF, screen PDF and EPUB together against Typst's one tagged PDF", "cpu", "≤ 0.80, better 0.60"),
              ("typst", "peak memory against Typst, untagged", "peak", "≤ 0.30")]
    lines = [[label, spread(pairs[key].ratios(what), "{:.3f}"), goal]
             for key, label, what, goal in wanted if key in pairs]
    for what, label in (("cpu", "CPU of ten times the book"), ("wall", "time of ten times the book")):
        lines.append([label, spread([1 / ratio for ratio in pairs["ten"].ratios(what)]), "≤ 10.5"])
    return table(["rekindle", "measured", "goal"], lines)


def quality_table(rows):
    """By typoquality.py, where it is."""
    if not TYPOQUALITY.exists():
        say(f"skipped: quality: no {TYPOQUALITY}")
        return []
    columns = {"mean": "mean", "sd": "sd", "p95": "p95", "max": "max", "gt1_5_pct": "lines > 1.5x, %",
               "hyph_pct": "hyphens, %", "ladder": "ladder", "widows": "widows", "orphans": "orphans",
               "short_pages": "uneven bottoms", "runts": "short last lines"}
    lines = []
    for key in ("rekindle", "typst", "lualatex", "harfbuzz"):
        if key in rows:
            say("quality:", rows[key].label)
            said = subprocess.run([sys.executable, TYPOQUALITY, "--json", rows[key].whole.pdf], capture_output=True,
                                  text=True, check=True).stdout
            lines.append([rows[key].label, *(str(json.loads(said)[0][column]) for column in columns)])
    return table(["", *columns.values()], lines)


def stages(rows):
    """What `rekindle build --timings` says of one more run."""
    program = rows["rekindle"].whole
    timed = dataclasses.replace(program, command=[*program.command, "--timings"])
    timed.run()
    return ["    " + line for line in timed.log.read_text().splitlines()] + [""]


def told(command, pattern):
    """What a program says of itself."""
    found = re.search(pattern, subprocess.run(command, capture_output=True, text=True, check=False).stdout)
    return found[1] if found else "?"


def surroundings(rows, load_before):
    """What was measured, where and when."""
    commit = told(["git", "-C", ROOT, "describe", "--always", "--dirty"], r"(\S+)")
    versions = [told([REKINDLE, "--version"], r"(rekindle \S+)") + f" ({commit})"]
    if "typst" in rows:
        versions.append(told(["pdfinfo", rows["typst"].whole.pdf], r"(Typst \S+)"))
    if "lualatex" in rows:
        versions.append(told(["lualatex", "--version"], r"(LuaHBTeX.*\))"))
    return [f"{time.strftime('%Y-%m-%d')}: {', '.join(versions)}. {told(['lscpu'], r'Model name: *(.*)')}, "
            f"{os.cpu_count()} cores; load {load_before:.1f} before, {os.getloadavg()[0]:.1f} after.", ""]


def report(repetitions):
    load_before = os.getloadavg()[0]
    rows = rows_of()
    start_all(rows)
    pairs = run_pairs(rows, repetitions)
    parts = surroundings(rows, load_before), cost_table(rows), ratio_table(pairs), quality_table(rows), stages(rows)
    return "\n".join(line for part in parts for line in part)


def write_readme(figures):
    readme = HERE / "README.md"
    before, rest = readme.read_text(encoding="utf-8").split(BEGIN)
    readme.write_text(before + BEGIN + "\n" + figures + "\n" + END + rest.split(END)[1], encoding="utf-8")


# ---- instructions ----


def count_instructions():
    program = rekindle("rekindle", TEXT)
    out = WORK / "callgrind.out"
    program.command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", *program.command]
    program.run()
    subprocess.run(["callgrind_annotate", "--threshold=80", out], check=True)


def build_program():
    say("building rekindle")
    for step in (["cmake", "--preset", "release"], ["cmake", "--build", "--preset", "release"]):
        subprocess.run(step, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repetitions", type=int, default=3, metavar="N")
    parser.add_argument("--write", action="store_true", help="put the tables into README.md")
    parser.add_argument("--instructions", action="store_true", help="count rekindle's instructions instead")
    arguments = parser.parse_args()
    WORK.mkdir(parents=True, exist_ok=True)
    if "REKINDLE" not in os.environ:
        build_program()
    write_sample()
    if arguments.instructions:
        count_instructions()
        return
    figures = report(arguments.repetitions)
    print(figures)
    if arguments.write:
        write_readme(figures)


if __name__ == "__main__":
    main()
