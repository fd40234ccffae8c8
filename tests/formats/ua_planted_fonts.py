"""Faults of fonts: checkpoints 10 and 31, and 17-003."""

import ua_fixture
import ua_fonts
from ua_pdf import Stream
from ua_plant import elements, first, planter, rename

PLANTS = []
plant = planter(PLANTS)


def _fonts(document, subtype, embedded=None):
    """Fonts of a kind with text shown in them, and embedded so; the one with most codes first."""
    fonts = ua_fonts.shown(document)[1].known.values()
    fonts = [font for font in fonts if font.subtype == subtype and font.rendered and (embedded is None or font.key == embedded)]
    return sorted(fonts, key=lambda font: -len(font.rendered))


def _composite(document, embedded="/FontFile2"):
    return first(_fonts(document, "/Type0", embedded))


def _simple(document):
    return first(font for font in _fonts(document, "/TrueType") if not font.symbolic and not isinstance(font.encoding, dict))


def _alone(document, font):
    """The program of a font, as a stream of its own that may be changed."""
    stream = document.get(font.descriptor, font.key)
    own = Stream(dict(stream), stream.data)
    font.descriptor[font.key] = document.add(own)
    return own


# ---- composite fonts ----

def _own_cmap(document, font, data=b"", **more):
    """An embedded CMap that does what Identity-H does."""
    cmap = Stream({"/Type": "/CMap", "/CMapName": "/Own", "/WMode": 0,
                   "/CIDSystemInfo": dict(document.dict(font.own, "/CIDSystemInfo")), **more},
                  b"begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange\n/WMode 0 def\n" + data +
                  b"\n1 begincidrange <0000> <ffff> 0 endcidrange endcmap")
    font.font["/Encoding"] = document.add(cmap)
    return cmap


@plant("31-001")
def other_registry(document):
    font = _composite(document)
    if font:
        _own_cmap(document, font)["/CIDSystemInfo"]["/Registry"] = "u:Nobody"
    return font


@plant("31-002")
def other_ordering(document):
    font = _composite(document)
    if font:
        _own_cmap(document, font)["/CIDSystemInfo"]["/Ordering"] = "u:Other"
    return font


@plant("31-003")
def later_supplement(document):
    font = _composite(document)
    if font:
        _own_cmap(document, font)["/CIDSystemInfo"]["/Supplement"] = 9
    return font


@plant("31-004")
def map_of_wrong_name(document):
    font = _composite(document)
    if font:
        font.own["/CIDToGIDMap"] = "/Likeness"
    return font


@plant("31-005")
def no_map(document):
    font = _composite(document)
    return font and font.own.pop("/CIDToGIDMap")


@plant("31-006")
def unknown_cmap(document):
    font = _composite(document)
    if font:
        font.font["/Encoding"] = "/Likeness-H"
    return font


@plant("31-007")
def other_direction(document):
    font = _composite(document)
    if font:
        _own_cmap(document, font)["/WMode"] = 1
    return font


@plant("31-008")
def uses_unknown_cmap(document):
    font = _composite(document)
    return font and _own_cmap(document, font, b"/Likeness-H usecmap")


def _mapped(document, glyph):
    """A composite font where one shown CID leads to another glyph."""
    font = _composite(document)
    if not font:
        return False
    table = bytearray(b"".join(font._cid_glyph(cid).to_bytes(2, "big") for cid in range(max(map(font.cid, font.shown)) + 1)))
    cid = max(map(font.cid, font.rendered))
    table[2 * cid:2 * cid + 2] = glyph.to_bytes(2, "big")
    font.own["/CIDToGIDMap"] = document.add(Stream({}, bytes(table)))
    return True


@plant("31-011")
def no_such_glyph(document):
    return _mapped(document, 60000)


@plant("31-030")
def shows_notdef(document):
    return _mapped(document, 0)


@plant("31-016")
def other_width(document):
    font = _composite(document)
    if font:
        font.own["/W"] = [0, [font.widths.get(cid, font.own.get("/DW", 1000)) for cid in range(max(map(font.cid, font.shown)) + 1)]]
        font.own["/W"][1][font.cid(max(font.rendered))] += 2
    return font


# ---- simple fonts ----

@plant("31-016")
def other_simple_width(document):
    font = _simple(document)
    if font:
        widths = font.font["/Widths"] = list(document.list(font.font, "/Widths"))
        widths[max(font.rendered)[0] - font.font["/FirstChar"]] += 2
    return font


def _cmaps(document, make):
    """Another cmap in the program of a simple TrueType font."""
    font = _simple(document)
    if not font or (3, 1) not in font.program.cmaps:
        return None
    stream = _alone(document, font)
    tables = ua_fixture.sfnt_tables(stream.data)
    tables[b"cmap"] = make(dict(font.program.cmaps[3, 1]), font)
    stream.data = ua_fixture.sfnt(tables)
    return font


def _symbolic(font):
    font.descriptor["/Flags"] = font.descriptor["/Flags"] & ~32 | 4


@plant("31-017", "31-018")
def only_a_symbolic_cmap(document):
    return _cmaps(document, lambda mapping, font: ua_fixture.cmap(mapping, [(3, 0)]))


@plant("31-018")
def one_code_lost(document):
    def without(mapping, font):
        del mapping[ord(font.unicode(max(font.rendered)))]
        return ua_fixture.cmap(mapping)
    return _cmaps(document, without)


def _texts_told(document, font):
    """A ToUnicode for a simple font that may have done without."""
    texts = {code[0]: font.unicode(code) for code in font.shown}
    font.font["/ToUnicode"] = document.add(Stream({}, ua_fixture.to_unicode(texts, 1)))
    return True


@plant("31-019", "31-030")
def no_encoding(document):
    font = _simple(document)
    return font and _texts_told(document, font) and font.font.pop("/Encoding")


def _differences(document, font, **more):
    """The encoding of a font, spelt out by the names of its characters."""
    font.font["/Encoding"] = {"/Type": "/Encoding", "/BaseEncoding": font.encoding, **more}
    return font.font["/Encoding"]


@plant("31-020", "31-030")
def no_base_encoding(document):
    font = _simple(document)
    if font:
        _texts_told(document, font)
        del _differences(document, font)["/BaseEncoding"]
    return font


@plant("31-021", "31-030")
def other_base_encoding(document):
    font = _simple(document)
    if font:
        _texts_told(document, font)
        font.font["/Encoding"] = "/StandardEncoding"
    return font


@plant("31-022")
def unknown_name(document):
    font = _simple(document)
    if font:
        free = next(code for code in range(128, 256) if bytes([code]) not in font.shown)
        _differences(document, font)["/Differences"] = [free, "/glyph17"]
    return font


@plant("31-023")
def differences_without_unicode(document):
    font = _cmaps(document, lambda mapping, font: ua_fixture.cmap(
        {chr(code).encode("mac_roman")[0]: glyph for code, glyph in mapping.items() if _in_mac(code)}, [(1, 0)]))
    if font and all(_in_mac(ord(font.unicode(code)[0])) for code in font.shown):
        _differences(document, font)["/Differences"] = [65, "/A"]
        return True
    return False


def _in_mac(code):
    try:
        return bool(chr(code).encode("mac_roman"))
    except UnicodeEncodeError:
        return False


@plant("31-024")
def symbolic_with_encoding(document):
    font = _cmaps(document, lambda mapping, font: ua_fixture.cmap(
        {code[0]: mapping[ord(font.unicode(code))] for code in font.shown}, [(3, 0)]))
    if font:
        _symbolic(font)
    return font


@plant("31-025", "31-030")
def symbolic_without_cmap(document):
    font = _cmaps(document, lambda mapping, font: ua_fixture.cmap(mapping, []))
    return font and _without_encoding(document, font)


@plant("31-026")
def symbolic_of_several(document):
    font = _cmaps(document, lambda mapping, font: ua_fixture.cmap(
        {code[0]: mapping[ord(font.unicode(code))] for code in font.shown}, [(1, 0), (3, 1)]))
    return font and _without_encoding(document, font)


def _without_encoding(document, font):
    """Symbolic, and its texts told by ToUnicode alone."""
    _symbolic(font)
    _texts_told(document, font)
    return font.font.pop("/Encoding")


# ---- embedding ----

@plant("31-009")
def not_embedded(document):
    font = _composite(document) or _simple(document)
    return font and font.descriptor.pop(font.key)


def _letters(document):
    return first(font for font in _fonts(document, "/Type1", "/FontFile3") if font.program.names)


@plant("31-012")
def letter_not_listed(document):
    font = _letters(document)
    if font:
        names = sorted(set(font.program.names.values()) - {".notdef"})
        font.descriptor["/CharSet"] = "u:" + "".join("/" + name for name in names[1:])
    return font


@plant("31-013")
def letter_not_there(document):
    font = _letters(document)
    if font:
        names = sorted(set(font.program.names.values()) - {".notdef"})
        font.descriptor["/CharSet"] = "u:" + "".join("/" + name for name in names) + "/Wcircumflexgrave"
    return font


def _listed(document, font, change):
    cids = set(font.program.cids if font.program.cids is not None else font.program.widths)
    change(cids)
    data = bytearray(max(cids) // 8 + 1)
    for cid in cids:
        data[cid // 8] |= 128 >> cid % 8
    font.descriptor["/CIDSet"] = document.add(Stream({}, bytes(data)))
    return True


@plant("31-014")
def cid_not_listed(document):
    font = _composite(document)
    return font and _listed(document, font, lambda cids: cids.remove(max(cids)))


@plant("31-015")
def cid_not_there(document):
    font = _composite(document)
    return font and _listed(document, font, lambda cids: cids.add(max(cids) + 1))


# ---- characters ----

def _to_unicode(document, font, change):
    """Another ToUnicode: change gets {code: text}."""
    texts = {int.from_bytes(code, "big"): text for code, text in font.to_unicode.texts.items()}
    change(texts)
    font.font["/ToUnicode"] = document.add(Stream({}, ua_fixture.to_unicode(texts, 2 if font.composite else 1)))
    return True


def _last(font):
    return int.from_bytes(max(font.shown), "big")


@plant("10-001")
def code_without_character(document):
    font = _composite(document)
    return font and _to_unicode(document, font, lambda texts: texts.pop(_last(font)))


@plant("31-027")
def no_characters(document):
    for formula in elements(document, "Formula"):  # or 17-003 would be found too
        rename(document, formula, "Span")
    font = _composite(document)
    return font and font.font.pop("/ToUnicode")


@plant("31-028")
def character_zero(document):
    font = _composite(document)
    return font and _to_unicode(document, font, lambda texts: texts.update({_last(font): "\0"}))


@plant("31-029")
def character_feff(document):
    font = _composite(document)
    return font and _to_unicode(document, font, lambda texts: texts.update({_last(font): "\ufeff"}))


@plant("17-003", "10-001")
def formula_without_characters(document):
    for painting in ua_fonts.shown(document)[0].paintings:
        font = painting.font if painting.strings else None
        if font and font.composite and font.to_unicode and any(mark.tag == "/Formula" for mark in painting.marks):
            code = int.from_bytes(font.codes(painting.strings[0])[0], "big")
            return _to_unicode(document, font, lambda texts: texts.pop(code))
    return False
