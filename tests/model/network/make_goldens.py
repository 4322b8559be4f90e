#!/usr/bin/env python3
"""Golden values for SimpleCNN from Python's PyTorch: weights of a seed, logits, gradients, ten steps of two optimizers.

usage: make_goldens.py OUT.safetensors      (made with Debian's python3-torch 1.13.1, one thread)
Large tensors are thinned: every STRIDE-th value of the flattened tensor. Inputs come from a linear congruential
generator that the test repeats.
"""
import pathlib
import sys

import torch
import torch.nn.functional as F

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "support"))
from goldens import SimpleCNN, write_safetensors

SEED, COUNT, STRIDE = 20, 8, 97


def inputs():
    state, values = 1, []
    for _ in range(COUNT * 784):
        state = (state * 1103515245 + 12345) % 2**31
        values.append((state >> 16) % 256)
    bytes_ = torch.tensor(values, dtype=torch.float32).reshape(COUNT, 1, 28, 28)
    return (bytes_ / 255 - 0.1307) / 0.3081, torch.arange(COUNT) % 10


def network():
    torch.manual_seed(SEED)
    return SimpleCNN()


def trained(make_optimizer):
    model = network()
    optimizer = make_optimizer(model.parameters())
    x, y = inputs()
    for _ in range(10):
        optimizer.zero_grad()
        F.cross_entropy(model(x), y).backward()
        optimizer.step()
    return model


def thin(tensor):
    flat = tensor.detach().flatten()
    return flat if flat.numel() <= 400 else flat[::STRIDE]


def main():
    torch.set_num_threads(1)
    goldens = {}
    model = network()
    x, y = inputs()
    logits = model(x)
    goldens["logits"] = logits.detach().flatten()
    F.cross_entropy(logits, y).backward()
    for name, p in model.named_parameters():
        goldens["initial." + name] = thin(p)
        goldens["gradient." + name] = thin(p.grad)
    adam = trained(lambda p: torch.optim.Adam(p, lr=0.001, betas=(0.9, 0.999)))
    adamw = trained(lambda p: torch.optim.AdamW(p, lr=0.001, betas=(0.9, 0.999), weight_decay=0.01))
    sgd = trained(lambda p: torch.optim.SGD(p, lr=0.01, momentum=0.9, nesterov=True, weight_decay=0.0005))
    for label, after in (("adam", adam), ("adamw", adamw), ("sgd", sgd)):
        for name, p in after.named_parameters():
            goldens[f"{label}.{name}"] = thin(p)

    write_safetensors(sys.argv[1], goldens, {"torch": torch.__version__, "seed": str(SEED)})


if __name__ == "__main__":
    main()
