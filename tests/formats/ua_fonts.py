"""Fonts: what codes mean and which glyphs they show (ISO 32000-1, 9.6 to 9.10), and checkpoints 10 and 31."""
import re

import ua_names
import ua_programs
from ua_content import Content, operators
from ua_pdf import Stream, is_name, is_number

# ISO 32000-1, table 118.
PREDEFINED = set("""GB-EUC GBpc-EUC GBK-EUC GBKp-EUC GBK2K UniGB-UCS2 UniGB-UTF16 HKscs-B5 ETen-B5 ETenms-B5 CNS-EUC
UniCNS-UCS2 UniCNS-UTF16 B5pc Ext-RKSJ EUC UniJIS-UCS2 UniJIS-UCS2-HW UniJIS-UTF16 83pv-RKSJ 90ms-RKSJ 90msp-RKSJ
90pv-RKSJ Add-RKSJ KSC-EUC KSCms-UHC KSCms-UHC-HW KSCpc-EUC UniKS-UCS2 UniKS-UTF16 Identity""".split())
COLLECTIONS = {("Adobe", ordering) for ordering in ("GB1", "CNS1", "Japan1", "Korea1")}


def predefined(name):
    return is_name(name) and (re.sub("-[HV]$", "", name[1:]) in PREDEFINED or name in ("/H", "/V"))


def number(raw):
    return int.from_bytes(raw, "big")


class CMap:
    """An embedded CMap: what its codes become, CIDs or texts."""

    def __init__(self, data):
        self.spaces, self.cids, self.texts, self.mode, self.uses = [], {}, {}, None, None
        before = []
        for operator, operands in operators(data):
            if operator == "endcodespacerange":
                self.spaces += zip(operands[::2], operands[1::2])
            elif operator == "endbfchar":
                self.texts.update({code: self._text(value) for code, value in zip(operands[::2], operands[1::2])})
            elif operator == "endbfrange":
                for first, last, value in zip(operands[::3], operands[1::3], operands[2::3]):
                    self._range(first, last, value)
            elif operator == "endcidchar":
                self.cids.update(zip(operands[::2], operands[1::2]))
            elif operator == "endcidrange":
                for first, last, cid in zip(operands[::3], operands[1::3], operands[2::3]):
                    for code in range(number(first), number(last) + 1):
                        self.cids[code.to_bytes(len(first), "big")] = cid + code - number(first)
            elif operator == "usecmap":
                self.uses = (operands or before or [""])[-1]
            elif operator == "def" and operands[:1] == ["/WMode"]:
                self.mode = operands[-1]
            before = operands

    @staticmethod
    def _text(value):
        return value.decode("utf-16-be", "replace") if isinstance(value, bytes) else ""

    def _range(self, first, last, value):
        for i in range(number(last) - number(first) + 1):
            code = (number(first) + i).to_bytes(len(first), "big")
            if isinstance(value, list):
                if i < len(value):
                    self.texts[code] = self._text(value[i])
            else:
                self.texts[code] = self._text(value[:-2] + (number(value[-2:]) + i & 0xFFFF).to_bytes(2, "big"))


class Font:
    """One font of the document, and the codes that are shown in it."""

    def __init__(self, document, reference):
        self.document, self.reference = document, reference
        self.font = document.dict(reference)
        self.subtype = self.font.get("/Subtype")
        self.name = self.font.get("/BaseFont", self.subtype)
        self.composite = self.subtype == "/Type0"
        self.own = document.dict(self.font, "/DescendantFonts", 0) if self.composite else self.font
        self.descriptor = document.dict(self.own, "/FontDescriptor")
        self.key = next((key for key in ("/FontFile", "/FontFile2", "/FontFile3") if key in self.descriptor), None)
        file = document.get(self.descriptor, self.key) if self.key else None
        self.program = ua_programs.read(file.data, self.key) if isinstance(file, Stream) else None
        to_unicode = document.get(self.font, "/ToUnicode")
        self.to_unicode = CMap(to_unicode.data) if isinstance(to_unicode, Stream) else None
        encoding = document.get(self.font, "/Encoding")
        self.cmap = CMap(encoding.data) if isinstance(encoding, Stream) else None
        self.encoding = encoding
        self.symbolic = bool(int(self.descriptor.get("/Flags", 0)) & 4)
        self.shown, self.rendered = set(), set()  # codes; those not in rendering mode 3
        self.widths = self._cid_widths() if self.composite else self._simple_widths()
        self.characters = {} if self.composite else self._characters()

    # ---- what codes mean ----

    def codes(self, string):
        """The codes of a string."""
        if not self.composite:
            return [string[i:i + 1] for i in range(len(string))]
        if self.cmap is None or not self.cmap.spaces:
            return [string[i:i + 2] for i in range(0, len(string), 2)]
        found, at = [], 0
        while at < len(string):
            size = next((len(low) for low, high in self.cmap.spaces
                         if all(a <= b <= c for a, b, c in zip(low, string[at:at + len(low)], high))), 1)
            found.append(string[at:at + size])
            at += size
        return found

    def unicode(self, code):
        """The text of a code; None if nothing says it."""
        if self.to_unicode is not None and code in self.to_unicode.texts:
            return self.to_unicode.texts[code]
        if not self.composite:
            known = self.characters.get(code[0])
            return known[1] if known else None
        return None

    def decode(self, strings):
        return "".join(self.unicode(code) or "" for string in strings for code in self.codes(string))

    def _characters(self):
        """Code: (glyph name, text) of a simple font, as far as its encoding says."""
        encoding, differences = self.encoding, []
        if isinstance(encoding, dict) and not isinstance(encoding, Stream):
            encoding, differences = encoding.get("/BaseEncoding"), self.document.list(encoding, "/Differences")
        found = {code: (ua_names.NAMES.get(text), text) for code, text in ua_names.ENCODINGS.get(encoding, {}).items()}
        code = 0
        for entry in differences:
            if is_number(entry):
                code = entry
            else:
                found[code] = (entry[1:], ua_names.character(entry[1:]))
                code += 1
        return found

    # ---- glyphs ----

    def cid(self, code):
        return self.cmap.cids.get(code, 0) if self.cmap else number(code)

    def glyph(self, code):
        """The number of a code's glyph in the program: 0 is .notdef; None if it is not known here."""
        if self.composite:
            return self._cid_glyph(self.cid(code))
        if self.subtype == "/TrueType":
            return self._truetype_glyph(code[0])
        name = self.characters.get(code[0], (None, None))[0]
        by_name = {name: glyph for glyph, name in self.program.names.items()}
        return by_name.get(name, 0) if name and by_name else None

    def _cid_glyph(self, cid):
        if self.own.get("/Subtype") == "/CIDFontType0":
            return cid if self.program.cids is None else self.program.cids.get(cid, 0)
        table = self.document.get(self.own, "/CIDToGIDMap")
        return number(table.data[2 * cid:2 * cid + 2]) if isinstance(table, Stream) else cid

    def _truetype_glyph(self, code):
        cmaps = self.program.cmaps
        if self.symbolic:
            table = cmaps.get((3, 0)) or cmaps.get((1, 0)) or next(iter(cmaps.values()), {})
            return next((table[at] for at in (code, 0xF000 + code, 0xF100 + code, 0xF200 + code) if at in table), 0)
        text = self.characters.get(code, (None, None))[1]
        if text is None or len(text) != 1:
            return 0
        for key in ((3, 1), (0, 3), (0, 4), (3, 10)):
            if ord(text) in cmaps.get(key, {}):
                return cmaps[key][ord(text)]
        try:
            return cmaps.get((1, 0), {}).get(text.encode("mac_roman")[0], 0)
        except UnicodeEncodeError:
            return 0

    # ---- widths ----

    def _simple_widths(self):
        first = self.font.get("/FirstChar", 0)
        return {first + i: self.document.get(width) for i, width in enumerate(self.document.list(self.font, "/Widths"))}

    def _cid_widths(self):
        found, entries, i = {}, self.document.list(self.own, "/W"), 0
        while i + 1 < len(entries):
            second = self.document.get(entries[i + 1])
            if isinstance(second, list):
                found.update({entries[i] + n: self.document.get(width) for n, width in enumerate(second)})
                i += 2
            else:
                found.update(dict.fromkeys(range(entries[i], second + 1), self.document.get(entries[i + 2])))
                i += 3
        return found

    def width(self, code):
        if self.composite:
            return self.widths.get(self.cid(code), self.document.get(self.own, "/DW") or 1000)
        return self.widths.get(code[0], self.descriptor.get("/MissingWidth", 0))


class Fonts:
    """The fonts of a document, each read once."""

    def __init__(self, document):
        self.document, self.known = document, {}
        # A field's typed text is shown in the fonts of the form, whether or not something is typed yet.
        for reference in document.dict(document.catalog, "/AcroForm", "/DR", "/Font").values():
            self.font(reference)

    def font(self, reference):
        key = reference if isinstance(reference, str) else id(reference)
        if key not in self.known:
            self.known[key] = Font(self.document, reference)
        return self.known[key]

    def count(self, paintings):
        """Notes which codes are shown."""
        for painting in paintings:
            if painting.font is not None:
                codes = [code for string in painting.strings for code in painting.font.codes(string)]
                painting.font.shown.update(codes)
                if painting.mode != 3:
                    painting.font.rendered.update(codes)


def shown(document):
    """The content of a document, and its fonts with what is shown in them."""
    fonts = Fonts(document)
    content = Content(document, fonts)
    fonts.count(content.paintings + content.in_appearances)
    return content, fonts


def check(document, fonts, report):
    """Checkpoints 10 and 31 of every font."""
    for font in fonts.known.values():
        def say(code, message, font=font):
            report(code, f"font {font.name}: {message}")
        if font.composite:
            _composite(document, font, say)
        _embedding(document, font, say)
        if font.subtype == "/TrueType" and font.program is not None:
            _truetype(document, font, say)
        _unicode(document, font, say)
        if font.program is not None and font.subtype != "/Type3":
            _glyphs(font, say)


def _composite(document, font, say):
    encoding = font.encoding
    if isinstance(encoding, Stream):
        mine, theirs = document.dict(encoding, "/CIDSystemInfo"), document.dict(font.own, "/CIDSystemInfo")
        for code, key in (("31-001", "/Registry"), ("31-002", "/Ordering")):
            if document.text(mine, key) != document.text(theirs, key):
                say(code, f"{key} of the CMap is not that of the CID font")
        if theirs.get("/Supplement", 0) < mine.get("/Supplement", 0):
            say("31-003", "/Supplement of the CID font is less than that of the CMap")
        if encoding.get("/WMode", 0) != (font.cmap.mode or 0):
            say("31-007", "/WMode of the CMap's dictionary is not that of its stream")
        used = encoding.get("/UseCMap") or font.cmap.uses
        if used and not predefined(used):
            say("31-008", f"the CMap uses {used if isinstance(used, str) else 'another'}")
    elif not predefined(encoding):
        say("31-006", f"CMap {encoding} is neither embedded nor predefined")
    if font.own.get("/Subtype") == "/CIDFontType2" and font.key:
        table = document.get(font.own, "/CIDToGIDMap")
        if table is None:
            say("31-005", "no /CIDToGIDMap")
        elif not isinstance(table, Stream) and table != "/Identity":
            say("31-004", f"/CIDToGIDMap is {table}")


def _embedding(document, font, say):
    if font.subtype == "/Type3":
        return
    if font.key is None:
        say("31-009", "is not embedded")
        return
    if font.program is None:
        say("31-011", "the embedded program cannot be read")
        return
    listed = font.descriptor.get("/CharSet")
    if listed is not None and font.program.names:
        listed = set(re.findall("/([^/ ]+)", document.text(font.descriptor, "/CharSet")))
        there = set(font.program.names.values())
        for code, lost in (("31-012", there - listed - {".notdef"}), ("31-013", listed - there)):
            if lost:
                say(code, f"{sorted(lost)[0]} is in only one of /CharSet and program")
    listed = document.get(font.descriptor, "/CIDSet")
    if isinstance(listed, Stream):
        listed = {8 * i + bit for i, byte in enumerate(listed.data) for bit in range(8) if byte & 128 >> bit}
        there = set(font.program.cids if font.program.cids is not None else font.program.widths)
        for code, lost in (("31-014", there - listed - {0}), ("31-015", listed - there)):
            if lost:
                say(code, f"CID {min(lost)} is in only one of /CIDSet and program")


def _truetype(document, font, say):
    cmaps, encoding = font.program.cmaps, font.encoding
    if font.symbolic:
        if encoding is not None:
            say("31-024", "is symbolic and has an /Encoding")
        if not cmaps:
            say("31-025", "is symbolic, and the program has no cmap")
        elif len(cmaps) > 1 and (3, 0) not in cmaps:
            say("31-026", "is symbolic, and the program has several cmaps but no (3,0)")
        return
    if not any(key != (3, 0) for key in cmaps):
        say("31-017", "the program has no non-symbolic cmap")
    if encoding is None:
        say("31-019", "has no /Encoding")
        return
    base, differences = encoding, []
    if isinstance(encoding, dict):
        base, differences = encoding.get("/BaseEncoding"), document.list(encoding, "/Differences")
        if base is None:
            say("31-020", "/Encoding has no /BaseEncoding")
    if base is not None and base not in ua_names.ENCODINGS:
        say("31-021", f"is encoded in {base}")
    unknown = [name for name in differences if is_name(name) and ua_names.character(name[1:]) is None]
    if unknown:
        say("31-022", f"/Differences has {unknown[0]}, which is in no glyph list")
    if differences and (3, 1) not in cmaps:
        say("31-023", "has /Differences, and the program no (3,1) cmap")


def _unicode(document, font, say):
    if font.to_unicode is None:
        system = document.dict(font.own, "/CIDSystemInfo")
        collection = (document.text(system, "/Registry"), document.text(system, "/Ordering"))
        base = font.encoding.get("/BaseEncoding") if isinstance(font.encoding, dict) else font.encoding
        named = [font.characters.get(code[0], (None, None)) for code in font.shown] if not font.composite else []
        if not (base in ("/MacRomanEncoding", "/MacExpertEncoding", "/WinAnsiEncoding") or
                font.subtype in ("/Type1", "/Type3") and all(text for _, text in named) or
                font.composite and collection in COLLECTIONS or
                font.subtype == "/TrueType" and not font.symbolic):
            say("31-027", "has no /ToUnicode, and nothing else that says what its codes mean")
            return
        if font.composite:  # by a character collection: its table is not here
            return
    else:
        values = set(font.to_unicode.texts.values())
        if any("\0" in value for value in values):
            say("31-028", "/ToUnicode has U+0000")
        if any("\ufeff" in value or "\ufffe" in value for value in values):
            say("31-029", "/ToUnicode has U+FEFF or U+FFFE")
    lost = sorted(code.hex() for code in font.shown if not font.unicode(code))
    if lost:
        say("10-001", f"nothing says which character the code <{lost[0]}> is ({len(lost)} such codes)")


def _glyphs(font, say):
    program, simple = font.program, not font.composite
    for code in sorted(font.shown):
        glyph = font.glyph(code)
        if glyph is None:
            continue
        if glyph == 0:
            unmapped = simple and font.subtype == "/TrueType" and not font.symbolic and code[0] in font.characters
            say("31-018" if unmapped else "31-030", f"code <{code.hex()}> shows " +
                ("what no cmap of the program has" if unmapped else ".notdef"))
        elif code in font.rendered:
            if glyph not in program.widths:
                say("31-011", f"code <{code.hex()}>: the program has no glyph {glyph}")
            elif abs(program.widths[glyph] - (font.width(code) or 0)) > 1:
                say("31-016", f"code <{code.hex()}>: width {font.width(code)} here, {program.widths[glyph]:g} in the program")
