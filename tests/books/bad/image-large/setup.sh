# A whole PNG of 200 megapixels in a few hundred kilobytes, a JPEG whose header promises 65,000 by 65,000, and a thread.
command -v python3 >/dev/null || exit 77
mkdir -p manuscript/images
cd manuscript/images
python3 - <<'END'
import struct, zlib
def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
row, pack = b"\0" * 20001, zlib.compressobj(1)
data = b"".join(pack.compress(row) for _ in range(10000)) + pack.flush()
open("bomb.png", "wb").write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 20000, 10000, 8, 0, 0, 0, 0)) +
                             chunk(b"IDAT", data) + chunk(b"IEND", b""))
open("wide.jpg", "wb").write(b"\xff\xd8\xff\xc0\0\x11\x08" + struct.pack(">HH", 65000, 65000) +
                             b"\x03\x01\x11\0\x02\x11\0\x03\x11\0\xff\xd9")
head = struct.pack(">IIBBBBB", 40000, 1, 8, 0, 0, 0, 0)
open("thread.png", "wb").write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 40001)) +
                               chunk(b"IEND", b""))
END
