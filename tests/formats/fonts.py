# usage: fonts.py [--planted] [--whole] EPUB FONTS...
# The fonts of an EPUB beside the whole ones in the folders FONTS: each has what the documents set in it and next to
# nothing else, the features that the sheet asks for, its names and its maker's rights. What is set in what is
# found by applying the EPUB's own style sheet to its documents. --whole: of an EPUB with an author's style sheet:
# each font has all characters of the book. --planted: also plants defects, each of which must be found.
import pathlib
import re
import struct
import sys
import unicodedata
import zipfile
import xml.etree.ElementTree as ElementTree

import css

RIGHTS = (0, 7, 8, 9, 13, 14)
# Features in force without being asked for (subset.c has the same, from other sources), and those asked for.
ALWAYS = set('rvrn ccmp locl rlig mark mkmk ltra ltrm rtla rtlm calt clig liga rclt kern curs'.split())
SHAPERS = set('''init medi fina isol med2 fin2 fin3 mset stch cswh nukt akhn rphf rkrf pref blwf half abvf pstf cfar vatu
    cjct pres abvs blws psts haln dist abvm blwm ljmo vjmo tjmo jalt'''.split())
NUMERALS = {'oldstyle-nums': 'onum', 'lining-nums': 'lnum', 'proportional-nums': 'pnum', 'tabular-nums': 'tnum'}
FURNITURE = set(' \u00a0-\u2010')     # spaces, hyphens
MARKERS = set('0123456789.\u2022\u25e6\u25aa')


class Font:
    def __init__(self, data):
        self.data = data
        count = struct.unpack_from('>H', data, 4)[0]
        self.tables = {}
        for i in range(count):
            tag, _, offset, length = struct.unpack_from('>4sIII', data, 12 + 16 * i)
            self.tables[tag.decode()] = (offset, length)

    def characters(self):
        base = self.tables['cmap'][0]
        found = set()
        for i in range(struct.unpack_from('>H', self.data, base + 2)[0]):
            platform, _, offset = struct.unpack_from('>HHI', self.data, base + 4 + 8 * i)
            at = base + offset
            kind = struct.unpack_from('>H', self.data, at)[0]
            if kind == 12:
                for g in range(struct.unpack_from('>I', self.data, at + 12)[0]):
                    first, last, _ = struct.unpack_from('>III', self.data, at + 16 + 12 * g)
                    found.update(range(first, last + 1))
            elif kind == 4 and platform in (0, 3):
                found |= self.segments(at)
        return {chr(c) for c in found if c < 0xFFFF or c > 0xFFFF}

    def segments(self, at):
        count = struct.unpack_from('>H', self.data, at + 6)[0] // 2
        ends = struct.unpack_from(f'>{count}H', self.data, at + 14)
        starts = struct.unpack_from(f'>{count}H', self.data, at + 16 + 2 * count)
        deltas = struct.unpack_from(f'>{count}H', self.data, at + 16 + 4 * count)
        ranges_at = at + 16 + 6 * count
        found = set()
        for i in range(count):
            distance = struct.unpack_from('>H', self.data, ranges_at + 2 * i)[0]
            for c in range(starts[i], min(ends[i], 0xFFFE) + 1):
                if distance:
                    glyph = struct.unpack_from('>H', self.data, ranges_at + 2 * i + distance + 2 * (c - starts[i]))[0]
                else:
                    glyph = (c + deltas[i]) & 0xFFFF
                if glyph:
                    found.add(c)
        return found

    def features(self):
        found = set()
        for table in ('GSUB', 'GPOS'):
            if table in self.tables:
                base = self.tables[table][0]
                at = base + struct.unpack_from('>H', self.data, base + 6)[0]
                for i in range(struct.unpack_from('>H', self.data, at)[0]):
                    found.add(struct.unpack_from('>4s', self.data, at + 2 + 6 * i)[0].decode())
        return found

    def names(self):
        base = self.tables['name'][0]
        count, texts = struct.unpack_from('>HH', self.data, base + 2)
        found = {}
        for i in range(count):
            platform, _, language, number, length, offset = struct.unpack_from('>6H', self.data, base + 6 + 12 * i)
            if platform == 3 and language == 0x409:
                start = base + texts + offset
                found[number] = self.data[start:start + length].decode('utf-16-be')
        return found


def variants(text):
    """As the text is, composed, and in the parts that a font may have instead."""
    return set(text) | set(unicodedata.normalize('NFC', text)) | set(unicodedata.normalize('NFD', text))


def wanted(sheet, documents):
    """(family, weight, style) -> the characters needed, those that may be there, the features asked for."""
    rules, faces = css.read(sheet)
    found = {}

    def walk(element, around):
        if element.name in ('head', 'svg', 'math') or element.node.get('hidden') is not None:
            return
        values = css.setting(rules, element, around)
        family = values['font-family'].split(',')[0].strip('"')
        weights = [int(f['font-weight']) for f in faces if f['font-family'].strip('"') == family]
        if weights:
            key = (family, nearest(weights, int(values['font-weight'])), values['font-style'])
            need, may, asked = found.setdefault(key, (set(), set(FURNITURE), set()))
            text = ''.join(element.texts())
            if text.strip():
                if values['text-transform'] == 'uppercase':
                    need |= set(unicodedata.normalize('NFC', text.upper()))
                    may |= variants(text.upper())
                else:
                    need |= set(unicodedata.normalize('NFC', text))
                    may |= variants(text)
                if values['font-variant'] == 'small-caps':
                    asked.add('smcp')
                    may |= variants(text.upper())
                for numeral in values['font-variant-numeric'].split():
                    asked.add(NUMERALS[numeral])
            if text.strip():
                need.add('-')                   # where a word is divided
            if element.name == 'li':
                may |= MARKERS
                if element.parent.name == 'ol' and values['list-style-type'] != 'none':
                    need |= set(f"{int(element.parent.node.get('start', 1)) + element.index}.")
        for child in element.children:
            walk(child, values)

    start = {'font-family': 'the reader', 'font-style': 'normal', 'font-weight': '400', 'font-variant': 'normal',
             'text-transform': 'none', 'font-variant-numeric': '', 'list-style-type': 'disc'}
    for document in documents.values():
        walk(document, start)
    return found, faces


def nearest(weights, wish):
    """Of the weights a family has (CSS Fonts 4, section 5.2; they are never between 400 and 500 here)."""
    if wish in weights:
        return wish
    lighter = sorted((w for w in weights if w < wish), reverse=True)
    heavier = sorted(w for w in weights if w > wish)
    return (lighter + heavier if wish <= 500 else heavier + lighter)[0]


def whole_fonts(folders):
    found = {}
    for folder in folders:
        for file in sorted(pathlib.Path(folder).rglob('*')):
            if file.suffix in ('.ttf', '.otf'):
                found.setdefault(re.sub(r'[^a-z0-9]+', '-', file.stem.lower()), file)
    return found


def name_faults(cut, original):
    mine, theirs = cut.names(), original.names()
    for number in RIGHTS:
        if mine.get(number) != theirs.get(number):
            yield f'name {number} is {mine.get(number)!r} instead of {theirs.get(number)!r}'
    reserved = re.search(r'with Reserved Font Name\W+(\w+)', theirs.get(0, ''))
    if reserved and any(reserved.group(1) in mine.get(n, '') for n in (1, 3, 4, 6, 16)):
        yield f'a part of the font is called by the reserved name {reserved.group(1)}'
    if not reserved and mine.get(1) != theirs.get(1):
        yield f'the font is called {mine.get(1)}'
    for number in (1, 2, 4, 6):
        if not mine.get(number):
            yield f'no name {number}'


def package_faults(archive, fonts):
    package = ElementTree.fromstring(archive.read('OEBPS/package.opf'))
    names = archive.namelist()
    opf = '{http://www.idpf.org/2007/opf}'
    ids = {item.get('href'): item.get('id') for item in package.iter(opf + 'item')}
    for font in fonts:
        refines = '#' + ids[font]
        rights = [m.text for m in package.iter(opf + 'meta')
                  if m.get('refines') == refines and m.get('property') == 'dcterms:rights']
        links = [m.get('href') for m in package.iter(opf + 'link')
                 if m.get('refines') == refines and m.get('rel') == 'dcterms:license']
        if len(rights) != 1 or 'Copyright' not in rights[0] and '\u00a9' not in rights[0]:
            yield f'{font}: the package does not say whose it is: {rights}'
        if len(links) != 1 or links[0].removeprefix('../') not in names:
            yield f'{font}: the package does not lead to its licence: {links}'


def font_faults(cut, original, use, whole_book):
    need, may, asked = use
    has, could = cut.characters(), original.characters()
    need, may = (whole_book, None) if whole_book else (need, may)
    printable = {c for c in need if c not in '\t\r\n'}
    if lacks := (printable & could) - has:
        yield f'lacks {sorted(lacks)}'
    if not whole_book:
        if more := has - may:
            yield f'has {sorted(more)} besides'
        features = cut.features()
        if more := features - ALWAYS - SHAPERS - asked - {'frac', 'numr', 'dnom'}:
            yield f'has the features {sorted(more)}'
        if not any(unicodedata.bidirectional(c) in ('R', 'AL') or '\u0900' <= c <= '\u11ff' for c in has):
            if more := features & SHAPERS - {'abvm', 'blwm'}:
                yield f'has the features {sorted(more)} of scripts that it has not'
        if lost := (asked & original.features()) - features - NUMERAL_MAY_GO:
            yield f'lacks the features {sorted(lost)}'


NUMERAL_MAY_GO = {'onum', 'lnum', 'pnum', 'tnum'}  # where no figure is set


def faults_of(archive, sheet, documents, originals, whole):
    uses, faces = wanted(sheet, documents)
    book = {c for d in documents.values() for e in d.children[1].all() for t in e.texts() for c in t}
    listed = []
    for face in faces:
        name = face['src'][len('url(../'):-1]
        listed.append(name)
        key = (face['font-family'].strip('"'), int(face['font-weight']), face['font-style'])
        cut = Font(archive.read('OEBPS/' + name))
        original = Font(originals[pathlib.Path(name).stem].read_bytes())
        use = uses.pop(key, None)
        if not use and not whole:
            yield f'{name}: nothing is set in it'
            continue
        faults = list(font_faults(cut, original, use or (set(), set(), set()), book if whole else None))
        faults += name_faults(cut, original)
        if not whole and len(cut.data) > len(original.data) / 4:
            faults.append(f'{len(cut.data)} bytes of {len(original.data)}')
        yield from (f'{name}: {fault}' for fault in faults)
    for name in archive.namelist():
        if re.search(r'\.(ttf|otf)$', name) and name.removeprefix('OEBPS/') not in listed:
            yield f'{name}: no @font-face'
    for key, use in uses.items():
        if use[0]:
            yield f'no font for {key}: {"".join(sorted(use[0]))}'
    yield from package_faults(archive, listed)


def not_found(archive, sheet, path, originals):
    """Planted: a letter that no font has, no text in a face, a feature that nobody asks for."""
    documents = css.documents(path)
    heading = next(e for d in documents.values() for e in d.all() if e.name == 'h2')
    heading.node.text = (heading.node.text or '') + '\u0416'
    if not any('\u0416' in fault for fault in faults_of(archive, sheet, documents, originals, False)):
        yield 'a letter that the font lacks'
    heading.node.text = ''
    for element in [e for d in documents.values() for e in d.all() if 'hand' in e.classes]:
        for inner in element.all():
            inner.node.text = inner.node.tail = ''
    if not any('besides' in fault or 'nothing' in fault
               for fault in faults_of(archive, sheet, documents, originals, False)):
        yield 'letters that are not used'
    plain = sheet.replace('font-variant: small-caps; ', '')
    if not any('smcp' in fault for fault in faults_of(archive, plain, css.documents(path), originals, False)):
        yield 'a feature that is not used'


def main(arguments):
    path, *folders = [a for a in arguments if not a.startswith('--')]
    originals = whole_fonts(folders)
    with zipfile.ZipFile(path) as archive:
        sheet = archive.read('OEBPS/styles/book.css').decode()
        bad = list(faults_of(archive, sheet, css.documents(path), originals, '--whole' in arguments))
        if '--planted' in arguments:
            bad += [f'not found: {planted}' for planted in not_found(archive, sheet, path, originals)]
    for fault in bad:
        print('FAILED:', fault)
    return 1 if bad else 0


sys.exit(main(sys.argv[1:]))
