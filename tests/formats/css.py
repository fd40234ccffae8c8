# Our style sheet, read and applied as a reading system does: rules, selectors, the cascade of a few properties.
# Only what the sheet is written in is understood; anything else ends the test.
import re
import xml.etree.ElementTree as ElementTree
import zipfile

COMPOUND = re.compile(r'([a-z][a-z0-9]*)?((?:\.[a-z][a-z0-9-]*)*)(\[hidden\])?((?::[a-z-]+)*)$')
PSEUDO_ELEMENTS = ('first-letter', 'first-line')


class Rule:
    def __init__(self, selector, declarations, order):
        self.selector, self.declarations, self.order = selector, declarations, order
        self.parts = []                          # (combinator before it, element, classes, hidden, pseudo-classes)
        self.pseudo = None
        self.specificity = 0
        combinator = ' '
        for word in selector.split():
            if word in '>+':
                combinator = word
                continue
            match = COMPOUND.match(word)
            if not match:
                raise SystemExit(f'FAILED: a selector that this test does not know: {selector}')
            element, classes, hidden, pseudos = match.groups()
            classes = classes.split('.')[1:]
            pseudos = pseudos.split(':')[1:]
            if pseudos and pseudos[-1] in PSEUDO_ELEMENTS:
                self.pseudo = pseudos.pop()
            self.parts.append((combinator, element, classes, bool(hidden), pseudos))
            self.specificity += bool(element) + 100 * (len(classes) + bool(hidden) + len(pseudos))
            combinator = ' '


def read(text):
    """The rules, one a selector, and the declarations of each @font-face."""
    text = re.sub(r'/\*.*?\*/', '', text, flags=re.S)
    rules, faces = [], []
    for prelude, body in re.findall(r'([^{}]+)\{([^{}]*)\}', text):
        prelude = ' '.join(prelude.split())
        declarations = []
        for declaration in re.findall(r'((?:[^;"]|"[^"]*")+)', body):
            if declaration.strip():
                name, _, value = declaration.partition(':')
                declarations.append((name.strip(), value.strip()))
        if prelude == '@font-face':
            faces.append(dict(declarations))
        else:
            rules += [Rule(selector.strip(), declarations, len(rules)) for selector in prelude.split(',')]
    if re.sub(r'[^{}]+\{[^{}]*\}', '', text).strip():
        raise SystemExit('FAILED: the style sheet has something besides rules')
    return rules, faces


class Element:
    def __init__(self, node, parent=None, index=0, last=True):
        self.node, self.parent, self.index, self.last = node, parent, index, last
        self.name = node.tag.split('}')[-1]
        self.classes = node.get('class', '').split()
        nodes = [child for child in node if isinstance(child.tag, str)]
        self.children = [Element(child, self, i, i == len(nodes) - 1) for i, child in enumerate(nodes)]

    def all(self):
        yield self
        for child in self.children:
            yield from child.all()

    def texts(self):
        """Its own text, in pieces."""
        yield self.node.text or ''
        for child in self.children:
            yield child.node.tail or ''


def documents(path):
    """name -> root Element of every XHTML file of the EPUB."""
    with zipfile.ZipFile(path) as archive:
        return {name: Element(ElementTree.fromstring(archive.read(name)))
                for name in archive.namelist() if name.endswith('.xhtml')}


def likeness(element):
    """What selectors can see of an element."""
    before = element.parent.children[element.index - 1].name if element.parent and element.index else None
    here = (element.name, tuple(element.classes), before, element.last, element.node.get('hidden') is not None)
    return (here,) + (likeness(element.parent) if element.parent else ())


def distinct(documents):
    """Of the elements that are alike to every selector, one each."""
    found = {}
    for document in documents.values():
        for element in document.all():
            found.setdefault(likeness(element), element)
    return list(found.values())


def part_matches(part, element):
    _, name, classes, hidden, pseudos = part
    return ((not name or name == element.name) and all(c in element.classes for c in classes) and
            (not hidden or element.node.get('hidden') is not None) and
            all(pseudo == 'last-child' and element.last for pseudo in pseudos))


def matches(rule, element, at=None):
    at = len(rule.parts) - 1 if at is None else at
    if not part_matches(rule.parts[at], element):
        return False
    if at == 0:
        return True
    combinator = rule.parts[at][0]
    if combinator == '+':
        before = element.parent.children[element.index - 1] if element.parent and element.index else None
        return before is not None and matches(rule, before, at - 1)
    outer = element.parent
    while outer is not None:
        if matches(rule, outer, at - 1):
            return True
        if combinator == '>':
            return False
        outer = outer.parent
    return False


# What every reading system does by itself (HTML, "Rendering"), for the properties that choose a face.
ITSELF = {'em': ('font-style', 'italic'), 'i': ('font-style', 'italic'), 'cite': ('font-style', 'italic'),
          'strong': ('font-weight', 'bolder'), 'b': ('font-weight', 'bolder'), 'th': ('font-weight', '700'),
          'code': ('font-family', 'monospace'), 'pre': ('font-family', 'monospace')}
INHERITED = ('font-family', 'font-style', 'font-weight', 'font-variant', 'font-variant-numeric', 'text-transform',
             'list-style-type')


def bolder(weight):
    return '400' if weight < 350 else '700' if weight < 550 else '900'


def setting(rules, element, around):
    """The values of INHERITED for an element's text, from those of the text around it."""
    values = dict(around)
    if element.name in ITSELF:
        name, value = ITSELF[element.name]
        values[name] = bolder(int(values[name])) if value == 'bolder' else value
    for rule in sorted((r for r in rules if not r.pseudo and matches(r, element)),
                       key=lambda r: (r.specificity, r.order)):
        values.update((name, value) for name, value in rule.declarations if name in INHERITED)
    return values
