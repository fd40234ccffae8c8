"""usage: container.py FILE.epub...    reads the bytes of each ZIP (APPNOTE 6.3.10; OCF 3.3, section 4.2) and says what is wrong"""
import struct
import sys
import zlib

LOCAL = struct.Struct("<4s5H3I2H")  # signature, needed, flags, method, time, date, CRC, sizes, lengths of name and extra field
CENTRAL = struct.Struct("<4s6H3I5H2I")
END = struct.Struct("<4s4H2IH")
FIRST = ["mimetype", "META-INF/container.xml", "OEBPS/package.opf"]
LETTERS = set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-/")


def check(data):
    size = END.size
    mark, *_, count, length, start, comment = END.unpack(data[-size:])
    assert mark == b"PK\5\6" and comment == 0, "the end is not that of a ZIP without a comment"
    assert start + length + size == len(data), "something stands between the entries and the end"
    at, expected, names, places = start, 0, [], []
    for _ in range(count):
        (mark, made, need, flags, method, time, date, crc, packed, plain, name, extra, remark, disk, inside, outside,
         place) = CENTRAL.unpack(data[at:at + CENTRAL.size])
        assert mark == b"PK\1\2", "no entry where one should be"
        raw = data[at + CENTRAL.size:at + CENTRAL.size + name]
        called = raw.decode("ascii")
        head = LOCAL.unpack(data[place:place + LOCAL.size])
        assert head[0] == b"PK\3\4" and data[place + LOCAL.size:place + LOCAL.size + name] == raw, f"{called}: another name before its bytes"
        assert head[2:9] == (flags, method, time, date, crc, packed, plain), f"{called}: another account before its bytes"
        assert place == expected, f"{called}: a gap before its bytes"
        expected = place + LOCAL.size + name + packed
        assert extra == 0 == head[10] and remark == 0, f"{called}: an extra field, or a comment"
        assert method in (0, 8) and need in (10, 20, 45) and head[1] in (10, 20, 45), f"{called}: method {method}, needs {need}"
        assert not flags & ~6, f"{called}: flags {flags:#x}"  # 6: how hard deflate tried
        assert (time, date) == (0, 0x21), f"{called}: another time than the first of 1980"
        assert disk == 0 and inside == 0, f"{called}: attributes"
        assert set(called) <= LETTERS and not called.startswith("/") and ".." not in called.split("/"), f"{called}: such a name"
        assert len(raw) <= 255 and not called.endswith("/"), f"{called}: such a name"
        body = data[expected - packed:expected]
        body = zlib.decompress(body, -15) if method else body
        assert len(body) == plain and zlib.crc32(body) == crc, f"{called}: other bytes than it says"
        assert not (method and called.endswith((".png", ".jpg"))), f"{called}: is packed twice"
        names.append(called)
        places.append(place)
        at += CENTRAL.size + name
    assert names[:3] == FIRST, f"it begins with {names[:3]}"
    assert places == sorted(places), "the entries are in another order than their bytes"
    assert data[:58] == LOCAL.pack(b"PK\3\4", *struct.unpack("<H", data[4:6]), 0, 0, 0, 0x21, zlib.crc32(b"application/epub+zip"), 20, 20, 8, 0) + \
        b"mimetypeapplication/epub+zip", "mimetype is not as it must be"
    assert len({name.casefold() for name in names}) == len(names), "two names differ in case only"


bad = False
for path in sys.argv[1:]:
    with open(path, "rb") as file:
        try:
            check(file.read())
        except (AssertionError, UnicodeDecodeError, struct.error) as wrong:
            print(f"{path}: {wrong}")
            bad = True
sys.exit(bad)
