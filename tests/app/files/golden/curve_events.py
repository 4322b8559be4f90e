#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads TensorBoard event files with nothing but Python's library, and makes the golden one of tst_curve_export.

    curve_events.py                  writes curve_events.tfevents beside itself
    curve_events.py FILE             prints the file's events, a line each, or says what is wrong with it
"""
import struct
import sys


def crc32c(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc >> 1) ^ (0x82F63B78 if crc & 1 else 0)
    return crc ^ 0xFFFFFFFF


def masked(data):
    crc = crc32c(data)
    return (((crc >> 15) | (crc << 17)) + 0xA282EAD8) & 0xFFFFFFFF


def record(data):
    length = struct.pack("<Q", len(data))
    return length + struct.pack("<I", masked(length)) + data + struct.pack("<I", masked(data))


def records(data):
    at = 0
    while at < len(data):
        size, crc = struct.unpack_from("<QI", data, at)
        assert crc == masked(data[at:at + 8]), f"length at byte {at} is damaged"
        body = data[at + 12:at + 12 + size]
        assert struct.unpack_from("<I", data, at + 12 + size)[0] == masked(body), f"record at byte {at} is damaged"
        yield body
        at += 16 + size


def varint(value):
    out = b""
    while value >= 0x80:
        out, value = out + bytes([0x80 | (value & 0x7F)]), value >> 7
    return out + bytes([value])


def delimited(field, data):
    return varint(field << 3 | 2) + varint(len(data)) + data


def event(wall_time, step=0, version=None, scalars=()):
    out = b"\x09" + struct.pack("<d", wall_time)
    out += b"\x10" + varint(step) if step else b""
    out += delimited(3, version.encode()) if version else b""
    values = b"".join(
        delimited(1, delimited(1, tag.encode()) + b"\x15" + struct.pack("<f", value)) for tag, value in scalars)
    return out + (delimited(5, values) if scalars else b"")


def fields(data):
    """(number, value) of a protobuf message: int, float or bytes."""
    at = 0

    def read_varint():
        nonlocal at
        value = shift = 0
        while True:
            byte = data[at]
            at, value, shift = at + 1, value | (byte & 0x7F) << shift, shift + 7
            if byte < 0x80:
                return value

    while at < len(data):
        key = read_varint()
        if key & 7 == 0:
            yield key >> 3, read_varint()
            continue
        size = {1: 8, 5: 4}.get(key & 7) or read_varint()
        part = data[at:at + size]
        at += size
        yield key >> 3, struct.unpack({1: "<d", 5: "<f"}[key & 7], part)[0] if key & 7 != 2 else part


def describe(body):
    parts = dict(fields(body))
    scalars = [dict(fields(value)) for _, value in fields(parts.get(5, b""))]
    texts = [f"{scalar[1].decode()}={scalar[2]:.9g}" for scalar in scalars]
    return " ".join([repr(parts[1]), str(parts.get(2, 0)), parts.get(3, b"").decode()] + texts)


def golden():
    """Three steps with a validated evaluation after the second, as tst_curve_export makes them."""
    start = 1700000000.25
    yield event(start, version="brain.Event:2")
    for step in (1, 2, 300):
        yield event(start + step / 4, step, scalars=[
            ("loss/train", 2.5 / step), ("accuracy/train", 0.5), ("learning_rate", 0.001 * step),
            ("gradient_norm", float("nan") if step == 2 else 3.0), ("images_per_second", 20000.0),
            ("epoch", step / 2)])
        if step == 2:
            yield event(start + 0.625, step, scalars=[
                ("loss/test", 0.25), ("accuracy/test", 0.75), ("loss/validation", 0.375),
                ("accuracy/validation", 0.625)])


if __name__ == "__main__":
    if len(sys.argv) > 1:
        with open(sys.argv[1], "rb") as given:
            for found in records(given.read()):
                print(describe(found))
    else:
        with open(__file__.replace(".py", ".tfevents"), "wb") as out:
            out.write(b"".join(record(made) for made in golden()))
