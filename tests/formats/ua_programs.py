"""Font programs in a PDF: which glyphs they have, how wide, and how characters find them.

Sources: OpenType 1.9 (head, hhea, hmtx, maxp, loca, cmap), Adobe's technical notes 5176 (CFF), 5177 (Type 2
charstrings) and Type 1 Font Format. Widths are in thousandths of an em.
"""
import functools
import re
import struct

import ua_names

STANDARD_STRINGS = 391  # CFF, appendix A: strings that every font has; the expert ones we need no names of


class Program:
    """What a checker asks of a font program."""

    def __init__(self):
        self.widths = {}   # glyph number: width
        self.names = {}    # glyph number: name, of Type 1 and CFF
        self.cids = None   # CID: glyph number, of a CFF font with CIDs
        self.cmaps = {}    # (platform, encoding): {code: glyph number}, of TrueType
        self.outlines = set()  # glyphs that have something to draw, of TrueType
        self.kind = ""


@functools.lru_cache(maxsize=200)
def read(data, key, subtype=None):
    """The program in a font descriptor's /FontFile, /FontFile2 or /FontFile3; None if it cannot be read."""
    try:
        if key == "/FontFile":
            return _type1(data)
        if key == "/FontFile2" or data[:4] in (b"OTTO", b"\0\1\0\0", b"true"):
            return _sfnt(data)
        return _cff(data)
    except (struct.error, IndexError, KeyError, ValueError, TypeError):
        return None


# ---- TrueType and OpenType ----

def _sfnt(data):
    program = Program()
    program.kind = "TrueType"
    tables = {}
    for i in range(struct.unpack_from(">H", data, 4)[0]):
        tag, _, offset, length = struct.unpack_from(">4sLLL", data, 12 + 16 * i)
        tables[tag] = data[offset:offset + length]
    if b"CFF " in tables:
        program = _cff(tables[b"CFF "])
    if b"hmtx" in tables:
        units, = struct.unpack_from(">H", tables[b"head"], 18)
        glyphs, = struct.unpack_from(">H", tables[b"maxp"], 4)
        metrics, = struct.unpack_from(">H", tables[b"hhea"], 34)
        for glyph in range(glyphs):
            width, = struct.unpack_from(">H", tables[b"hmtx"], 4 * min(glyph, metrics - 1))
            program.widths[glyph] = width * 1000 / units
    if b"loca" in tables:
        long, = struct.unpack_from(">h", tables[b"head"], 50)
        places = struct.unpack_from(">%d%s" % (glyphs + 1, "L" if long else "H"), tables[b"loca"])
        program.outlines = {glyph for glyph in range(glyphs) if places[glyph] < places[glyph + 1]}
    if b"cmap" in tables:
        _cmaps(tables[b"cmap"], program)
    return program


def _cmaps(table, program):
    for i in range(struct.unpack_from(">H", table, 2)[0]):
        platform, encoding, offset = struct.unpack_from(">HHL", table, 4 + 8 * i)
        program.cmaps[platform, encoding] = _cmap(table[offset:])


def _cmap(table):
    form, = struct.unpack_from(">H", table, 0)
    if form == 0:
        return {code: glyph for code, glyph in enumerate(table[6:262]) if glyph}
    if form == 4:
        return _cmap4(table)
    if form == 6:
        first, count = struct.unpack_from(">HH", table, 6)
        return {first + i: glyph for i, glyph in enumerate(struct.unpack_from(">%dH" % count, table, 10)) if glyph}
    if form == 12:
        found = {}
        for i in range(struct.unpack_from(">L", table, 12)[0]):
            start, end, glyph = struct.unpack_from(">LLL", table, 16 + 12 * i)
            found.update({code: glyph + code - start for code in range(start, min(end, 0x10FFFF) + 1)})
        return found
    return {}


def _cmap4(table):
    count = struct.unpack_from(">H", table, 6)[0] // 2
    ends, starts, deltas, offsets = (struct.unpack_from(">%dH" % count, table, 14 + 2 * count * i + (2 if i else 0))
                                     for i in range(4))
    found = {}
    for i in range(count):
        for code in range(starts[i], ends[i] + 1):
            glyph = code
            if offsets[i]:
                at = 16 + 2 * count * 3 + 2 * i + offsets[i] + 2 * (code - starts[i])
                glyph = struct.unpack_from(">H", table, at)[0] if at + 2 <= len(table) else 0
                if glyph == 0:
                    continue
            if (glyph + deltas[i]) & 0xFFFF:
                found[code] = (glyph + deltas[i]) & 0xFFFF
    found.pop(0xFFFF, None)
    return found


# ---- CFF ----

def _index(data, at):
    """An INDEX: its entries, and where it ends."""
    count, = struct.unpack_from(">H", data, at)
    if count == 0:
        return [], at + 2
    size = data[at + 2]
    offsets = [int.from_bytes(data[at + 3 + size * i:at + 3 + size * (i + 1)], "big") for i in range(count + 1)]
    base = at + 2 + size * (count + 1)
    return [data[base + offsets[i]:base + offsets[i + 1]] for i in range(count)], base + offsets[-1]


def _real(data, at):
    digits = ""
    while True:
        for nibble in (data[at] >> 4, data[at] & 15):
            if nibble == 15:
                return float(digits or 0), at + 1
            digits += "0123456789.EE -"[nibble] if nibble != 12 else "E-"
        at += 1


def _dictionary(data):
    found, operands, at = {}, [], 0
    while at < len(data):
        b = data[at]
        if b <= 21:
            key, at = (1200 + data[at + 1], at + 2) if b == 12 else (b, at + 1)
            found[key], operands = operands, []
        elif b == 30:
            number, at = _real(data, at + 1)
            operands.append(number)
        elif b == 29:
            operands.append(struct.unpack_from(">l", data, at + 1)[0])
            at += 5
        elif b == 28:
            operands.append(struct.unpack_from(">h", data, at + 1)[0])
            at += 3
        elif b <= 246:
            operands.append(b - 139)
            at += 1
        else:
            operands.append((b - 247) * 256 + data[at + 1] + 108 if b <= 250 else -(b - 251) * 256 - data[at + 1] - 108)
            at += 2
    return found


def _charset(data, at, glyphs):
    """What each glyph is called: string numbers, or CIDs."""
    if at <= 2:
        return list(range(glyphs))
    found, form, at = [0], data[at], at + 1
    while len(found) < glyphs:
        first, = struct.unpack_from(">H", data, at)
        left = 0 if form == 0 else data[at + 2] if form == 1 else struct.unpack_from(">H", data, at + 2)[0]
        found.extend(range(first, first + left + 1))
        at += 2 + form
    return found[:glyphs]


def _string(sid, strings):
    if sid >= STANDARD_STRINGS:
        return strings[sid - STANDARD_STRINGS].decode("latin-1")
    return ua_names.STRINGS[sid] if sid < len(ua_names.STRINGS) else f"expert {sid}"


def _selected(data, at, glyphs):
    """Which of the private dictionaries each glyph takes (FDSelect)."""
    if data[at] == 0:
        return list(data[at + 1:at + 1 + glyphs])
    found, count = [], struct.unpack_from(">H", data, at + 1)[0]
    for i in range(count):
        first, private, after = struct.unpack_from(">HBH", data, at + 3 + 3 * i)
        found.extend([private] * (after - first))
    return found


class _Private:
    """A private dictionary: the widths that charstrings count from, and its subroutines."""

    def __init__(self, data, top):
        size, at = top.get(18, [0, 0])
        entries = _dictionary(data[at:at + size])
        self.default, self.nominal = entries.get(20, [0])[0], entries.get(21, [0])[0]
        self.routines = _index(data, at + entries[19][0])[0] if 19 in entries else []


def _cff(data):
    program = Program()
    program.kind = "CFF"
    _, at = _index(data, data[2])
    tops, at = _index(data, at)
    strings, at = _index(data, at)
    routines, _ = _index(data, at)
    top = _dictionary(tops[0])
    glyphs, _ = _index(data, top[17][0])
    named = _charset(data, top.get(15, [0])[0], len(glyphs))
    scale = 1000 * top.get(1207, [0.001])[0]
    if 1230 in top:
        privates = [_Private(data, _dictionary(entry)) for entry in _index(data, top[1236][0])[0]]
        chosen = _selected(data, top[1237][0], len(glyphs))
        program.cids = {cid: glyph for glyph, cid in enumerate(named)}
    else:
        privates, chosen = [_Private(data, top)], [0] * len(glyphs)
        program.names = {glyph: _string(sid, strings) for glyph, sid in enumerate(named)}
    for glyph, code in enumerate(glyphs):
        private = privates[chosen[glyph]]
        extra = _extra_width(code, private.routines, routines)
        program.widths[glyph] = (private.default if extra is None else private.nominal + extra) * scale
    return program


EVEN = {1, 3, 18, 23}  # hstem, vstem, hstemhm, vstemhm: pairs
ONE, TWO = {4, 22}, {21}  # vmoveto, hmoveto; rmoveto


def _extra_width(code, own, shared):
    """The number before the operands of the first operator that clears the stack, if it is there (5177, 3.1)."""
    stack, calls, at = [], [], 0
    while True:
        if at >= len(code):
            return None
        b, at = code[at], at + 1
        if b >= 32 or b == 28:
            value, at = _operand(code, b, at)
            stack.append(value)
        elif b in (10, 29):
            routines = own if b == 10 else shared
            bias = 107 if len(routines) < 1240 else 1131 if len(routines) < 33900 else 32768
            calls.append((code, at))
            code, at = routines[int(stack.pop()) + bias], 0
        elif b == 11:
            code, at = calls.pop()
        else:
            wanted = 1 if b in ONE else 2 if b in TWO else 4 if b == 14 and len(stack) > 3 else 0
            more = len(stack) % 2 if b in EVEN or b in (19, 20) else len(stack) > wanted
            return stack[0] if more and stack else None


def _operand(code, b, at):
    if b == 28:
        return struct.unpack_from(">h", code, at)[0], at + 2
    if b <= 246:
        return b - 139, at
    if b <= 250:
        return (b - 247) * 256 + code[at] + 108, at + 1
    if b <= 254:
        return -(b - 251) * 256 - code[at] - 108, at + 1
    return struct.unpack_from(">l", code, at)[0] / 65536, at + 4


# ---- Type 1 ----

def _decrypt(data, key, skip):
    plain = bytearray()
    for byte in data:
        plain.append(byte ^ (key >> 8))
        key = ((byte + key) * 52845 + 22719) & 0xFFFF
    return bytes(plain[skip:])


def _type1(data):
    program = Program()
    program.kind = "Type 1"
    private = _decrypt(data[data.index(b"eexec") + 6:], 55665, 4)
    skip = re.search(rb"/lenIV\s+(\d+)", private)
    skip = int(skip[1]) if skip else 4
    at = private.index(b"/CharStrings")
    for glyph, m in enumerate(re.finditer(rb"/(\S+) (\d+) (?:RD|-\|) ", private[at:])):
        start = at + m.end()
        code = _decrypt(private[start:start + int(m[2])], 4330, skip)
        program.names[glyph] = m[1].decode("latin-1")
        stack, place = [], 0
        while place < len(code) and code[place] >= 32:  # sidebearing, width, hsbw
            value, place = _operand(code, code[place], place + 1)
            stack.append(value)
        if len(stack) == 2:
            program.widths[glyph] = stack[1]
    return program
