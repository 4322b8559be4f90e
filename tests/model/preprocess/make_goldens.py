#!/usr/bin/env python3
"""Writes goldens.bin.gz: bitmaps of many kinds and what mnist_preprocess.py makes of them.

Records: width u8, height u8, the bitmap's bits row by row (most significant first, padded at the end to a
byte), 1 and the 784 bytes of the glyph, or 0 when there is no ink. Needs NumPy; the same file every time.
"""
import gzip
import io
import pathlib

import numpy as np

from mnist_preprocess import mnist_preprocess

HERE = pathlib.Path(__file__).parent


def segment(bitmap, x0, y0, x1, y1, radius):
    rows, columns = np.indices(bitmap.shape)
    dx, dy = x1 - x0, y1 - y0
    t = np.clip(((columns - x0) * dx + (rows - y0) * dy) / max(1, dx * dx + dy * dy), 0, 1)
    bitmap |= (columns - x0 - t * dx) ** 2 + (rows - y0 - t * dy) ** 2 <= radius * radius


def strokes(rng, width, height):
    bitmap = np.zeros((height, width), bool)
    x, y = rng.integers(width), rng.integers(height)
    radius = rng.integers(1, max(2, max(width, height) // 14)) + rng.random()
    for _ in range(rng.integers(1, 7)):
        x1, y1 = rng.integers(width), rng.integers(height)
        segment(bitmap, int(x), int(y), int(x1), int(y1), radius)
        x, y = x1, y1
    return bitmap


def blob(rng, width, height):
    rows, columns = np.indices((height, width))
    return ((columns - rng.random() * width) / (1 + rng.random() * width / 2)) ** 2 + (
        (rows - rng.random() * height) / (1 + rng.random() * height / 2)) ** 2 <= 1


def noise(rng, width, height):
    return rng.random((height, width)) < rng.choice([0.003, 0.02, 0.5])


def special(width, height):
    yield np.zeros((height, width), bool)
    yield np.ones((height, width), bool)
    for y, x in [(0, 0), (height - 1, width - 1), (height // 2, width // 2)]:
        dot = np.zeros((height, width), bool)
        dot[y, x] = True
        yield dot
        line = np.zeros((height, width), bool)
        line[y] = True
        yield line
        column = np.zeros((height, width), bool)
        column[:, x] = True
        yield column
    yield np.eye(height, width, dtype=bool)
    frame = np.ones((height, width), bool)
    frame[1:-1, 1:-1] = False
    yield frame


def bitmaps():
    for width, height in [(1, 1), (1, 128), (128, 1), (9, 9), (10, 10), (11, 7), (19, 19), (20, 20), (21, 20), (28, 28), (50, 128), (128, 128)]:
        yield from special(width, height)
    rng = np.random.default_rng(2019)
    for _ in range(560):
        yield strokes(rng, 128, 128)
    for _ in range(160):
        yield strokes(rng, *(int(v) for v in rng.integers(3, 129, 2)))
    for _ in range(100):
        yield blob(rng, *(int(v) for v in rng.integers(1, 129, 2)))
    for _ in range(60):
        yield noise(rng, *(int(v) for v in rng.integers(1, 49, 2)))
    for _ in range(8):
        yield noise(rng, 128, 128)


def main():
    out = io.BytesIO()
    count = 0
    for bitmap in bitmaps():
        height, width = bitmap.shape
        out.write(bytes([width, height]) + np.packbits(bitmap).tobytes())
        glyph = mnist_preprocess(bitmap)
        out.write(b"\0" if glyph is None else b"\1" + glyph.tobytes())
        count += 1
    packed = gzip.compress(out.getvalue(), 9, mtime=0)
    (HERE / "goldens.bin.gz").write_bytes(packed)
    print(f"{count} bitmaps, {len(packed)} bytes")


if __name__ == "__main__":
    main()
