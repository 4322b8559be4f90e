# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings, and the files of a run (the first byte says which)."""
import base64
import json
import struct

from .files import tensor, weights


def text(value):
    return json.dumps(value, separators=(",", ":")).encode()


def hook(**changes):
    plain = {"kind": "forward", "module": "conv1", "action": "scale", "channel": -1, "amount": 2, "limit": 0, "seed": "7",
             "enabled": True, "predicting": True, "training": False}
    return {**plain, **changes}


def donor(shape, values, **changes):
    data = base64.b64encode(struct.pack(f"<{len(values)}f", *values)).decode()
    return {"name": "conv1", "kind": "Conv2d", "shape": shape, "values": data, **changes}


def one(**fields):
    return text(fields)


def history(versions, position=0):
    return text({"format": "glyphscope-weights-history-1", "position": position, "versions": versions})


def settings():
    shipped = {"file": "", "title": "Shipped weights"}
    other = {"file": "0001.safetensors", "title": "Trained"}
    patched = lambda given: one(hooks=[hook(action="patch", donor=given)])
    seeds = {
        "ok-nothing": b"{}",
        "ok-blanks": b" \t\n{ } ",
        "ok-dark": one(dark=True),
        "ok-dark-text": one(dark="yes"),
        "ok-unknown": one(whatever=[1, {"a": None}]),
        "ok-pen-thinnest": one(pen=0.5),
        "ok-pen-thickest": one(pen=2.5),
        "ok-pen-too-thin": one(pen=0.4999),
        "ok-pen-too-thick": one(pen=2.5001),
        "ok-pen-1e308": one(pen=1e308),
        "no-pen-1e999": b'{"pen":1e999}',
        "ok-pen-text": one(pen="1"),
        "ok-pen-list": one(pen=[1]),
        "ok-layout": one(layout=base64.b64encode(bytes(range(64))).decode()),
        "ok-layout-no-base64": one(layout="*** \u00e9 ***"),
        "ok-columns": one(parameterColumns="AAAA/w=="),
        "ok-module": one(module="conv1"),
        "ok-module-200": one(module="m" * 200),
        "ok-module-201": one(module="m" * 201),
        "ok-module-surrogate": b'{"module":"\\ud800"}',
        "ok-why": one(why={"method": "gradCam", "samples": 4, "noise": 0.01, "steps": 512, "patch": 15, "opacity": 1,
                           "smooth": False, "onCanvas": True}),
        "ok-why-out-of-range": one(why={"method": "none", "samples": 3, "noise": 0.009, "steps": 513, "patch": 16, "opacity": 0}),
        "ok-why-huge": one(why={"samples": 1e300, "steps": -1e300, "patch": 2.5}),
        "ok-why-list": one(why=[1, 2]),
        "ok-training": one(training={"openSections": ["a", "b"], "look": {"shown": ["loss"], "logarithmic": ["loss", "loss"],
                                                                       "axis": "time", "smoothing": 0.999}}),
        "ok-training-many-sections": one(training={"openSections": ["s"] * 40}),
        "ok-training-no-curves": one(training={"look": {"shown": [], "axis": 3, "smoothing": 1}}),
        "ok-training-unknown-curves": one(training={"look": {"shown": ["x", 1, None], "smoothing": -0.1}}),
        "ok-choice": one(training={"choice": text({"options": {"epochs": 5, "seed": (1 << 64) - 1}, "data": {"mnist": True}}).decode()}),
        "ok-choice-broken": one(training={"choice": "{"}),
        "ok-choice-out-of-range": one(training={"choice": text({"options": {"epochs": 0}}).decode()}),
        "ok-choice-number": one(training={"choice": 7}),
        "ok-hook": one(hooks=[hook()]),
        "ok-hooks-64": one(hooks=[hook(kind="fullBackward", action="clamp")] * 64)[:],
        "ok-hooks-65": one(hooks=[hook(module="")] * 65),
        "ok-hook-seed-largest": one(hooks=[hook(seed=str((1 << 64) - 1))]),
        "ok-hook-seed-too-large": one(hooks=[hook(seed=str(1 << 64))]),
        "ok-hook-channel-largest": one(hooks=[hook(channel=65536)]),
        "ok-hook-channel-too-large": one(hooks=[hook(channel=65537)]),
        "ok-hook-channel-fraction": one(hooks=[hook(channel=0.5)]),
        "ok-hook-channel-minus-2": one(hooks=[hook(channel=-2)]),
        "ok-hook-amount-text": one(hooks=[hook(amount="2")]),
        "ok-hook-kind-unknown": one(hooks=[hook(kind="sideways")]),
        "ok-hook-not-an-object": one(hooks=[1, None, "hook", []]),
        "ok-hook-patch": patched(donor([2, 1], [1, -2])),
        "ok-hook-patch-without-donor": one(hooks=[hook(action="patch")]),
        "ok-donor-shape-empty": patched(donor([], [])),
        "ok-donor-shape-0": patched(donor([0], [])),
        "ok-donor-shape-minus": patched(donor([-1, -1], [1])),
        "ok-donor-shape-overflow": patched(donor([65536, 65536, 65536], [1])),
        "ok-donor-shape-fraction": patched(donor([1.5], [1])),
        "ok-donor-rank-4": patched(donor([1, 1, 1, 1], [1])),
        "ok-donor-too-few": patched(donor([2], [1])),
        "ok-donor-nan": patched(donor([1], [float("nan")])),
        "ok-twice": b'{"pen":1,"pen":2}',
        "ok-history": history([shipped]),
        "ok-history-two": history([shipped, other], 1),
        "ok-history-20": history([shipped] + [other] * 19),
        "ok-history-number-largest": history([{"file": "999999999.safetensors", "title": "x"}]),
        "ok-history-21": history([shipped] + [other] * 20),
        "ok-history-position": history([shipped], 1),
        "ok-history-position-minus": history([shipped], -1),
        "ok-history-path": history([{"file": "../0001.safetensors", "title": "x"}]),
        "ok-history-line-end": history([{"file": "0001.safetensors\n", "title": "x"}]),
        "ok-history-title-200": history([{"file": "", "title": "t" * 200}]),
        "ok-history-title-empty": history([{"file": "", "title": ""}]),
        "ok-deep": b'{"a":' + b"[" * 200 + b"]" * 200 + b"}",
        "no-empty": b"",
        "no-list": b"[]",
        "no-number": b"7",
        "no-null": b"null",
        "no-text": b"pen = 1\n",
        "no-cut": b'{"pen":1',
        "no-comma": b'{"pen":1,}',
        "no-trailing": b"{}{}",
        "no-zero-bytes": b"\0" * 64,
        "no-utf-8": b'{"module":"\xff\xfe"}',
        "no-deep": b"[" * 2000,
        "no-deep-objects": b'{"a":' * 1100,
    }
    return seeds


def records(*steps, values=(0.1, 1, 2, 0.5, 0.004, 3, 5000)):
    return b"".join(struct.pack("<q7f", step, *values) for step in steps)


def run_info(**changes):
    plain = {"version": 1, "state": "stopped", "started_at": 1777645353, "options": {}}
    return {**plain, **changes}


def runs():
    header = b"GSCURVES" + struct.pack("<II", 1, 36)
    nan, infinity = float("nan"), float("inf")
    full = run_info(format="glyphscope run", name="standard, seed 7", note="words", failure="", data_name="MNIST",
                    options={"recipe": "sprint", "epochs": 3, "batch_size": 64, "optimizer": "muon", "schedule": "cosine",
                             "seed": 18446744073709551615, "frozen": ["conv1.weight"], "device": "cpu"},
                    data={"mnist": False, "folders": ["/a"], "ink": ["b"], "ink_variations": 6, "validation": 0.1},
                    train_images=60000, class_names=["cat", "dog"], step=40, total_steps=1000, seconds=1.5, epochs_done=4,
                    last={"epoch": 4, "step": 40, "train_loss": 0.25, "test_accuracy": None, "seconds": 1},
                    best={"epoch": 1, "step": 10, "validation_accuracy": 0.5, "validation_loss": 1},
                    test={"count": 100, "correct": 90, "class_count": 2, "loss": 0.5, "confusion": [90, 0, 10, 0]})
    test = {"count": 10, "correct": 9, "class_count": 2, "confusion": [9, 0, 1, 0]}
    line = lambda step, **more: text({"step": step, "epoch": 1, "test": test, **more}) + b"\n"
    mark = lambda step, words="dropout 0 to 0.1": text({"step": step, "text": words}) + b"\n"
    point = lambda metadata: weights({"__metadata__": metadata, "a": tensor([1], 0, 4)}, struct.pack("<f", 1))
    kinds = {
        "i": {
            "ok-least": text(run_info()),
            "ok-full": text(full),
            "ok-running": text(run_info(state="running")),
            "ok-unknown-keys": text(run_info(later=[1])),
            "ok-year-9999": text(run_info(started_at=253402300799)),
            "ok-counts-2-53": text(run_info(step=1 << 53)),
            "ok-classes-256": text(run_info(class_names=["c"] * 256)),
            "ok-name-unicode": text(run_info(name="\u00e9\n\x01")),
            "no-empty": b"",
            "no-list": b"[]",
            "no-cut": text(full)[:300],
            "no-zero-byte": text(run_info()) + b"\0",
            "no-deep": b'{"a":' * 100,
            "no-version": text({"state": "done", "started_at": 1, "options": {}}),
            "no-version-0": text(run_info(version=0)),
            "no-version-2": text(run_info(version=2)),
            "no-state": text(run_info(state="asleep")),
            "no-state-number": text(run_info(state=1)),
            "no-started-minus": text(run_info(started_at=-1)),
            "no-started-year-10000": text(run_info(started_at=253402300800)),
            "no-step-2-63": text(run_info(step=1 << 63)),
            "no-step-fraction": text(run_info(step=1.5)),
            "no-seconds-1e999": b'{"version":1,"state":"done","started_at":1,"options":{},"seconds":1e999}',
            "no-epochs-0": text(run_info(options={"epochs": 0})),
            "no-batch-1": text(run_info(options={"batch_size": 1})),
            "no-batch-65537": text(run_info(options={"batch_size": 65537})),
            "no-optimizer": text(run_info(options={"optimizer": "magic"})),
            "no-optimizer-long": text(run_info(options={"optimizer": "m" * 900})),
            "no-optimizer-lines": text(run_info(options={"schedule": "a\n\x1b[31m"})),
            "no-options-list": text(run_info(options=[])),
            "no-variations-101": text(run_info(data={"ink_variations": 101})),
            "no-classes-257": text(run_info(class_names=["c"] * 257)),
            "no-classes-numbers": text(run_info(class_names=[1])),
            "no-confusion-cells": text(run_info(test={"class_count": 2, "confusion": [1, 2, 3]})),
            "no-confusion-minus": text(run_info(test={"class_count": 1, "confusion": [-1]})),
            "no-correct-too-many": text(run_info(test={"count": 1, "correct": 2})),
        },
        "c": {
            "ok-empty": b"",
            "ok-header-cut": header[:9],
            "ok-header": header,
            "ok-one": header + records(1),
            "ok-gaps": header + records(1, 5, 1 << 62),
            "ok-torn": header + records(1, 2)[:-5],
            "ok-not-finite": header + records(1, values=(0, 0, nan, infinity, -infinity, nan, nan)),
            "no-magic": b"GSCURVED" + header[8:],
            "no-magic-cut": b"GSX",
            "no-version-2": header[:8] + struct.pack("<II", 2, 36),
            "no-record-size": header[:8] + struct.pack("<II", 1, 40),
            "no-step-0": header + records(0),
            "no-step-minus": header + records(-1),
            "no-step-twice": header + records(3, 3),
            "no-step-back": header + records(3, 2),
            "no-epoch-nan": header + records(1, values=(nan, 0, 0, 0, 0, 0, 0)),
            "no-seconds-infinite": header + records(1, values=(0, infinity, 0, 0, 0, 0, 0)),
        },
        "e": {
            "ok-empty": b"",
            "ok-one": line(10),
            "ok-two": line(10) + line(20),
            "ok-same-step": line(10) + line(10),
            "ok-torn": line(10) + line(20)[:-1],
            "ok-figures": line(10, test_loss=None, test_accuracy=-1e300, validation_accuracy=0.5),
            "no-back": line(20) + line(10),
            "no-blank-line": line(10) + b"\n",
            "no-step": b'{"epoch":1}\n',
            "no-json": b"step 10\n",
            "no-epoch-2-31": line(10, epoch=1 << 31),
            "no-test": line(10, test=[1]),
        },
        "m": {
            "ok-one": mark(10),
            "ok-torn": mark(10) + b'{"st',
            "ok-long": mark(10, "x" * 700),
            "ok-without-text": b'{"step":1}\n',
            "no-text-number": b'{"step":1,"text":2}\n',
            "no-step-minus": mark(-1),
        },
        "s": {
            "ok-step": point({"step": "10", "epoch": "1.5"}),
            "ok-step-text": point({"step": "ten"}),
            "ok-nothing": weights({}),
            "no-empty": b"",
            "no-size": b"\xff" * 8,
            "no-cut": point({"step": "10"})[:50],
            "no-step-number": point({"step": 10}),
        },
        "g": {
            "ok-step-0": point({"step": "0"}),
            "ok-step-20": point({"step": "20", "marks": "10"}),
            "ok-step-15": point({"step": "15"}),
            "ok-step-40": point({"step": "40", "marks": "999999"}),
            "ok-step-2-63-1": point({"step": "9223372036854775807", "marks": "0"}),
            "no-step": point({}),
            "no-step-2-63": point({"step": "9223372036854775808"}),
            "no-step-minus": point({"step": "-1"}),
            "no-metadata": weights({"__metadata__": 7}),
            "no-empty": b"",
        },
    }
    words = {"i": "info", "c": "curves", "e": "epochs", "m": "marks", "s": "checkpoint", "g": "go-on"}
    seeds = {f"{name[:3]}{words[kind]}-{name[3:]}": kind.encode() + content
             for kind, contents in kinds.items() for name, content in contents.items()}
    return {**seeds, "no-kind": b"x", "no-nothing": b""}
