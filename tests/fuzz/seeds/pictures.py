# SPDX-License-Identifier: GPL-3.0-or-later
"""PNG and BMP made here; JPEG and WebP of a few pixels as Qt 6.4 wrote them."""
import base64
import struct
import zlib


def chunk(kind, data=b"", length=None, crc=None):
    crc = zlib.crc32(kind + data) if crc is None else crc
    return struct.pack(">I", len(data) if length is None else length) + kind + data + struct.pack(">I", crc)


def ihdr(width, height, depth=8, colour=0, method=0, filtering=0, interlace=0):
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, method, filtering, interlace))


def idat(raw):
    return chunk(b"IDAT", zlib.compress(raw, 9))


END = chunk(b"IEND")
SIGNATURE = b"\x89PNG\r\n\x1a\n"


def png(*chunks):
    return SIGNATURE + b"".join(chunks) + END


def rows(width_bytes, height, filters=(0,)):
    return b"".join(bytes([filters[y % len(filters)]]) + bytes((x * 40 + y * 25) % 256 for x in range(width_bytes))
                    for y in range(height))


def bmp(width, height, bits, pixels, compression=0, palette=b"", offset=None, size=40, planes=1):
    header = struct.pack("<IiiHHIIiiII", size, width, height, planes, bits, compression, len(pixels), 2835, 2835,
                         len(palette) // 4, 0)
    start = 14 + len(header) + len(palette) if offset is None else offset
    return b"BM" + struct.pack("<IHHI", start + len(pixels), 0, 0, start) + header + palette + pixels


def pngs():
    grey = ihdr(4, 3)
    good = png(grey, idat(rows(4, 3)))
    palette = chunk(b"PLTE", bytes(range(12)))
    text = zlib.compress(b"w" * 200_000, 9)
    orientation = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"
    seeds = {
        "ok-png-grey": good,
        "ok-png-grey-1-bit": png(ihdr(9, 3, 1), idat(rows(2, 3))),
        "ok-png-grey-2-bits": png(ihdr(4, 3, 2), idat(rows(1, 3))),
        "ok-png-grey-16-bits": png(ihdr(4, 3, 16), idat(rows(8, 3))),
        "ok-png-colour": png(ihdr(4, 3, 8, 2), idat(rows(12, 3))),
        "ok-png-colour-16-bits": png(ihdr(4, 3, 16, 2), idat(rows(24, 3))),
        "ok-png-palette": png(ihdr(4, 3, 2, 3), palette, idat(rows(1, 3))),
        "ok-png-palette-clear": png(ihdr(4, 3, 2, 3), palette, chunk(b"tRNS", b"\0\x80"), idat(rows(1, 3))),
        "ok-png-grey-clear": png(ihdr(4, 3, 8, 4), idat(rows(8, 3))),
        "ok-png-colour-clear": png(ihdr(4, 3, 8, 6), idat(rows(16, 3))),
        "ok-png-grey-key": png(grey, chunk(b"tRNS", b"\0\x28"), idat(rows(4, 3))),
        "ok-png-filters": png(ihdr(4, 5), idat(rows(4, 5, (0, 1, 2, 3, 4)))),
        "ok-png-interlaced": png(ihdr(1, 1, interlace=1), idat(b"\0\x80")),
        "ok-png-1x1": png(ihdr(1, 1), idat(b"\0\0")),
        "ok-png-28x28": png(ihdr(28, 28), idat(rows(28, 28))),
        "ok-png-600x2": png(ihdr(600, 2, 1), idat(rows(75, 2))),
        "ok-png-two-idat": png(grey, chunk(b"IDAT", zlib.compress(rows(4, 3))[:9]), chunk(b"IDAT", zlib.compress(rows(4, 3))[9:])),
        "ok-png-gamma": png(grey, chunk(b"gAMA", struct.pack(">I", 45455)), idat(rows(4, 3))),
        "ok-png-dpi": png(grey, chunk(b"pHYs", struct.pack(">IIB", 2835, 2835, 1)), idat(rows(4, 3))),
        "ok-png-text": png(grey, chunk(b"tEXt", b"Title\0seven"), idat(rows(4, 3))),
        "ok-png-text-packed": png(grey, chunk(b"zTXt", b"Title\0\0" + text), idat(rows(4, 3))),
        "ok-png-text-international": png(grey, chunk(b"iTXt", b"Title\0\1\0en\0T\0" + text), idat(rows(4, 3))),
        "ok-png-turned": png(grey, chunk(b"eXIf", orientation), idat(rows(4, 3))),
        "ok-png-unknown-chunk": png(grey, chunk(b"juNk", b"anything"), idat(rows(4, 3))),
        "no-png-without-end": SIGNATURE + grey + idat(rows(4, 3)),
        "no-png-signature": SIGNATURE,
        "no-png-header-cut": good[:20],
        "no-png-data-cut": good[:45],
        "no-png-header-sum": SIGNATURE + chunk(b"IHDR", struct.pack(">IIBBBBB", 4, 3, 8, 0, 0, 0, 0), crc=1) + idat(rows(4, 3)) + END,
        "no-png-data-sum": png(grey, chunk(b"IDAT", zlib.compress(rows(4, 3)), crc=1)),
        "no-png-without-data": png(grey),
        "no-png-without-palette": png(ihdr(4, 3, 2, 3), idat(rows(1, 3))),
        "no-png-0x3": png(ihdr(0, 3), idat(b"")),
        "no-png-4x0": png(ihdr(4, 0), idat(b"")),
        "no-png-depth-3": png(ihdr(4, 3, 3), idat(rows(2, 3))),
        "no-png-colour-5": png(ihdr(4, 3, 8, 5), idat(rows(4, 3))),
        "no-png-method-1": png(ihdr(4, 3, 8, 0, 1), idat(rows(4, 3))),
        "no-png-filter-9": png(grey, idat(rows(4, 3, (9,)))),
        "no-png-8193x1": png(ihdr(8193, 1, 1), idat(rows(1025, 1))),
        "no-png-1x8193": png(ihdr(1, 8193, 1), idat(b"\0")),
        "no-png-40000x40000": png(ihdr(40000, 40000), idat(b"\0" * 999)),
        "no-png-2-31": png(ihdr(0x7FFFFFFF, 0x7FFFFFFF), idat(b"\0")),
        "no-png-2-32": png(ihdr(0xFFFFFFFF, 0xFFFFFFFF), idat(b"\0")),
        "no-png-chunk-length": SIGNATURE + chunk(b"IHDR", bytes(13), length=0xFFFFFFFF),
        "no-png-not-deflated": png(grey, chunk(b"IDAT", b"no deflate at all")),
    }
    return seeds


def bmps():
    grey = b"".join(struct.pack("<I", i * 0x111111 * 5) for i in range(4))
    line = bytes(range(0, 120, 10))
    whole = bmp(4, 3, 24, line * 3)
    return {
        "ok-bmp-24": whole,
        "ok-bmp-24-top-down": bmp(4, -3, 24, line * 3),
        "ok-bmp-32": bmp(3, 2, 32, line * 2),
        "ok-bmp-16": bmp(2, 2, 16, b"\x1f\x7c\xe0\x03" * 2),
        "ok-bmp-8": bmp(4, 2, 8, b"\0\1\2\3" * 2, palette=grey),
        "ok-bmp-4": bmp(2, 2, 4, b"\x01\0\0\0\x23\0\0\0", palette=grey),
        "ok-bmp-1": bmp(8, 2, 1, b"\xaa\0\0\0\x55\0\0\0", palette=grey[:8]),
        "ok-bmp-runs-8": bmp(4, 2, 8, b"\4\1\0\0\4\2\0\1", 1, grey),
        "ok-bmp-runs-4": bmp(4, 2, 4, b"\4\x12\0\0\4\x21\0\1", 2, grey),
        "no-bmp-signature": b"BM",
        "no-bmp-text": b"BMW is no bitmap",
        "no-bmp-header-cut": whole[:30],
        "no-bmp-0x0": bmp(0, 0, 24, b""),
        "no-bmp-negative-width": bmp(-4, 3, 24, line * 3),
        "no-bmp-2-31": bmp(4, -(1 << 31), 24, line),
        "no-bmp-huge": bmp(0x7FFFFFFF, 0x7FFFFFFF, 32, line),
        "no-bmp-9000x1": bmp(9000, 1, 1, line, palette=grey[:8]),
        "no-bmp-bits-7": bmp(4, 3, 7, line * 3),
        "no-bmp-bits-0": bmp(4, 3, 0, line * 3),
        "no-bmp-compression-9": bmp(4, 3, 8, line, 9, grey),
        "no-bmp-header-size-3": bmp(4, 3, 24, line * 3, size=3),
        "no-bmp-header-size-2-31": bmp(4, 3, 24, line * 3, size=1 << 31),
    }


JPEG_GREY = base64.b64decode(
    "/9j/4AAQSkZJRgABAQEAZABkAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19i"
    "Z2hnPk1xeXBkeFxlZ2P/wAALCAAIAAgBAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUF"
    "BAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVW"
    "V1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi"
    "4+Tl5ufo6erx8vP09fb3+Pn6/9oACAEBAAA/AOrksca7bur3nktHLI/+kS7N4aPbxuwOC3y9DzxxX//Z")
JPEG_PROGRESSIVE = base64.b64decode(
    "/9j/4AAQSkZJRgABAQEAZABkAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19i"
    "Z2hnPk1xeXBkeFxlZ2P/wgALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAABf/aAAgBAQAAAAFX/8QAFhAAAwAAAAAAAAAA"
    "AAAAAAAAAQIj/9oACAEBAAEFAil//8QAGRAAAgMBAAAAAAAAAAAAAAAAAREAAjJh/9oACAEBAAY/Aq7SJ0eT/8QAGhAAAgIDAAAA"
    "AAAAAAAAAAAAAREAITFBcf/aAAgBAQABPyG0BaRgbTfan//aAAgBAQAAABD/AP/EABkQAAIDAQAAAAAAAAAAAAAAAAEhABFRMf/a"
    "AAgBAQABPxCjKhX4ECOBaU//2Q==")
JPEG_TURNED = base64.b64decode(
    "/9j/4AAQSkZJRgABAQEAZABkAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19i"
    "Z2hnPk1xeXBkeFxlZ2P/wAALCAAIAAgBAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUF"
    "BAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVW"
    "V1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi"
    "4+Tl5ufo6erx8vP09fb3+Pn6/9oACAEBAAA/AOrv5NUJVUtoVh+0xfvIrhjJs8xc/LsHbrzwM9a//9k=")
WEBP_LOSSY = base64.b64decode(
    "UklGRk4AAABXRUJQVlA4IEIAAACQAQCdASoIAAgAAsBMJaQAAtz47zAA/vQMn/o0TdleV5KzhfP0Xj0OKpz77o2V4jr0Y+5L2BZR"
    "OlqIyGUf4sAAAAA=")
WEBP_LOSSLESS = base64.b64decode(
    "UklGRjoAAABXRUJQVlA4TC4AAAAvB8ABABcgEEiS2B91DYFAksT+qAsEkiT2R33+A38VEASCSJ7EZovOENH/YJUD")
WEBP_CLEAR = base64.b64decode(
    "UklGRk4AAABXRUJQVlA4WAoAAAAQAAAABAAAAgAAQUxQSBAAAAAQPDw8PDw8PP88PDw8PDw8VlA4IBgAAAAwAQCdASoFAAMAAsBM"
    "JaQAA3AA/vgfgAA=")


def with_size(jpeg, width, height):
    """The frame header tells another size."""
    at = next(i for i in range(2, len(jpeg)) if jpeg[i] == 0xFF and jpeg[i + 1] in (0xC0, 0xC2))
    return jpeg[:at + 5] + struct.pack(">HH", height, width) + jpeg[at + 9:]


def others():
    return {
        "ok-jpeg-grey": JPEG_GREY,
        "ok-jpeg-progressive": JPEG_PROGRESSIVE,
        "ok-jpeg-turned": JPEG_TURNED,
        "no-jpeg-start": JPEG_GREY[:4],
        "no-jpeg-header-cut": JPEG_GREY[:100],
        "no-jpeg-9000x8": with_size(JPEG_GREY, 9000, 8),
        "no-jpeg-65535x65535": with_size(JPEG_GREY, 65535, 65535),
        "no-jpeg-0x0": with_size(JPEG_GREY, 0, 0),
        "no-jpeg-markers": b"\xff\xd8\xff" + b"\xff\xe0\0\2" * 100,
        "ok-webp-lossy": WEBP_LOSSY,
        "ok-webp-lossless": WEBP_LOSSLESS,
        "ok-webp-clear": WEBP_CLEAR,
        "no-webp-header": WEBP_LOSSY[:16],
        "no-webp-cut": WEBP_LOSSLESS[:40],
        "no-webp-size": WEBP_LOSSY[:26] + b"\xff\x3f\xff\x3f" + WEBP_LOSSY[30:],
        "no-webp-canvas": WEBP_CLEAR[:24] + b"\xff\xff\xff\xff\xff\xff" + WEBP_CLEAR[30:],
        "no-webp-riff-size": WEBP_LOSSY[:4] + b"\xff\xff\xff\xff" + WEBP_LOSSY[8:20],
        "no-gif": b"GIF89a\1\0\1\0\0\0\0;",
        "no-svg": b'<svg xmlns="http://www.w3.org/2000/svg"/>',
        "no-empty": b"",
    }


def pictures():
    return {**pngs(), **bmps(), **others()}
