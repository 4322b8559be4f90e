#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs what `network_truth --export DIR` wrote: the exported source in Python's PyTorch, which loads our .pt with
strict=True, and the .onnx, which onnx's checker has to accept where that is installed, node by node with PyTorch's
functions after ONNX's definitions of the operators. Prints how far logits are from ours.
usage: network_truth.py DIR"""
import pathlib
import sys

import numpy as np
import torch
import torch.nn.functional as F

try:
    import onnx
    import onnx.numpy_helper
except ImportError:
    onnx = None


def average(x, a):
    return F.avg_pool2d(x, a["kernel_shape"], a["strides"], a.get("pads", [0])[0], count_include_pad=bool(a["count_include_pad"]))


OPERATORS = {
    "Conv": lambda a, x, w, b=None: F.conv2d(x, w, b, a["strides"], a["pads"][0], a.get("dilations", 1), a.get("group", 1)),
    "Gemm": lambda a, x, w, b=0: x @ (w.T if a.get("transB") else w) + b,
    "BatchNormalization": lambda a, x, s, b, m, v: F.batch_norm(x, m, v, s, b, False, 0, a["epsilon"]),
    "InstanceNormalization": lambda a, x, s, b: F.instance_norm(x, weight=s, bias=b, eps=a["epsilon"]),
    "Relu": lambda a, x: F.relu(x), "LeakyRelu": lambda a, x: F.leaky_relu(x, a["alpha"]),
    "Sigmoid": lambda a, x: torch.sigmoid(x), "Tanh": lambda a, x: torch.tanh(x), "Erf": lambda a, x: torch.erf(x),
    "MaxPool": lambda a, x: F.max_pool2d(x, a["kernel_shape"], a["strides"], a.get("pads", [0])[0]),
    "AveragePool": lambda a, x: average(x, a), "GlobalAveragePool": lambda a, x: x.mean((2, 3), keepdim=True),
    "Flatten": lambda a, x: x.flatten(a["axis"]), "Identity": lambda a, x: x,
    "Softmax": lambda a, x: torch.softmax(x, a["axis"]), "MatMul": lambda a, x, y: x @ y,
    "Add": lambda a, x, y: x + y, "Sub": lambda a, x, y: x - y, "Mul": lambda a, x, y: x * y, "Div": lambda a, x, y: x / y,
    "Sqrt": lambda a, x: torch.sqrt(x), "ReduceMean": lambda a, x: x.mean(tuple(a["axes"]), keepdim=True),
    "Reshape": lambda a, x, shape: x.reshape([x.shape[i] if n == 0 else n for i, n in enumerate(shape.tolist())]),
}


def run_onnx(path, images):
    model = onnx.load(str(path))
    onnx.checker.check_model(model, full_check=True)
    values = {i.name: torch.from_numpy(onnx.numpy_helper.to_array(i).copy()) for i in model.graph.initializer}
    values["input"] = torch.from_numpy(images)
    for node in model.graph.node:
        attributes = {a.name: onnx.helper.get_attribute_value(a) for a in node.attribute}
        values[node.output[0]] = OPERATORS[node.op_type](attributes, *(values[name] for name in node.input))
    return values["logits"].numpy()


def network_of(path):
    names = {}
    exec(compile(path.read_text(), str(path), "exec"), names)
    classes = [v for v in names.values() if isinstance(v, type) and issubclass(v, torch.nn.Module)
               and v.__module__ != "torch.nn" and not v.__module__.startswith("torch.")]
    assert len(classes) == 1, f"{path}: {len(classes)} classes"
    return classes[0]()


def distance(ours, theirs):
    return float(np.max(np.abs(ours - theirs) / (1 + np.abs(theirs))))


def main():
    folder = pathlib.Path(sys.argv[1])
    worst = {"pt": 0.0, "onnx": 0.0}
    failed = {"pt": [], "onnx": []}
    count = 0
    for source in sorted(folder.glob("*.py")):
        count += 1
        images = np.fromfile(source.with_suffix(".images"), np.float32).reshape(4, 1, 28, 28)
        logits = np.fromfile(source.with_suffix(".logits"), np.float32).reshape(4, -1)
        try:
            network = network_of(source).eval()
            network.load_state_dict(torch.load(source.with_suffix(".pt")), strict=True)
            with torch.no_grad():
                worst["pt"] = max(worst["pt"], distance(logits, network(torch.from_numpy(images)).numpy()))
        except Exception as error:
            failed["pt"].append(f"{source.name}: {error}")
        if onnx is None:
            continue
        try:
            worst["onnx"] = max(worst["onnx"], distance(logits, run_onnx(source.with_suffix(".onnx"), images)))
        except Exception as error:
            failed["onnx"].append(f"{source.name}: {error}")
    print(f"{count} networks; furthest from ours: PyTorch {worst['pt']:.2g}, "
          f"ONNX {'not run' if onnx is None else format(worst['onnx'], '.2g')}")
    for kind, lines in failed.items():
        print(f"{kind}: {len(lines)} failed")
        for line in lines[:20]:
            print("  ", line[:300].replace("\n", " "))
    sys.exit(1 if failed["pt"] or failed["onnx"] else 0)


main()
