# SPDX-License-Identifier: GPL-3.0-or-later
"""PyTorch's files: zips, and pickles alone, which the harness puts into a zip with the storages 0 and 1."""
import io
import struct
import zipfile

FLOATS = struct.pack("<4f", 1, 2, 3, 4)


def text(value):
    value = value.encode() if isinstance(value, str) else value
    return b"X" + struct.pack("<I", len(value)) + value


def number(value):
    return b"J" + struct.pack("<i", value)


def many(*items):
    return b"(" + b"".join(items) + b"t"


def dictionary(*items):
    return b"}(" + b"".join(items) + b"u"


def name(module, of):
    return f"c{module}\n{of}\n".encode()


def call(module, of, *arguments):
    return name(module, of) + many(*arguments) + b"R"


def storage(count=4, key="0", kind="FloatStorage", where="cpu"):
    return many(text("storage"), name("torch", kind), text(key), text(where), number(count)) + b"Q"


def tensor(of=None, offset=0, shape=(4,), strides=(1,), behind=b"\x89}", function="_rebuild_tensor_v2"):
    numbers = lambda values: many(*(number(v) for v in values))
    return call("torch._utils", function, storage() if of is None else of, number(offset), numbers(shape),
                numbers(strides), behind)


def pickle(opcodes, protocol=2):
    return b"\x80" + bytes([protocol]) + opcodes + b"."


def one(value):
    return pickle(dictionary(text("a"), value))


def pickles():
    good = one(tensor())
    evil = lambda module, of: pickle(call(module, of, text("true")))
    ordered = call("collections", "OrderedDict")
    seeds = {
        "ok-one": good,
        "ok-two": pickle(dictionary(text("a"), tensor(), text("b"), tensor(shape=(2, 1), strides=(1, 1)))),
        "ok-ordered": pickle(ordered + b"(" + text("a") + tensor() + b"u"),
        "ok-ordered-state": pickle(ordered + b"(" + text("a") + tensor() + b"u" + b"}(" + text("_metadata") + b"}ub"),
        "ok-remembered": pickle(b"}q\0(" + text("a") + b"q\1" + tensor() + b"q\2" + text("b") + b"h\2u"),
        "ok-remembered-far": pickle(b"}r\xff\0\0\0(" + text("a") + tensor() + b"u0"[:1]),
        "ok-set-item": pickle(b"}" + text("a") + tensor() + b"s"),
        "ok-wrapped": pickle(dictionary(text("epoch"), b"K\5", text("state_dict"), dictionary(text("a"), tensor()))),
        "ok-wrapped-model": pickle(dictionary(text("model_state_dict"), dictionary(text("a"), tensor()), text("loss"),
                                              b"G" + struct.pack(">d", 0.5))),
        "ok-below-any-key": pickle(dictionary(text("net"), dictionary(text("a"), tensor()), text("epoch"), b"K\3")),
        "ok-below-two-keys": pickle(dictionary(text("x"), dictionary(text("y"), dictionary(text("a"), tensor())))),
        "ok-in-a-list": pickle(b"](" + dictionary(text("a"), tensor()) + b"K\1e"),
        "ok-scalar-beside": pickle(dictionary(text("a"), tensor(), text("best"), call("numpy.core.multiarray", "scalar", text("f8")))),
        "ok-namespace-beside": pickle(dictionary(text("a"), tensor(), text("args"), name("argparse", "Namespace") + b")\x81" + dictionary(text("lr"), b"K\1") + b"b")),
        "ok-default-dictionary": pickle(call("collections", "defaultdict", name("builtins", "list")) + text("a") + tensor() + b"s"),
        "ok-number-beside": pickle(dictionary(text("a"), tensor(), text("epoch"), b"K\3")),
        "ok-system-beside": pickle(dictionary(text("a"), tensor(), text("b"), call("os", "system", text("true")))),
        "ok-averaged": pickle(dictionary(text("module.a"), tensor(), text("n_averaged"), tensor(shape=(), strides=()))),
        "ok-protocol-4": pickle(b"\x95" + struct.pack("<Q", 4) + b"}\x94\x8c\1a\x94" + tensor() + b"s", 4),
        "ok-with-state": one(call("torch._utils", "_rebuild_parameter_with_state", tensor(), b"\x88", b"}", b"}")),
        "ok-of-a-type": one(call("torch._tensor", "_rebuild_from_type_v2", name("torch._utils", "_rebuild_tensor_v2"), name("torch", "Tensor"), many(storage(), number(0), many(number(4)), many(number(1)), b"\x89}"), b"}")),
        "no-module": pickle(name("a", "Net") + b")\x81" + dictionary(text("_modules"), b"}") + b"b"),
        "no-module-below-a-key": pickle(dictionary(text("m"), name("a", "Net") + b")\x81" + dictionary(text("_modules"), b"}") + b"b")),
        "no-two-that-fit": pickle(dictionary(text("m"), dictionary(text("a"), tensor()), text("n"), dictionary(text("b"), tensor()))),
        "no-single-tensor": pickle(tensor()),
        "ok-prefixed": pickle(dictionary(text("module.a"), tensor())),
        "ok-prefixed-twice": pickle(dictionary(text("_orig_mod.module.a"), tensor())),
        "ok-prefix-alone": pickle(dictionary(text("module."), tensor())),
        "ok-parameter": one(call("torch._utils", "_rebuild_parameter", tensor(), b"\x88", b"}")),
        "ok-strides": one(tensor(shape=(2, 2), strides=(1, 2))),
        "ok-offset": one(tensor(offset=3, shape=(1,))),
        "ok-scalar": one(tensor(shape=(), strides=())),
        "ok-empty": one(tensor(shape=(0, 9), strides=(9, 1))),
        "ok-expanded": one(tensor(shape=(4,), strides=(0,))),
        "ok-rank-8": one(tensor(shape=(1,) * 8, strides=(1,) * 8)),
        "ok-seven-arguments": one(tensor(behind=b"\x89}N")),
        "ok-double": one(tensor(storage(2, kind="DoubleStorage"), shape=(2,))),
        "ok-bytes": one(tensor(storage(4, "1", "ByteStorage"))),
        "ok-bool": one(tensor(storage(4, "1", "BoolStorage"))),
        "ok-half": one(tensor(storage(2, "1", "HalfStorage"), shape=(2,))),
        "ok-bfloat16": one(tensor(storage(2, "1", "BFloat16Storage"), shape=(2,))),
        "ok-long": one(tensor(storage(2, kind="LongStorage"), shape=(2,))),
        "ok-long1-count": one(tensor(many(text("storage"), name("torch", "FloatStorage"), text("0"), text("cpu"), b"\x8a\1\4") + b"Q")),
        "ok-on-a-card": one(tensor(storage(where="cuda:0"))),
        "no-nothing": b"",
        "no-protocol-4": pickle(dictionary(), 4),
        "no-protocol-0": b"(dp0\n.",
        "no-stop": good[:-1],
        "no-behind-the-stop": good + b".",
        "no-empty-dictionary": pickle(b"}"),
        "no-list": pickle(b"]"),
        "no-two-values": pickle(b"}}"),
        "no-os-system": evil("os", "system"),
        "no-posix-system": evil("posix", "system"),
        "no-builtins-eval": evil("builtins", "eval"),
        "no-subprocess": evil("subprocess", "Popen"),
        "no-torch-load": evil("torch", "load"),
        "no-numpy": evil("numpy.core.multiarray", "_reconstruct"),
        "no-getattr": pickle(name("builtins", "getattr") + many(name("torch", "FloatStorage"), text("__class__")) + b"R"),
        "no-global-long": pickle(b"c" + b"m" * 300 + b"\nn\n"),
        "no-global-cut": b"\x80\2ctorch\nFloatSto",
        "no-global-control": evil("os\x1b[31m", "\x07\x7f"),
        "no-stack-global": pickle(text("os") + text("system") + b"\x93"),
        "no-inst": pickle(b"(S'true'\nios\nsystem\n"),
        "no-obj": pickle(b"(" + name("os", "system") + text("true") + b"o"),
        "no-newobj": pickle(name("collections", "OrderedDict") + b")\x81"),
        "no-extension": pickle(b"\x82\1"),
        "no-frame": pickle(b"\x95" + b"\0" * 8),
        "no-build-of-a-call": one(tensor() + b"}b"),
        "no-call-of-text": pickle(text("a") + b")R"),
        "no-call-of-a-type": pickle(call("torch", "FloatStorage", number(1 << 30))),
        "no-ordered-with-arguments": pickle(call("collections", "OrderedDict", b"]")),
        "no-stack-empty": pickle(b"R"),
        "no-below-the-mark": pickle(b"}(s"),
        "no-mark-missing": pickle(b"t"),
        "no-marks-65": pickle(b"(" * 65),
        "no-recall": pickle(b"h\7"),
        "no-remember-200000": pickle(b"}r" + struct.pack("<I", 200_000)),
        "no-remember-2-32-1": pickle(b"}r\xff\xff\xff\xff"),
        "no-text-beyond": b"\x80\2X\xff\xff\xff\xffabc.",
        "no-long-9-bytes": pickle(b"\x8a\x09" + b"\1" * 9),
        "no-half-a-pair": pickle(b"}(" + text("a") + b"u"),
        "no-key-number": pickle(dictionary(b"K\1", tensor())),
        "no-key-twice": pickle(dictionary(text("a"), tensor(), text("a"), tensor())),
        "no-key-empty": pickle(dictionary(text(""), tensor())),
        "no-key-257": pickle(dictionary(text("k" * 257), tensor())),
        "no-key-control": pickle(dictionary(text("a\n\x1b"), tensor())),
        "no-value-number": one(b"K\1"),
        "no-value-itself": pickle(b"}q\0" + text("a") + b"h\0s"),
        "no-parameter-of-itself": one(call("torch._utils", "_rebuild_parameter", call("torch._utils", "_rebuild_parameter", tensor(), b"\x88", b"}"), b"\x88", b"}")),
        "no-hooks": one(tensor(behind=b"\x89" + dictionary(text("h"), b"N"))),
        "no-five-arguments": one(tensor(behind=b"\x89")),
        "no-storage-missing": one(tensor(storage(key="9"))),
        "no-storage-path": one(tensor(storage(key="../data.pkl"))),
        "no-storage-key-long": one(tensor(storage(key="k" * 900))),
        "no-storage-key-control": one(tensor(storage(key="\n\x1b[31m"))),
        "no-storage-key-latin-1": one(tensor(many(text("storage"), name("torch", "FloatStorage"), text(b"\xe9\xff"), text("cpu"), number(4)) + b"Q")),
        "no-storage-count": one(tensor(storage(5))),
        "no-storage-count-minus": one(tensor(storage(-1))),
        "no-storage-odd-bytes": one(tensor(storage(0, "1", "DoubleStorage"), shape=(0,))),
        "no-storage-type": one(tensor(storage(kind="ComplexFloatStorage"))),
        "no-storage-id-text": one(tensor(text("0") + b"Q")),
        "no-offset-minus": one(tensor(offset=-1, shape=(1,))),
        "no-offset-beyond": one(tensor(offset=4, shape=(1,))),
        "no-shape-beyond": one(tensor(shape=(5,))),
        "no-shape-minus": one(tensor(shape=(-1,))),
        "no-shape-overflow": one(tensor(shape=(1 << 29, 1 << 29, 1 << 29), strides=(0, 0, 0))),
        "no-shape-rank-9": one(tensor(shape=(1,) * 9, strides=(1,) * 9)),
        "no-strides-beyond": one(tensor(shape=(2,), strides=(4,))),
        "no-strides-fewer": one(tensor(shape=(2, 2), strides=(1,))),
        "no-strides-2-29": one(tensor(shape=(2, 2), strides=(1 << 29, 1 << 29))),
        "no-shared-too-often": pickle(b"}(" + text("t") + tensor() + b"q\2" + b"".join(text(str(i)) + b"h\2" for i in range(400)) + b"u"),
        "no-function": one(tensor(function="_rebuild_qtensor")),
    }
    return seeds


def zipped(*entries, compression=zipfile.ZIP_STORED, comment=b""):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as file:
        for path, content in entries:
            file.writestr(zipfile.ZipInfo(path), content, compression)
        file.comment = comment
    return out.getvalue()


def zips():
    data = one(tensor())
    parts = [("a/data.pkl", data), ("a/data/0", FLOATS)]
    whole = zipped(*parts)
    at = whole.index(b"PK\1\2")
    changed = lambda offset, new: whole[:offset] + new + whole[offset + len(new):]
    more = lambda *entries: zipped(*parts, *entries)
    seeds = {
        "ok-zip": whole,
        "ok-zip-version": more(("a/version", b"3\n"), ("a/byteorder", b"little")),
        "ok-zip-metadata": more(("a/extra/glyphscope.json", b'{"seed":"7"}')),
        "ok-zip-metadata-nested": more(("a/extra/glyphscope.json", b'{"a":"b","c":[[1]]}'.replace(b',"c":[[1]]', b""))),
        "ok-zip-root-long": zipped(*((p.replace("a/", "r" * 200 + "/", 1), c) for p, c in parts)),
        "ok-zip-root-unicode": zipped(*((p.replace("a/", "\u043c/", 1), c) for p, c in parts)),
        "ok-zip-empty-entry": more(("a/empty", b"")),
        "no-zip-signature": b"PK\3\4",
        "no-zip-empty": b"PK\5\6" + b"\0" * 18,
        "no-zip-deflated": zipped(*parts, compression=zipfile.ZIP_DEFLATED),
        "no-zip-bomb": zipped(("a/data.pkl", data), ("a/data/0", b"\0" * 900_000), compression=zipfile.ZIP_DEFLATED),
        "no-zip-comment": zipped(*parts, comment=b"words"),
        "no-zip-trailing": whole + b"\0",
        "no-zip-leading": b"P" + whole,
        "no-zip-other-root": zipped(("a/data.pkl", data), ("b/data/0", FLOATS)),
        "no-zip-without-root": zipped(("data.pkl", data), ("data/0", FLOATS)),
        "no-zip-without-pickle": zipped(("a/data/0", FLOATS)),
        "no-zip-torchscript": more(("a/constants.pkl", b"\x80\2).")),
        "no-zip-big-endian": more(("a/byteorder", b"big")),
        "no-zip-metadata-list": more(("a/extra/glyphscope.json", b"[]")),
        "no-zip-metadata-number": more(("a/extra/glyphscope.json", b'{"seed":7}')),
        "no-zip-metadata-long-key": more(("a/extra/glyphscope.json", b'{"' + b"k" * 900 + b'":7}')),
        "no-zip-metadata-control": more(("a/extra/glyphscope.json", b'{"\\u001b\\n":7}')),
        "no-zip-metadata-deep": more(("a/extra/glyphscope.json", b'{"a":' * 200)),
        "no-zip-name-control": more(("a/\x1b[31m", b"")),
        "no-zip-name-513": more(("a/" + "n" * 511, b"")),
        "no-zip-local-crc": changed(14, b"\1\2\3\4"),
        "no-zip-both-crcs": changed(14, b"\1\2\3\4")[:at + 16] + b"\1\2\3\4" + whole[at + 20:],
        "no-zip-content": changed(60, b"!"),
        "no-zip-local-size": changed(22, b"\0\0\0\1"),
        "no-zip-directory-size": changed(at + 24, b"\xff\xff\xff\xff"),
        "no-zip-directory-packed": changed(at + 20, b"\xff\xff\xff\xff"),
        "no-zip-offset": changed(at + 42, b"\xff\xff\xff\x7f"),
        "no-zip-offset-1": changed(at + 42, b"\1\0\0\0"),
        "no-zip-encrypted": changed(at + 8, b"\1"),
        "no-zip-flags": changed(at + 8, b"\x40"),
        "no-zip-disk": changed(at + 34, b"\1"),
        "no-zip-name-length": changed(26, b"\xff\xff"),
        "no-zip-directory-name-length": changed(at + 28, b"\xff\xff"),
        "no-zip-count": changed(len(whole) - 14, b"\3\0\3\0"),
        "no-zip-count-8193": changed(len(whole) - 14, b"\1\x20\1\x20"),
        "no-zip-count-0": changed(len(whole) - 14, b"\0\0\0\0"),
        "no-zip-directory-begin": changed(len(whole) - 6, b"\xff\xff\xff\xff"),
        "no-zip-directory-length": changed(len(whole) - 10, b"\xff\xff\xff\xff"),
    }
    twice = bytearray(zipped(("a/data.pkl", data), ("a/data.pkm", data), ("a/data/0", FLOATS)))
    seeds["no-zip-twice"] = bytes(twice.replace(b"data.pkm", b"data.pkl"))
    for value, what in ((0x7FC00000, "nan"), (0x7F800000, "infinity")):
        seeds[f"no-zip-{what}"] = zipped(parts[0], ("a/data/0", struct.pack("<4I", 0, 0, value, 0)))
    for length in (10, len(whole) // 2, len(whole) - 22, len(whole) - 1):
        seeds[f"no-zip-cut-{length:03}"] = whole[:length]
    return seeds


def pt():
    return {**pickles(), **zips()}
