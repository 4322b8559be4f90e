#!/usr/bin/env python3
"""Files that Python's PyTorch writes, for the reader of .pt: made with Debian's python3-torch 1.13.1, one thread.

usage: make_goldens.py      (writes beside itself)
wrapped.pt          a checkpoint of a DataParallel model: "model_state_dict" beside an optimizer's and plain values
types.pt            every type of numbers that is read, a parameter, a transposed tensor, and two parts of one storage
beside.ckpt         a checkpoint as Lightning's, with what people keep beside the weights, none of it plain
protocol5.pt        the same by pickle's protocol 5, below two keys
module.pt           a whole module, which is code and must be refused
simplecnn.pt.gz     a SimpleCNN's state_dict, thinned out so that it packs well
simplecnn.logits    its logits for the eight pictures of pictures(), a line each, as exact hexadecimal numbers
"""
import argparse
import collections
import datetime
import gzip
import io
import pathlib
import random
import sys

import numpy as np
import torch
from torch import nn

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[2] / "support"))
from goldens import SimpleCNN

COUNT = 8


def pictures():
    state, values = 1, []
    for _ in range(COUNT * 784):
        state = (state * 1103515245 + 12345) % 2**31
        values.append((state >> 16) % 256)
    return torch.tensor(values, dtype=torch.float32).reshape(COUNT, 1, 28, 28)


def write_wrapped():
    torch.manual_seed(1)
    model = nn.DataParallel(nn.Linear(2, 1))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.5, momentum=0.9)
    model.module(torch.ones(1, 2)).sum().backward()
    optimizer.step()
    with torch.no_grad():
        model.module.weight.copy_(torch.tensor([[1.5, -2.0]]))
        model.module.bias.copy_(torch.tensor([0.25]))
    torch.save({"epoch": 3, "best": 0.5, "name": "linear", "done": True, "seed": -(2**40), "notes": [None, (1, 2)],
                "optimizer_state_dict": optimizer.state_dict(), "model_state_dict": model.state_dict()},
               HERE / "wrapped.pt")


def write_types():
    numbers = torch.arange(6.0).reshape(2, 3)
    torch.save({"transposed": numbers.t(), "column": numbers[:, 1], "parameter": nn.Parameter(torch.tensor([7.0])),
                "double": torch.tensor([0.1, -3.0], dtype=torch.float64),
                "half": torch.tensor([1.5, -65504.0, 2.0**-24, 0.0], dtype=torch.float16),
                "bfloat16": torch.tensor([1.5, -3.0e38], dtype=torch.bfloat16),
                "long": torch.tensor(-5), "int": torch.tensor([6], dtype=torch.int32),
                "short": torch.tensor([-7], dtype=torch.int16), "char": torch.tensor([-8], dtype=torch.int8),
                "byte": torch.tensor([255], dtype=torch.uint8), "bool": torch.tensor([True, False]),
                "empty": torch.zeros(0, 4)}, HERE / "types.pt")


def write_beside():
    torch.manual_seed(2)
    model = nn.Linear(2, 1)
    optimizer = torch.optim.Adam(model.parameters())
    model(torch.ones(1, 2)).sum().backward()
    optimizer.step()
    with torch.no_grad():
        model.weight.copy_(torch.tensor([[0.5, -4.0]]))
        model.bias.copy_(torch.tensor([3.0]))
    beside = {"epoch": 1, "accuracy": np.float64(0.98), "loss": torch.tensor(0.5), "device": torch.device("cpu"),
              "type": torch.float32, "confusion": np.eye(2), "random": random.Random(1).getstate(),
              "big": 2**100, "size": torch.Size([1, 2]), "folder": pathlib.PurePosixPath("/a"), "set": {1, 2},
              "raw": b"abc", "when": datetime.date(2020, 1, 2), "counts": collections.Counter("aab"),
              "lists": collections.defaultdict(list, {"a": [1]}), "queue": collections.deque([1]), "sum": sum,
              "hyper_parameters": argparse.Namespace(lr=0.5, nested=argparse.Namespace(a=1)),
              "optimizer_states": [optimizer.state_dict()], "callbacks": {"best": {"score": torch.tensor(0.9)}}}
    prefixed = {"model." + name: tensor for name, tensor in model.state_dict().items()}
    torch.save({**beside, "state_dict": collections.OrderedDict(prefixed)}, HERE / "beside.ckpt")
    torch.save({"kept": {**beside, "net": model.state_dict()}}, HERE / "protocol5.pt", pickle_protocol=5)


def write_simple_cnn():
    torch.manual_seed(21)
    model = SimpleCNN()
    with torch.no_grad():
        for name, share, scale in (("conv2", 0.05, 5), ("fc1", 0.002, 60)):
            weight = getattr(model, name).weight
            kept = torch.rand_like(weight) < share
            weight.copy_(torch.where(kept, weight * scale, torch.zeros_like(weight)))
    buffer = io.BytesIO()
    torch.save(model.state_dict(), buffer)
    (HERE / "simplecnn.pt.gz").write_bytes(gzip.compress(buffer.getvalue(), 9, mtime=0))
    logits = model((pictures() / 255 - 0.1307) / 0.3081).detach()
    (HERE / "simplecnn.logits").write_text(
        "".join(" ".join(float(value).hex() for value in row) + "\n" for row in logits))


def main():
    torch.set_num_threads(1)
    write_wrapped()
    write_types()
    write_beside()
    torch.save(nn.Linear(1, 1), HERE / "module.pt")
    write_simple_cnn()


if __name__ == "__main__":
    main()
