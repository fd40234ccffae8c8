"""Joins pages to one picture: reduced, in rows, in sixteen greys.

usage: gallery.py FOLDER PICTURE.PNG     in the folder: sheets (numbers of pages), page-NUMBER.pgm (pdftoppm -gray)
"""
import glob
import math
import os
import re
import struct
import sys
import zlib

ACROSS, WIDE, GAP, LARGEST = 8, 1600, 16, 200_000  # pages in a row; pixels; bytes of the picture
GROUND, EDGE = 0xE, 0xA  # greys, of 16


def read_pgm(path):
    """Width, height and the greys of a picture."""
    with open(path, "rb") as file:
        data = file.read()
    head = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", data)
    return int(head[1]), int(head[2]), data[head.end():]


def reduced(picture, width):
    """The picture so many pixels wide: each is the mean of those it stands for."""
    wide, high, data = picture
    height = round(high * width / wide)
    columns = [range(x * wide // width, max((x + 1) * wide // width, x * wide // width + 1)) for x in range(width)]
    rows = []
    for y in range(height):
        lines = [data[line * wide:(line + 1) * wide] for line in range(y * high // height, max((y + 1) * high // height, 1))]
        sums = [sum(column) for column in zip(*lines)]
        # A little darker than the mean: hairlines would pale away.
        rows.append([max(0, min(15, round(15 * (1 - 1.35 * (1 - sum(sums[x] for x in part) / (255 * len(part) * len(lines))))))) for part in columns])
    return rows


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(rows):
    """Sixteen greys, two pixels a byte."""
    width, height = len(rows[0]), len(rows)
    lines = b"".join(b"\0" + bytes(row[x] << 4 | (row[x + 1] if x + 1 < width else 0) for x in range(0, width, 2)) for row in rows)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 4, 0, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(lines, 9)) + chunk(b"IEND", b""))


def sheet(pages, wide):
    """All pages, framed, on a grey ground."""
    width = (wide - GAP) // ACROSS - GAP
    small = [reduced(page, width) for page in pages]
    height = max(len(rows) for rows in small)
    total = [[GROUND] * wide for _ in range(math.ceil(len(small) / ACROSS) * (height + GAP) + GAP)]
    for number, rows in enumerate(small):
        left, top = GAP + number % ACROSS * (width + GAP), GAP + number // ACROSS * (height + GAP)
        for y, row in enumerate(rows):
            total[top + y][left:left + width] = row
            total[top + y][left] = total[top + y][left + width - 1] = EDGE
        total[top][left:left + width] = total[top + len(rows) - 1][left:left + width] = [EDGE] * width
    return png(total)


def main():
    folder, picture = sys.argv[1:]
    with open(os.path.join(folder, "sheets"), encoding="ascii") as file:
        wanted = {int(number) for number in file}
    paths = sorted(glob.glob(os.path.join(folder, "page-*.pgm")))
    pages = [read_pgm(path) for path in paths if int(re.search(r"-(\d+)\.pgm$", path)[1]) in wanted]
    for wide in range(WIDE, 600, -100):
        made = sheet(pages, wide)
        if len(made) <= LARGEST:
            break
    with open(picture, "wb") as file:
        file.write(made)
    print(f"{picture}: {len(pages)} sheets, {wide} pixels wide, {len(made)} bytes")


main()
