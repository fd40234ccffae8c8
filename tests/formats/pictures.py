"""Makes and reads pictures for the tests, with nothing but Python's own library.

pictures.py png FILE WIDTH HEIGHT KIND     KIND: rgb, rgba, opaque (alpha that is 255 everywhere), grey, greyalpha,
                                           palette, palettealpha, rgb16, interlaced, noise, zeros (of one colour)
pictures.py exif FILE ORIENTATION          writes the orientation into a JPEG
pictures.py facts FILE...                  "NAME KIND WIDTH HEIGHT ...", a line each
pictures.py pixel FILE X Y                 a pixel of an 8-bit PNG
pictures.py hurt                           reads lines "FROM TO SEED" and writes TO: FROM with some bytes changed behind the
                                           first eight, and sometimes cut
"""
import random
import struct
import sys
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"
COLOURS = {"grey": 0, "rgb": 2, "noise": 2, "zeros": 2, "rgb16": 2, "interlaced": 2, "palette": 3, "palettealpha": 3,
           "greyalpha": 4, "rgba": 6, "opaque": 6}


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def colour(x, y):
    """Red to blue, black in the upper left quarter."""
    return (0, 0, 0) if x < 0.25 and y < 0.25 else (int(255 * (1 - x)), 40, int(255 * x))


def pixel(kind, x, y, noise):
    red, green, blue = colour(x, y)
    if kind == "noise":
        return bytes(noise.getrandbits(8) for _ in range(3))
    alpha = 255 if kind == "opaque" or x >= 0.5 else 128
    grey = int(255 * x)
    return {"grey": bytes([grey]), "greyalpha": bytes([grey, alpha]), "rgba": bytes([red, green, blue, alpha]),
            "opaque": bytes([red, green, blue, alpha]), "palette": bytes([int(x * 4)]),
            "palettealpha": bytes([int(x * 4)]),
            "rgb16": bytes([red, red, green, green, blue, blue])}.get(kind, bytes([red, green, blue]))


def rows(kind, width, height, columns, lines, noise):
    if kind == "zeros":
        return (b"\0" + b"\x80" * (3 * len(columns))) * len(lines)
    if kind == "noise":
        return b"".join(b"\0" + noise.randbytes(3 * len(columns)) for _ in lines)
    return b"".join(b"\0" + b"".join(pixel(kind, x / width, y / height, noise) for x in columns) for y in lines)


def png(kind, width, height):
    noise = random.Random(1)
    depth = 16 if kind == "rgb16" else 8
    out = SIGNATURE + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, COLOURS[kind], 0, 0, kind == "interlaced"))
    if kind.startswith("palette"):
        out += chunk(b"PLTE", bytes([200, 0, 0, 0, 200, 0, 0, 0, 200, 90, 90, 90]))
    if kind == "palettealpha":
        out += chunk(b"tRNS", bytes([0, 128]))
    if kind == "interlaced":  # Adam7: PNG (second edition), 8.2
        passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
        data = b"".join(rows(kind, width, height, range(x, width, dx), range(y, height, dy), noise)
                        for x, y, dx, dy in passes if x < width and y < height)
    else:
        data = rows(kind, width, height, range(width), range(height), noise)
    return out + chunk(b"IDAT", zlib.compress(data, 1)) + chunk(b"IEND", b"")


def exif(data, orientation):
    tiff = b"MM\0*\0\0\0\x08\0\x01" + struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0) + b"\0\0\0\0"
    body = b"Exif\0\0" + tiff
    return data[:2] + b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body + data[2:]


def jpeg_facts(data):
    at, orientation = 2, 1
    while True:
        marker, length = data[at + 1], struct.unpack(">H", data[at + 2:at + 4])[0]
        if marker == 0xE1 and data[at + 4:at + 10] == b"Exif\0\0":
            orientation = struct.unpack(">H", data[at + 28:at + 30])[0]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5:at + 9])
            kind = {1: "grey", 3: "rgb", 4: "inks"}[data[at + 9]]
            return f"jpeg {width} {height} {kind}{' progressive' if marker == 0xC2 else ''} orientation {orientation}"
        at += 2 + length


def png_facts(data):
    width, height, depth, colours = struct.unpack(">IIBB", data[16:26])
    kind = {0: "grey", 2: "rgb", 3: "palette", 4: "greyalpha", 6: "rgba"}[colours]
    return f"png {width} {height} {kind} {depth}{' tRNS' if b'tRNS' in data else ''}{' tIME' if b'tIME' in data else ''}"


def facts(name):
    with open(name, "rb") as file:
        data = file.read()
    found = png_facts(data) if data.startswith(SIGNATURE) else jpeg_facts(data) if data.startswith(b"\xff\xd8") else "other"
    return f"{name.rsplit('/', 1)[-1]} {found} {len(data)}"


def unfilter(data):
    """The rows of an 8-bit PNG that is not interlaced (PNG, second edition, 9.2)."""
    width, height, _, colours = struct.unpack(">IIBB", data[16:26])
    step = {0: 1, 2: 3, 4: 2, 6: 4}[colours]
    at, packed = 8, b""
    while at < len(data):
        length = struct.unpack(">I", data[at:at + 4])[0]
        if data[at + 4:at + 8] == b"IDAT":
            packed += data[at + 8:at + 8 + length]
        at += length + 12
    raw, above = zlib.decompress(packed), bytearray(width * step)
    for y in range(height):
        kind, row = raw[y * (width * step + 1)], bytearray(raw[y * (width * step + 1) + 1:(y + 1) * (width * step + 1)])
        for i in range(len(row)):
            a, b, c = (row[i - step] if i >= step else 0), above[i], (above[i - step] if i >= step else 0)
            p = a + b - c
            paeth = a if abs(p - a) <= abs(p - b) and abs(p - a) <= abs(p - c) else b if abs(p - b) <= abs(p - c) else c
            row[i] = (row[i] + [0, a, b, (a + b) // 2, paeth][kind]) & 255
        yield [tuple(row[i:i + step]) for i in range(0, len(row), step)]
        above = row


def with_checksums(data):
    """A PNG whose chunks are sound again, so that the damage is not found by their checksums."""
    at = 8
    while at + 12 <= len(data):
        length = struct.unpack(">I", data[at:at + 4])[0]
        end = at + 8 + length
        if end + 4 > len(data):
            break
        data[end:end + 4] = struct.pack(">I", zlib.crc32(data[at + 4:end]))
        at = end + 4
    return data


def hurt(data, seed):
    changed, chance = bytearray(data), random.Random(seed)
    drawing = b"<svg" in data[:400]
    for _ in range(chance.randrange(1, 4)):
        at = chance.randrange(8, len(changed))
        if drawing:  # names and values are changed rather than the markup
            changed[at] = chance.choice(b"abdegx019.#- ") if chr(changed[at]).isalnum() else changed[at]
        else:
            changed[at] = chance.getrandbits(8)
    if chance.random() < 0.1:
        del changed[chance.randrange(8, len(changed)):]
    return bytes(with_checksums(changed) if data.startswith(SIGNATURE) and chance.random() < 0.7 else changed)


def main(command, *arguments):
    if command == "png":
        name, width, height, kind = arguments
        with open(name, "wb") as file:
            file.write(png(kind, int(width), int(height)))
    elif command == "exif":
        with open(arguments[0], "rb") as file:
            data = exif(file.read(), int(arguments[1]))
        with open(arguments[0], "wb") as file:
            file.write(data)
    elif command == "facts":
        for name in arguments:
            print(facts(name))
    elif command == "pixel":
        with open(arguments[0], "rb") as file:
            picture = list(unfilter(file.read()))
        print(*picture[int(arguments[2])][int(arguments[1])])
    elif command == "hurt":
        for line in sys.stdin:
            good, name, seed = line.split()
            with open(good, "rb") as file:
                data = hurt(file.read(), f"{name} {seed}")
            with open(name, "wb") as file:
                file.write(data)


main(*sys.argv[1:])
