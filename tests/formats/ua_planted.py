#!/usr/bin/env python3
"""Tests the checks of ua.py: each must find the fault that is planted in a sound document, and nothing else.

usage: ua_planted.py [--keep FOLDER] [FILE.pdf ...]

Without a file the document of ua_fixture.py is taken, and everything must find something to break there; a file may lack
what a fault needs. --keep writes every faulty document into a folder, for another validator.
"""
import os
import pickle
import sys

import ua
import ua_fixture
import ua_pdf
import ua_planted_annotations
import ua_planted_content
import ua_planted_fonts
import ua_planted_structure

PLANTS = ua_planted_content.PLANTS + ua_planted_annotations.PLANTS + ua_planted_structure.PLANTS + ua_planted_fonts.PLANTS


def try_all(name, document, keep, must):
    """Plants every fault in turn: how many were planted, and what went wrong."""
    problems, planted = [], 0
    before = ua.check(document)
    if before:
        return 0, [f"{name} is not sound: {' '.join(before[0])}"]
    sound = pickle.dumps(document)
    for plant in PLANTS:
        faulty = pickle.loads(sound)
        if not plant.make(faulty):
            if must:
                problems.append(f"{plant.name}: nothing to break")
            continue
        planted += 1
        if keep and "/Encrypt" not in faulty.trailer:  # qpdf would try to undo it
            ua_pdf.write(faulty, os.path.join(keep, f"{plant.name}.pdf"))
        found = ua.check(faulty)
        codes = sorted({code for code, _ in found})
        if codes != sorted(plant.codes):
            problems.append(f"{name}: {plant.name}: found {found[:4] or 'nothing'} instead of {' '.join(plant.codes)}")
    return planted, problems


def main():
    arguments = sys.argv[1:]
    keep = arguments[1] if arguments[:1] == ["--keep"] else None
    files = arguments[2:] if keep else arguments
    bad = 0
    for name in files or ["the fixture"]:
        document = ua_pdf.read(name) if files else ua_fixture.make()
        planted, problems = try_all(os.path.basename(name), document, keep, not files)
        print(f"{os.path.basename(name)}: {planted} of {len(PLANTS)} faults planted, {len(problems)} not found as they should be")
        for problem in problems[:60]:
            print("FAILED:", problem)
        bad += len(problems)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
