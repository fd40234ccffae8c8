# usage: stylesheet.py EPUB...
# The style sheet of EPUBs: nothing that shops reject, nothing that takes a reader's choice away, no class without a
# rule, no rule without a use: the EPUBs together must use every rule. Then defects are planted in the first one's
# sheet, and each must be found.
import re
import sys
import zipfile

import css

# Properties that may not be there, and why.
DENIED = {
    'float': 'stands askew in another face, size or leading',
    'clear': 'there are no floats',
    'position': "Kindle's converter",
    'max-width': "Kindle's converter", 'max-height': "Kindle's converter",
    'min-width': 'old Kobo and Kindle', 'min-height': 'old Kobo and Kindle',
    'content': 'text that is not in the text', 'quotes': 'text that is not in the text',
    'background': 'night mode', 'background-image': 'night mode',
    'overflow': 'cuts text off', 'visibility': 'hides text', 'opacity': 'contrast',
    'transform': 'reflowable text', 'columns': 'reflowable text', 'column-count': 'reflowable text',
    'z-index': "Kindle's converter", 'top': '', 'bottom': '', 'left': '', 'right': '',
    'text-shadow': 'e-ink', 'box-shadow': 'e-ink', 'animation': 'e-ink', 'transition': 'e-ink',
    'direction': 'belongs into the markup (EPUB 3.3, section 6.3.2)', 'unicode-bidi': 'belongs into the markup',
    'counter-reset': 'text that is not in the text', 'counter-increment': 'text that is not in the text',
}
# Those that may, with the values they take; a number in em is checked by size below.
EM = r'-?\d*\.?\d+em|0'
COLOUR = r'#[0-9a-f]{3}|#[0-9a-f]{6}|inherit'
LINE = r'(0 none|[123]px (solid|dashed)|[.\d]+em dotted)'
FEW = {
    'margin': rf'((({EM})|auto) ?){{1,4}}', 'padding': rf'(({EM}) ?){{1,4}}',
    **{f'margin-{s}': EM for s in ('top', 'bottom', 'left', 'right')},
    **{f'padding-{s}': EM for s in ('top', 'bottom', 'left', 'right')},
    'border': LINE, **{f'border-{s}': LINE for s in ('top', 'bottom', 'left', 'right')},
    'border-bottom-width': r'2px', 'border-radius': r'4px', 'border-color': COLOUR, 'border-collapse': 'collapse',
    'font-family': r'.*', 'font-size': EM, 'font-weight': r'\d00', 'font-style': 'italic|normal',
    'font-variant': 'small-caps|normal', 'font-variant-numeric': r'(oldstyle|lining)-nums (proportional|tabular)-nums',
    'text-transform': 'uppercase|none', 'letter-spacing': rf'{EM}|normal', 'line-height': r'[\d.]+', 'color': COLOUR,
    'text-align': 'left|right|center', 'text-indent': EM, 'text-decoration': 'none', 'white-space': 'pre-wrap',
    'vertical-align': rf'super|top|bottom|{EM}', 'list-style-type': 'none', 'display': 'block|none',
    'width': rf'\d+%|auto|{EM}', 'height': rf'98vh|auto|{EM}', 'object-fit': 'contain', 'background-color': '#fff',
    'overflow-wrap': 'break-word', 'word-wrap': 'break-word', 'orphans': '2', 'widows': '2',
    'hyphens': 'auto|none|manual', '-epub-hyphens': 'auto|none|manual', '-webkit-hyphens': 'auto|none|manual',
    'page-break-before': 'always', 'page-break-after': 'avoid', 'page-break-inside': 'avoid',
    'break-before': 'page', 'break-after': 'avoid', 'break-inside': 'avoid',
    'initial-letter': '2', '-webkit-initial-letter': '2',
}
# A property that stands for several.
SIDES = r'margin|padding'

# What a reader chooses; no rule for running text sets it.
CHOICES = ('font-size', 'font-family', 'font-weight', 'font-style', 'line-height', 'color', 'background-color',
           'text-align', 'letter-spacing', 'font-variant', 'text-transform', 'white-space', 'width', 'height')
TEXT = {'html', 'body', 'section', 'div', 'p', 'ul', 'ol', 'li', 'dl', 'dd', 'blockquote', 'em', 'strong', 'a', 'span'}
TEXT_CLASSES = {'chapter', 'first', 'opening'}

# Classes for authors' own style sheets to take hold of; ours has no rule for them.
HOOKS = {'chapter', 'chapter-title', 'part-title', 'sheet-title', 'gap', 'tick', 'card', 'safety', 'note', 'tip',
         'important', 'warning', 'caution'}


def luminance(colour):
    digits = colour[1:] if len(colour) == 7 else ''.join(c * 2 for c in colour[1:])
    light = [int(digits[i:i + 2], 16) / 255 for i in (0, 2, 4)]
    light = [c / 12.92 if c <= .04045 else ((c + .055) / 1.055) ** 2.4 for c in light]
    return .2126 * light[0] + .7152 * light[1] + .0722 * light[2]


def contrast(colour):
    """With white and with black, the lesser (WCAG 2.2)."""
    return min(1.05 / (luminance(colour) + .05), (luminance(colour) + .05) / .05)


def declaration_faults(rule, name, value):
    where = f'{rule.selector} {{ {name}: {value} }}'
    if name in DENIED:
        yield f'{where}: {name} may not be used: {DENIED[name]}'
    elif name not in FEW:
        yield f'{where}: {name} is in no list of stylesheet.py'
    elif not re.fullmatch(FEW[name], value):
        yield f'{where}: not a value that may be used'
    elif re.match(SIDES, name):
        if any(abs(float(n)) > 2 for n in re.findall(r'(-?[\d.]+)em', value)):
            yield f'{where}: more than 2em'
        if '-' in value:
            yield f'{where}: negative'
    elif name == 'font-size' and not .4 <= float(value[:-2]) <= 3:
        yield f'{where}: no size to read'
    elif name == 'background-color' and rule.selector != 'figure img':
        yield f'{where}: a ground that night mode does not know'
    elif name == 'color' and value != 'inherit' and contrast(value) < 4.5:
        yield f'{where}: contrast {contrast(value):.2f} on white or on black'
    elif name == 'border-color' and contrast(value) < 3:
        yield f'{where}: contrast {contrast(value):.2f} on white or on black'
    elif name == 'height' and 'vh' in value and rule.selector != '.cover img':
        yield f'{where}: as high as a screen'


def is_text(element):
    """Running text: nothing around it but what text is made of."""
    while element is not None:
        if element.name not in TEXT or not set(element.classes) <= TEXT_CLASSES:
            return False
        element = element.parent
    return True


def sheet_faults(sheet, rules, elements):
    text = [element for element in elements if is_text(element)]
    if re.search(r'@(?!font-face)', sheet):
        yield 'an at-rule other than @font-face'
    if '!important' in sheet:
        yield '!important, which the reader cannot overrule'
    if re.search(r'::|:before|:after', sheet):
        yield "a pseudo-element that Kindle's converter does not take"
    if re.search(r'https?:|@import', sheet):
        yield 'something from elsewhere'
    for rule in rules:
        for name, value in rule.declarations:
            yield from declaration_faults(rule, name, value)
        chosen = [name for name, _ in rule.declarations if name in CHOICES]
        if rule.pseudo in ('first-letter', 'first-line'): # an ornament; but no face, size or leading either
            chosen = [name for name in chosen if name in ('font-size', 'font-family', 'line-height')]
        if chosen and any(css.matches(rule, element) for element in text):
            yield f"{rule.selector} sets {', '.join(chosen)} of running text"


def class_faults(rules, elements):
    ruled = {c for rule in rules for part in rule.parts for c in part[2]}
    used = {c for element in elements for c in element.classes}
    for name in sorted(used - ruled - HOOKS):
        yield f'class "{name}" has no rule'
    for name in sorted(HOOKS & ruled):
        yield f'class "{name}" has a rule: it is no mere hook'


def unused(rules, elements):
    """Selectors that name nothing; of the ten widths of a figure, one is enough."""
    def general(selector):
        return re.sub(r'\.w\d+ ', '.wN ', selector)
    used = {general(r.selector) for r in rules if any(css.matches(r, e) for e in elements)}
    return {general(r.selector) for r in rules} - used


def faults_of(sheet, elements):
    rules, _ = css.read(sheet)
    return list(sheet_faults(sheet, rules, elements)) + list(class_faults(rules, elements))


PLANTED = [
    'p { font-size: 1em; }', 'body { font-family: serif; }', 'p { line-height: 1.5; }', 'html { color: #000; }',
    'body { background-color: #fff; }', 'p { text-align: justify; }', 'li { text-align: left; }',
    'section.chapter { font-size: 0.9em; }', 'dd { letter-spacing: 0.1em; }',
    '.pull { float: left; }', '.pull { position: relative; }', 'img { max-width: 100%; }',
    'figure { max-height: 90vh; }', '.pull { margin: 3em 0; }', '.pull { margin-left: 2.5em; }',
    '.pull { margin: -1em 0; }', '.box { background: #eee; }', '.box { background-color: #eee; }',
    '.box { padding: 12px; }', 'h1 { font-size: 24pt; }', 'h1 { font-size: 1.5rem; }', '.pull { border: 1mm solid; }',
    'h1 { color: #8c3f28; }', 'h1 { color: #eee; }', '.pull { border-color: #ccc; }',
    'h1 { text-transform: capitalize; }', 'p { color: inherit !important; }', 'pre { overflow: auto; }',
    '.pull { display: flex; }', '@media screen { p { margin: 0; } }', '@import "other.css"; p { margin: 0; }',
    '.opening:first-letter { font-size: 3em; }', '.safety { margin: 0; }', 'h1 { background-image: url(x.svg); }',
]


def sheet_of(path):
    with zipfile.ZipFile(path) as archive:
        return archive.read('OEBPS/styles/book.css').decode()


def not_found(sheet, elements):
    """The planted defects that nothing above sees."""
    for planted in PLANTED:
        try:
            found = faults_of(sheet + planted + '\n', elements)
        except SystemExit as problem:
            found = [problem]
        if not found:
            yield planted
    elements[0].classes.append('unheard-of')
    if not any('unheard-of' in fault for fault in faults_of(sheet, elements)):
        yield 'a class without a rule'
    elements[0].classes.pop()
    if '.nothing' not in unused(css.read(sheet + '.nothing { margin: 0; }')[0], elements):
        yield 'a rule that is not used'


def main(paths):
    books = {path: (sheet_of(path), css.distinct(css.documents(path))) for path in paths}
    every = [element for _, elements in books.values() for element in elements]
    bad = [f'{path}: {fault}' for path, book in books.items() for fault in faults_of(*book)]
    never = [unused(css.read(sheet)[0], elements) for sheet, elements in books.values()]
    bad += [f'no document of any book uses: {selector}' for selector in sorted(set.intersection(*never))]
    classes = {c for element in every for c in element.classes}
    bad += [f'no document of any book has the hook: {name}' for name in sorted(HOOKS - classes)]
    bad += [f'not found: {planted}' for planted in not_found(sheet_of(paths[0]), every)]
    for fault in bad:
        print('FAILED:', fault)
    return 1 if bad else 0


sys.exit(main(sys.argv[1:]))
