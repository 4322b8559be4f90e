#!/usr/bin/env python3
"""Reads what `glyphscope convert` wrote with Python's own readers, and compares.

usage: check_exports.py PROGRAM WEIGHTS.safetensors INK.inkml
Needs Debian's python3-torch, python3-numpy and python3-onnx. Checks, in a temporary folder:
.pt     torch.load(weights_only=True) gives the same tensors in the same order, load_state_dict() takes them
.npz    numpy.load() gives the same arrays
.onnx   checker.check_model(full_check=True); its graph, run node by node, gives PyTorch's logits within 1e-5 for
        batches of one and of eight
.idx    raw and gzip give the same pictures and labels
The last thing it prints is "all good".
"""
import gzip
import pathlib
import struct
import subprocess
import sys
import tempfile

import numpy
import onnx
import torch
from onnx import numpy_helper

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[3] / "support"))
from goldens import SimpleCNN, read_safetensors
from make_goldens import pictures


def convert(program, source, out):
    subprocess.run([program, "convert", source, out], check=True, stdout=subprocess.DEVNULL)
    return out


def check_pt(path, expected):
    state = torch.load(path, weights_only=True)
    assert list(state) == list(SimpleCNN().state_dict()), list(state)
    for name, tensor in expected.items():
        assert state[name].dtype == torch.float32 and state[name].is_contiguous()
        assert torch.equal(state[name], tensor), name
    model = SimpleCNN()
    print(".pt", model.load_state_dict(state))
    return model


def check_npz(path, expected):
    arrays = numpy.load(path)
    assert sorted(arrays.files) == sorted(expected)
    for name, tensor in expected.items():
        assert numpy.array_equal(arrays[name], tensor.numpy()), name
    print(".npz", len(arrays.files), "arrays")


def run_onnx(model, values):
    """The graph node by node, each operator by PyTorch's function for it: onnx.reference came after Debian 12's 1.12."""
    known = {tensor.name: torch.from_numpy(numpy_helper.to_array(tensor).copy()) for tensor in model.graph.initializer}
    known[model.graph.input[0].name] = values
    for node in model.graph.node:
        at = {attribute.name: onnx.helper.get_attribute_value(attribute) for attribute in node.attribute}
        x, *rest = (known[name] for name in node.input)
        if node.op_type == "Conv":
            assert at["kernel_shape"] == list(rest[0].shape[2:]) and at["pads"] == [1] * 4 and at["strides"] == [1, 1]
            result = torch.nn.functional.conv2d(x, *rest, padding=1)
        elif node.op_type == "MaxPool":
            result = torch.nn.functional.max_pool2d(x, at["kernel_shape"], at["strides"])
        elif node.op_type == "Gemm":
            assert at == {"transB": 1}
            result = x @ rest[0].t() + rest[1]
        elif node.op_type == "Flatten":
            result = x.reshape(x.shape[0], -1)
        else:
            assert node.op_type == "Relu" and not at
            result = x.clamp(min=0)
        known[node.output[0]] = result
    return known[model.graph.output[0].name]


def check_onnx(path, network):
    model = onnx.load(path)
    onnx.checker.check_model(model, full_check=True)
    shapes = onnx.shape_inference.infer_shapes(model, strict_mode=True, data_prop=True)
    assert len(shapes.graph.value_info) == len(model.graph.node) - 1
    inputs = (pictures() / 255 - 0.1307) / 0.3081
    largest = 0.0
    for batch in (inputs[:1], inputs):
        with torch.no_grad():
            largest = max(largest, float((run_onnx(model, batch) - network(batch)).abs().max()))
    assert largest <= 1e-5, largest
    print(".onnx", {prop.key: prop.value for prop in model.metadata_props}, "logits differ by", largest)


def read_idx(path):
    with (gzip.open if path.suffix == ".gz" else open)(path, "rb") as file:
        raw = file.read()
    rank = raw[3]
    sides = struct.unpack(f">{rank}I", raw[4:4 + 4 * rank])
    return numpy.frombuffer(raw, numpy.uint8, offset=4 + 4 * rank).reshape(sides)


def check_idx(program, ink, folder):
    for suffix in ("", ".gz"):
        convert(program, ink, folder / f"set.idx{suffix}")
    images, labels = (read_idx(folder / f"set-{kind}-ubyte") for kind in ("images-idx3", "labels-idx1"))
    assert images.shape == (len(labels), 28, 28) and images.max() == 255
    for kind, raw in (("images-idx3", images), ("labels-idx1", labels)):
        assert numpy.array_equal(read_idx(folder / f"set-{kind}-ubyte.gz"), raw)
    print(".idx", images.shape, "labels", sorted(set(labels.tolist())))


def main():
    program, weights, ink = sys.argv[1:]
    torch.set_num_threads(1)
    expected, _ = read_safetensors(weights)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        pt = convert(program, weights, folder / "w.pt")
        network = check_pt(pt, expected)
        check_npz(convert(program, pt, folder / "w.npz"), expected)
        check_onnx(convert(program, pt, folder / "w.onnx"), network)
        check_idx(program, ink, folder)
    print("all good")


if __name__ == "__main__":
    main()
