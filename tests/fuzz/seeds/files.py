# SPDX-License-Identifier: GPL-3.0-or-later
"""IDX, gzip, NumPy's .npz and safetensors."""
import io
import json
import struct
import zipfile
import zlib


def packed(data, level=9, flags=0, extra=b"", crc=None, size=None, method=8, strategy=0):
    """A gzip member whose every field can lie."""
    deflate = zlib.compressobj(level, zlib.DEFLATED, -15, 9, strategy)
    body = deflate.compress(data) + deflate.flush()
    return member(body, data, flags, extra, crc, size, method)


def member(body, data, flags=0, extra=b"", crc=None, size=None, method=8):
    header = b"\x1f\x8b" + bytes([method, flags]) + b"\0\0\0\0\x02\xff" + extra
    if flags & 2:
        header += struct.pack("<H", zlib.crc32(header) & 0xFFFF)
    crc = zlib.crc32(data) if crc is None else crc
    return header + body + struct.pack("<II", crc, len(data) if size is None else size)


def labels(values, count=None, magic=0x801):
    return struct.pack(">II", magic, len(values) if count is None else count) + bytes(values)


def images(count, rows, columns, pixels=None, magic=0x803):
    if pixels is None:
        pixels = bytes(i * 37 % 256 for i in range(count * rows * columns))
    return struct.pack(">IIII", magic, count, rows, columns) + pixels


def idx():
    all_ones = 0xFFFFFFFF
    six = images(3, 2, 1)
    ten = labels(list(range(10)))
    seeds = {
        "ok-labels-1": labels([7]),
        "ok-labels-10": ten,
        "ok-labels-255": labels([255] * 3),
        "ok-images-1x1x1": images(1, 1, 1),
        "ok-images-3x2x1": six,
        "ok-images-1x28x28": images(1, 28, 28),
        "ok-images-28x28x1": images(28, 28, 1),
        "ok-images-2x1x300": images(2, 1, 300),
        "ok-images-gzip": packed(six),
        "ok-labels-gzip": packed(ten),
        "ok-labels-gzip-stored": packed(ten, level=0),
        "ok-labels-gzip-fixed": packed(ten, strategy=4),
        "ok-labels-gzip-named": packed(ten, flags=8, extra=b"labels\0"),
        "ok-labels-gzip-all-fields": packed(ten, flags=30, extra=b"\x03\0abcname\0words\0"),
        "ok-labels-gzip-two-members": packed(ten[:5]) + packed(ten[5:]),
        "ok-labels-gzip-member-a-byte": b"".join(packed(bytes([b])) for b in labels([1])),
        "ok-labels-gzip-empty-member": packed(ten[:9]) + packed(b"") + packed(ten[9:]),
        "ok-images-gzip-large": packed(images(20, 28, 28, b"\0" * 15680)),
        "no-empty": b"",
        "no-magic-0": labels([1], magic=0),
        "no-magic-802": labels([1], magic=0x802),
        "no-magic-804": images(1, 1, 1, magic=0x804) + b"\0\0\0\1",
        "no-magic-floats": labels([0, 0, 0, 0], count=1, magic=0xD01),
        "ok-magic-signed": labels([1], magic=0x901),
        "ok-labels-int": struct.pack(">IIiii", 0xC01, 3, 7, 0, 255),
        "ok-labels-int-rows": struct.pack(">IIIiiii", 0xC02, 2, 2, 7, -1, 0, 99999),
        "ok-labels-short": struct.pack(">IIh", 0xB01, 1, 7),
        "no-labels-int-256": struct.pack(">IIi", 0xC01, 1, 256),
        "no-labels-int-minus": struct.pack(">IIi", 0xC01, 1, -1),
        "no-labels-int-wide": struct.pack(">III", 0xC02, 1 << 27, 4),
        "no-magic-high-byte": labels([1], magic=0x1000801),
        "no-magic-little-endian": struct.pack("<II", 0x801, 1) + b"\1",
        "no-count-0": labels([]),
        "no-rows-0": images(1, 0, 1, b""),
        "no-columns-0": images(1, 1, 0, b""),
        "no-images-0": images(0, 28, 28, b""),
        "no-all-0": images(0, 0, 0, b""),
        "no-labels-missing": labels([1, 2], count=3),
        "no-labels-too-many": labels([1, 2, 3], count=2),
        "no-images-byte-missing": six[:-1],
        "no-images-byte-too-many": six + b"\0",
        "no-images-as-labels": labels([1, 2], magic=0x803),
        "no-count-2-32-1": labels([1], count=all_ones),
        "no-count-2-31": labels([1], count=1 << 31),
        "no-all-2-32-1": images(all_ones, all_ones, all_ones, b""),
        "no-product-2-30": images(1 << 20, 32, 32, b"\0"),
        "no-product-2-30-plus": images((1 << 20) + 1, 32, 32, b"\0"),
        "no-product-wraps-32": images(1 << 16, 1 << 8, 1 << 8, b""),
        "no-product-wraps-64": images(1 << 31, 1 << 31, 4, b""),
        "no-product-wraps-to-1": images(0xAAAAAAAB, 3, 1, b"\0"),
        "no-labels-2-30": labels([], count=1 << 30),
        "no-labels-2-30-plus": labels([], count=(1 << 30) + 1),
        "no-gzip-header-lies-2-30": packed(labels([1], count=1 << 30)),
        "no-gzip-header-lies-a-little": packed(labels([1] * 9, count=10)),
        "no-gzip-bomb": packed(labels([1, 2, 3]) + b"\0" * 500_000),
        "no-gzip-bomb-in-member": packed(labels([1, 2, 3])) + packed(b"\0" * 500_000),
        "no-gzip-in-gzip": packed(packed(ten)),
        "no-gzip-crc": packed(ten, crc=1),
        "no-gzip-size": packed(ten, size=1),
        "ok-gzip-trailing": packed(ten) + b"\0",
        "no-text": b"these are no labels\n",
        "no-png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    }
    for length in (1, 3, 4, 7, 8, 11, 12, 15, 16):
        seeds[f"no-images-cut-{length:02}"] = six[:length]
    whole = packed(ten)
    for length in (2, 9, 10, len(whole) - 8, len(whole) - 4, len(whole) - 1):
        seeds[f"no-gzip-cut-{length:02}"] = whole[:length]
    return seeds


def gzip():
    text = b"To be, or not to be, that is the question: whether 'tis nobler"
    whole = packed(text)
    seeds = {
        "ok-raw-empty": b"",
        "ok-raw-1f": b"\x1f",
        "ok-raw-1f8a": b"\x1f\x8a\x08",
        "ok-raw-text": text,
        "ok-raw-zlib": zlib.compress(text),
        "ok-raw-zip": b"PK\x03\x04" + b"\0" * 26,
        "ok-raw-zeros": b"\0" * 600,
        "ok-empty": packed(b""),
        "ok-one-byte": packed(b"a"),
        "ok-level-0": packed(text, 0),
        "ok-level-1": packed(text, 1),
        "ok-level-9": whole,
        "ok-huffman-only": packed(text, strategy=2),
        "ok-runs-only": packed(b"aaaaaaaaaabbbbbbbbb" * 9, strategy=3),
        "ok-fixed-tables": packed(text, strategy=4),
        "ok-flag-text": packed(text, flags=1),
        "ok-flag-sum": packed(text, flags=2),
        "ok-flag-extra": packed(text, flags=4, extra=b"\x05\0extra"),
        "ok-flag-extra-empty": packed(text, flags=4, extra=b"\0\0"),
        "ok-flag-name": packed(text, flags=8, extra=b"name.txt\0"),
        "ok-flag-name-long": packed(text, flags=8, extra=b"n" * 500 + b"\0"),
        "ok-flag-words": packed(text, flags=16, extra=b"some words\0"),
        "ok-flags-all": packed(text, flags=31, extra=b"\x02\0exname\0words\0"),
        "ok-two-members": packed(text) + packed(b"second"),
        "ok-ten-members": b"".join(packed(bytes([65 + i])) for i in range(10)),
        "ok-empty-members": packed(b"") * 5,
        "ok-empty-between": packed(b"a") + packed(b"") + packed(b"b"),
        "ok-members-of-all-levels": packed(text, 0) + packed(text, 1) + packed(text, 9, strategy=4),
        "ok-stored-blocks": member(b"\x00\x01\x00\xfe\xffa\x01\x01\x00\xfe\xffb", b"ab"),
        "ok-stored-block-empty": member(b"\x01\x00\x00\xff\xff", b""),
        "ok-far-back": packed(bytes(range(256)) * 3),
        "ok-zeros-200k": packed(b"\0" * 200_000),
        "no-method-7": packed(text, method=7),
        "no-method-0": packed(text, method=0),
        "no-flags-reserved": packed(text, flags=32),
        "no-flags-all-set": packed(text, flags=255),
        "no-flag-sum-wrong": packed(text, flags=2)[:10] + b"\0\0" + packed(text, flags=2)[12:],
        "no-flag-extra-beyond": packed(text, flags=4, extra=b"\xff\xff"),
        "no-flag-name-endless": b"\x1f\x8b\x08\x08\0\0\0\0\2\xff" + b"n" * 300,
        "no-crc": packed(text, crc=0),
        "no-crc-of-second": packed(text) + packed(text, crc=5),
        "no-size": packed(text, size=0),
        "no-size-plus-2-31": packed(text, size=len(text) | 1 << 31),
        "ok-trailing-zero": whole + b"\0",
        "ok-trailing-zeros": whole + b"\0" * 512,
        "no-trailing-zeros-and-more": whole + b"\0" * 512 + b"x",
        "no-trailing-1f": whole + b"\x1f",
        "no-trailing-magic": whole + b"\x1f\x8b",
        "no-trailing-text": whole + b"more",
        "no-trailing-member-cut": whole + whole[:20],
        "no-block-type-3": member(b"\x07", b""),
        "no-stored-lengths-differ": member(b"\x01\x01\x00\xff\xffa", b"a"),
        "no-stored-beyond": b"\x1f\x8b\x08\0\0\0\0\0\2\xff\x01\xff\xff\0\0abc",
        "no-distance-too-far": member(b"\x4b\x04\xe2\xff", b"a"),
        "no-tables-oversubscribed": member(b"\xfd\xff\xff\xff\xff\xff\xff\xff\xff", b""),
        "no-tables-incomplete": member(b"\x05\x00\x00\x00\x00\x00\x00\x00\x00\x00", b""),
        "no-deflate-bit": whole[:15] + bytes([whole[15] ^ 16]) + whole[16:],
        "no-zlib-inside": member(zlib.compress(text), text),
        "no-nothing-inside": member(b"", b""),
    }
    for length in (2, 3, 5, 9, 10, 11, 20, len(whole) - 9, len(whole) - 8, len(whole) - 5, len(whole) - 1):
        seeds[f"no-cut-{length:02}"] = whole[:length]
    return seeds


def weights(header, data=b"", size=None, pad=True):
    text = header if isinstance(header, bytes) else json.dumps(header, separators=(",", ":")).encode()
    if pad:
        text += b" " * (-len(text) % 8)
    return struct.pack("<Q", len(text) if size is None else size) + text + data


def tensor(shape, begin, end, dtype="F32"):
    return {"dtype": dtype, "shape": shape, "data_offsets": [begin, end]}


def safetensors():
    import hashlib

    f = lambda *values: struct.pack(f"<{len(values)}f", *values)
    one = tensor([1], 0, 4)
    pair = {"a": one, "b": tensor([2, 1], 4, 12)}
    three = f(1, -2.5, 3e38)
    signed = {"format": "pt", "data_sha256": hashlib.sha256(three).hexdigest()}
    whole = weights({"__metadata__": signed, **pair}, three)
    twice = b'{"a":{"dtype":"F32","shape":[0],"data_offsets":[0,0]},"a":{"dtype":"F32","shape":[0],"data_offsets":[0,0]}}'
    seeds = {
        "ok-nothing": weights({}),
        "ok-one": weights({"a": one}, f(1)),
        "ok-two": weights(pair, three),
        "ok-two-out-of-order": weights(dict(reversed(pair.items())), three),
        "ok-signed": whole,
        "ok-unpadded": weights({"a": one}, f(1), pad=False),
        "ok-blanks": weights(b' \t\n{ "a" : {"dtype":"F32" , "shape":[1],"data_offsets":[0,4]} } ', f(1)),
        "ok-scalar": weights({"a": tensor([], 0, 4)}, f(1)),
        "ok-rank-8": weights({"a": tensor([1] * 8, 0, 4)}, f(1)),
        "ok-empty-tensor": weights({"a": tensor([0], 0, 0)}),
        "ok-empty-tensors": weights({k: tensor([0, 7], 0, 0) for k in "cab"}),
        "ok-empty-between": weights({"a": one, "n": tensor([3, 0], 4, 4), "b": tensor([1], 4, 8)}, f(1, 2)),
        "ok-metadata-alone": weights({"__metadata__": {"seed": "7"}}),
        "ok-metadata-empty": weights({"__metadata__": {}, "a": one}, f(1)),
        "ok-name-unicode": weights(b'{"caf\xc3\xa9":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}', f(0)),
        "ok-name-escaped": weights({"\u00e9\n\"": one}, f(0)),
        "ok-name-empty": weights({"": one}, f(0)),
        "ok-name-long": weights({"n" * 800: one}, f(0)),
        "ok-values-denormal": weights({"a": one}, struct.pack("<I", 1)),
        "ok-values-minus-0": weights({"a": one}, struct.pack("<I", 1 << 31)),
        "ok-values-largest": weights({"a": one}, struct.pack("<I", 0x7F7FFFFF)),
        "no-empty": b"",
        "no-seven-bytes": b"\2\0\0\0\0\0\0",
        "no-eight-bytes": b"\2\0\0\0\0\0\0\0",
        "no-size-0": b"\0" * 8,
        "no-size-2-63": weights({}, size=1 << 63),
        "no-size-2-64-1": weights({}, size=(1 << 64) - 1),
        "no-size-wraps": weights({}, size=(1 << 64) - 8),
        "no-size-1-mib": weights({}, size=1 << 20),
        "no-size-1-mib-1": weights({}, size=(1 << 20) + 1),
        "no-size-a-byte-less": weights({"a": one}, f(1), size=60),
        "no-size-a-byte-more": weights({"a": one}, f(1), size=65),
        "no-json": weights(b"hello"),
        "no-json-list": weights(b"[1,2]"),
        "no-json-number": weights(b"1e999"),
        "no-json-null": weights(b"null"),
        "no-json-zero-byte": weights(b"{}\0\0"),
        "no-json-trailing": weights(b"{}{}"),
        "no-json-comma": weights(b'{"a":1,}'),
        "no-json-utf8": weights(b'{"\xff":1}'),
        "no-json-surrogate": weights(b'{"\\ud800":1}'),
        "no-json-deep-lists": weights(b"[" * 900),
        "no-json-deep-objects": weights(b'{"a":' * 200),
        "no-json-deep-in-metadata": weights(b'{"__metadata__":{"a":[[[[[[[[]]]]]]]]}}'),
        "no-json-number-long": weights(b'{"a":' + b"9" * 500 + b"}"),
        "no-twice": weights(twice),
        "no-twice-escaped": weights(twice.replace(b'"a"', b'"\\u0061"', 1)),
        "no-twice-inside": weights(b'{"a":{"dtype":"F32","dtype":"F32","shape":[0],"data_offsets":[0,0]}}'),
        "no-metadata-list": weights({"__metadata__": []}),
        "no-metadata-number": weights({"__metadata__": {"seed": 7}}),
        "no-metadata-null": weights({"__metadata__": {"seed": None}}),
        "no-hash": weights({"__metadata__": {"data_sha256": "00"}, "a": one}, f(1)),
        "no-hash-upper-case": weights({"__metadata__": {"data_sha256": signed["data_sha256"].upper()}, **pair}, three),
        "no-entry-number": weights({"a": 7}),
        "no-entry-empty": weights({"a": {}}),
        "no-entry-fourth": weights({"a": {**one, "x": 1}}, f(1)),
        "no-entry-without-shape": weights({"a": {"dtype": "F32", "data_offsets": [0, 4]}}, f(1)),
        "ok-type-f16": weights({"a": tensor([2], 0, 4, "F16")}, f(1)),
        "ok-type-bf16": weights({"module.a": tensor([2], 0, 4, "BF16")}, f(1)),
        "ok-type-f64": weights({"a": tensor([1], 0, 8, "F64")}, f(1, 1)),
        "no-type-f8": weights({"a": tensor([4], 0, 4, "F8_E4M3")}, f(1)),
        "no-type-number": weights({"a": tensor([1], 0, 4, 7)}, f(1)),
        "no-type-long": weights({"a": tensor([1], 0, 4, "F" * 700)}, f(1)),
        "no-shape-number": weights({"a": tensor(1, 0, 4)}, f(1)),
        "no-shape-negative": weights({"a": tensor([-1], 0, 4)}, f(1)),
        "no-shape-fraction": weights({"a": tensor([1.0], 0, 4)}, f(1)),
        "no-shape-text": weights({"a": tensor(["1"], 0, 4)}, f(1)),
        "no-shape-rank-9": weights({"a": tensor([1] * 9, 0, 4)}, f(1)),
        "no-shape-too-small": weights({"a": tensor([1], 0, 8)}, f(1, 2)),
        "no-shape-overflow": weights({"a": tensor([1 << 32, 1 << 32, 4], 0, 0)}),
        "no-shape-overflow-to-4": weights({"a": tensor([(1 << 62) + 1], 0, 4)}, f(1)),
        "no-shape-2-64": weights({"a": tensor([1 << 64], 0, 0)}),
        "no-shape-0-hides-overflow": weights({"a": tensor([0, (1 << 64) - 1], 0, 0)}),
        "no-shape-512-mib": weights({"a": tensor([1 << 27], 0, 1 << 29)}),
        "no-shape-512-mib-more": weights({"a": tensor([(1 << 27) + 1], 0, (1 << 29) + 4)}),
        "no-offsets-one": weights({"a": {**one, "data_offsets": [0]}}, f(1)),
        "no-offsets-three": weights({"a": {**one, "data_offsets": [0, 4, 4]}}, f(1)),
        "no-offsets-negative": weights({"a": tensor([1], -4, 0)}, f(1)),
        "no-offsets-backwards": weights({"a": tensor([1], 4, 0)}, f(1)),
        "no-offsets-beyond": weights({"a": tensor([2], 0, 8)}, f(1)),
        "no-offsets-2-64-1": weights({"a": tensor([1], (1 << 64) - 4, (1 << 64) - 1)}, f(1)),
        "no-offsets-gap-before": weights({"a": tensor([1], 4, 8)}, f(1, 2)),
        "no-offsets-gap-between": weights({"a": one, "b": tensor([1], 8, 12)}, f(1, 2, 3)),
        "no-offsets-gap-behind": weights({"a": one}, f(1, 2)),
        "no-offsets-overlap": weights({"a": tensor([2], 0, 8), "b": tensor([1], 4, 8)}, f(1, 2)),
        "no-offsets-shared": weights({"a": one, "b": one}, f(1)),
        "no-data": weights({"a": one}),
        "no-data-byte-missing": weights({"a": one}, f(1)[:3]),
        "no-data-byte-too-many": weights({"a": one}, f(1) + b"\0"),
        "no-value-nan": weights({"a": one}, struct.pack("<I", 0x7FC00000)),
        "no-value-infinity": weights({"a": one}, struct.pack("<I", 0x7F800000)),
        "no-value-minus-infinity": weights(pair, f(1, 2) + struct.pack("<I", 0xFF800000)),
        "no-pickle": b"\x80\x02}q\0.",
        "no-zip": b"PK\x03\x04" + b"\0" * 40,
    }
    for length in (8, 9, len(whole) // 2, len(whole) - 12, len(whole) - 1):
        seeds[f"no-cut-{length:03}"] = whole[:length]
    for bit in (3, 70, 300, 8 * len(whole) - 90, 8 * len(whole) - 1):
        flipped = bytearray(whole)
        flipped[bit // 8] ^= 1 << bit % 8
        seeds[f"no-flipped-{bit:04}"] = bytes(flipped)
    return seeds


def npy(kind, shape, data, order="False"):
    header = f"{{'descr': '{kind}', 'fortran_order': {order}, 'shape': {shape}, }}\n".encode()
    return b"\x93NUMPY\1\0" + struct.pack("<H", len(header)) + header + data


def npz():
    pixels = npy("|u1", "(1, 784)", bytes(784))
    label = npy("|u1", "(1,)", b"\7")
    names = ("x_train", "y_train", "x_test", "y_test")

    def archive(method=zipfile.ZIP_DEFLATED, **others):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as file:
            for name in names:
                content = others.get(name, pixels if name[0] == "x" else label)
                if content is not None:
                    file.writestr(zipfile.ZipInfo(name + ".npy"), content, method)
        return out.getvalue()

    whole = archive()
    at = whole.index(b"PK\1\2")
    changed = lambda offset, new: whole[:offset] + new + whole[offset + len(new):]
    seeds = {
        "ok-packed": whole,
        "ok-stored": archive(zipfile.ZIP_STORED),
        "ok-square": archive(x_train=npy("|u1", "(1, 28, 28)", bytes(784))),
        "ok-label-8-bytes": archive(y_test=npy("<i8", "(1, 1)", struct.pack("<q", 9))),
        "no-nothing": b"",
        "no-array": archive(y_test=None),
        "no-floats": archive(x_test=npy("<f4", "(1, 784)", bytes(3136))),
        "no-shape": archive(x_test=npy("|u1", "(1, 783)", bytes(783))),
        "no-shape-2-64": archive(x_test=npy("|u1", "(18446744073709551615, 784)", bytes(784))),
        "no-shape-open": archive(x_test=npy("|u1", "(1, 784", bytes(784))),
        "no-shape-text": archive(x_test=npy("|u1", "(a, b)", bytes(784))),
        "no-type-open": archive(x_test=npy("|u1, ", "(1, 784)", bytes(784)).replace(b"|u1, '", b"|u1, ")),
        "no-fortran": archive(x_test=npy("|u1", "(1, 784)", bytes(784), "True")),
        "no-header": archive(y_train=b"\x93NUMPY\1\0\xff\xff"),
        "no-label-minus": archive(y_train=npy("<i2", "(1,)", b"\xff\xff")),
        "no-labels-two": archive(y_train=npy("|u1", "(2,)", b"\1\2")),
        "no-method": changed(at + 10, b"\x0c\0"),
        "no-size": changed(at + 24, b"\xff\xff\xff\xff"),
        "no-packed": changed(at + 20, b"\xff\xff\xff\x7f"),
        "no-crc": changed(at + 16, b"\1\2\3\4"),
        "no-offset": changed(at + 42, b"\xff\xff\xff\xff"),
    }
    for length in (4, *range(9, len(whole), 23), len(whole) - 22, len(whole) - 1):
        seeds[f"no-cut-{length:03}"] = whole[:length]
    return seeds
