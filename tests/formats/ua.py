#!/usr/bin/env python3
"""Checks PDFs against PDF/UA-1: the failure conditions of the Matterhorn Protocol 1.1 that need no human judgement.

usage: ua.py FILE.pdf ...

Each problem has the number of its condition (01-005, 28-011 ...). What ISO 14289-1 and 32000-1 ask beyond them has the
clause instead: UA1:6.2, ISO:14.7.4.4. No condition of the protocol: 17-001 and others that a person must decide.
28-012 implies 28-004, for a link is an annotation.
"""
import sys

import ua_annotations
import ua_document
import ua_fonts
import ua_marks
import ua_pdf
import ua_structure
import ua_tree


def check(document):
    """The problems of a document: [(condition, what is wrong)]."""
    problems = {}

    def report(code, message):
        problems[code, message] = None

    tree = ua_tree.Tree(document)
    content, fonts = ua_fonts.shown(document)
    ua_document.check(document, tree, report)
    ua_structure.check(tree, report)
    ua_marks.check(document, content, tree, report)
    ua_annotations.check(document, tree, report)
    ua_fonts.check(document, fonts, report)
    return sorted(problems)


def main():
    bad = 0
    for path in sys.argv[1:]:
        problems = check(ua_pdf.read(path))
        for code, message in problems[:40]:
            print(f"{path}: {code} {message}")
        if len(problems) > 40:
            print(f"{path}: and {len(problems) - 40} more")
        bad += bool(problems)
    print(f"{len(sys.argv) - 1} documents, {bad} with problems")
    return 1 if bad or len(sys.argv) < 2 else 0


if __name__ == "__main__":
    sys.exit(main())
