"""The widgets that a screen edition must have: what follows from the blanks and rules of `rekindle dump pages`.

A blank of one line with a rule at its foot, as long as it, is filled in ON the rule; so is each of several rules in one
blank. All others are filled in where they are. Points, y down, as in the dump, which is rounded to a tenth.
"""
import collections
import re

BELOW, HIGH = 1.5, 15  # how far a field of one line reaches below its rule; how high it is at most
NEAR = 0.85  # two edges that are one; a line of dots begins with the middle of one
NARROW = 30  # what is written in a narrower field stands in the middle

Blank = collections.namedtuple("Blank", "kind x y width height name value prompt")
Rule = collections.namedtuple("Rule", "x y width")
# kind: text, many (of several lines), number, check, choice; rule: what it stands on, or None
Widget = collections.namedtuple("Widget", "page kind name x y width height prompt value rule")

FIELD = re.compile(r'  field \S+ (line|lines|check|choice|number) (\S+),(\S+) ([\d.]+)x([\d.]+) (\S+?)(?:=(.*?))? "(.*)"((?: not-in-\w+)*)$')
LINE = re.compile(r"  line (\S+),(\S+) (\S+)x0\.0 (.*)$")


class Page:
    def __init__(self, sheet):
        self.sheet, self.blanks, self.rules = sheet, [], []


def read(path, hidden=("screen",)):
    """The pages of a dump, without what is hidden."""
    pages = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if start := re.match(r"page \d+ label=\S+ \w+ \w+(?: (\d+))?", line):
                pages.append(Page(start[1]))
            elif any(line.endswith(f" not-in-{use}") or f" not-in-{use} " in line for use in hidden):
                continue
            elif field := FIELD.match(line):
                pages[-1].blanks.append(Blank(field[1], *map(float, field.groups()[1:5]), *field.groups()[5:8]))
            elif line.startswith("  field "):
                raise ValueError(f"not understood: {line}")
            elif rule := LINE.match(line):
                pages[-1].rules.append(Rule(*map(float, rule.groups()[:3])))
    return pages


def _is_under(rule, blank):
    """Whether they are as long as each other."""
    return abs(rule.x - blank.x) < NEAR and abs(rule.x + rule.width - blank.x - blank.width) < NEAR


def _own_rule(page, blank):
    foot = blank.y + blank.height
    return next((rule for rule in page.rules if _is_under(rule, blank) and
                 abs(rule.y - foot) < BELOW + 0.05), None)


def _rules_within(page, blank):
    """Rules across a blank, the last at its foot."""
    foot, right = blank.y + blank.height, blank.x + blank.width
    found = sorted({rule.y: rule for rule in page.rules if rule.x < blank.x + NEAR and rule.x + rule.width > right - NEAR and
                    blank.y + 3 < rule.y < foot + 0.2}.values(), key=lambda rule: rule.y)
    return found if len(found) > 1 and abs(found[-1].y - foot) < 0.2 else []


def _widgets(number, page, blank):
    kind, place = {"line": "text", "lines": "many"}.get(blank.kind, blank.kind), blank[1:5]
    rules = _rules_within(page, blank) if kind == "many" else []
    rule = _own_rule(page, blank) if kind == "text" else None
    if not rules:
        if rule:
            high = min(HIGH, blank.height + BELOW)
            place = (blank.x, rule.y + BELOW - high, blank.width, high)
        yield Widget(number, kind, blank.name, *place, blank.prompt, blank.value, rule)
    for i, rule in enumerate(rules, 1):
        high = min(HIGH, (rules[-1].y - rules[0].y) / (len(rules) - 1) - 1)
        yield Widget(number, "text", f"{blank.name}.{i}", blank.x, rule.y + BELOW - high, blank.width, high,
                     f"{blank.prompt} ({i}/{len(rules)})", None, rule)


def widgets(pages):
    """The widgets of each page, in the order of reading."""
    return [[widget for blank in page.blanks for widget in _widgets(number, page, blank)] for number, page in enumerate(pages, 1)]
