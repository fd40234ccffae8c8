# One JPEG cut off, one with other bytes in the middle, one with nothing but its first marker, one of 200 scans; PNGs with
# a wrong checksum, without an end, and with fewer rows than they promise.
command -v python3 >/dev/null || exit 77
cd manuscript/images
python3 - <<'END'
import struct, zlib
good = open("good.jpg", "rb").read()
open("cut.jpg", "wb").write(good[:len(good) * 2 // 3])
middle = len(good) - 200
open("hurt.jpg", "wb").write(good[:middle] + bytes([0x55] * 40) + good[middle + 40:])
open("bare.jpg", "wb").write(b"\xff\xd8\xff\xd9")
scans = open("scans.jpg", "rb").read()
last = scans.rindex(b"\xff\xda")
open("scans.jpg", "wb").write(scans[:-2] + scans[last:-2] * 200 + scans[-2:])

def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
head = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 40, 30, 8, 0, 0, 0, 0))
rows, end = zlib.compress(b"\0" * 41 * 30), chunk(b"IEND", b"")
data = chunk(b"IDAT", rows)
open("crc.png", "wb").write(head + data[:-1] + bytes([data[-1] ^ 1]) + end)
open("cut.png", "wb").write(head + data)
open("short.png", "wb").write(head + chunk(b"IDAT", zlib.compress(b"\0" * 41 * 10)) + end)
END
