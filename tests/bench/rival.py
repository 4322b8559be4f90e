#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Python's PyTorch with the same network, measured beside ours. Prints a JSON object a line.

  rival.py train --data DIR [--until 0.99] [--epochs 14] [--images N]
      the settings of PyTorch's own MNIST example (Adadelta 1.0, times 0.7 an epoch, batches of 64, threads as
      installed): seconds from the data in memory until an evaluation of the test set reaches the accuracy
  rival.py throughput --data DIR [--seconds 3]
      images a second of training steps: as installed, and with the best settings found among two threads,
      channels_last, fp32 or bf16 autocast, and several batch sizes
"""
import argparse
import gzip
import json
import os
import time

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn


def idx(folder, name):
    path = os.path.join(folder, name)
    opened = open(path, "rb") if os.path.exists(path) else gzip.open(path + ".gz", "rb")
    with opened as file:
        data = file.read()
    rank = data[3]
    shape = [int.from_bytes(data[4 + 4 * k:8 + 4 * k], "big") for k in range(rank)]
    return np.frombuffer(data, np.uint8, offset=4 + 4 * rank).reshape(shape)


def load(folder, part):
    images = torch.from_numpy(idx(folder, part + "-images-idx3-ubyte").copy())
    labels = torch.from_numpy(idx(folder, part + "-labels-idx1-ubyte").astype(np.int64))
    return ((images.float() / 255 - 0.1307) / 0.3081).unsqueeze(1), labels


class SimpleCNN(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 32, 3, padding=1)
        self.conv2 = nn.Conv2d(32, 64, 3, padding=1)
        self.fc1 = nn.Linear(3136, 256)
        self.fc2 = nn.Linear(256, 10)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.conv1(x)), 2)
        x = F.max_pool2d(F.relu(self.conv2(x)), 2)
        return self.fc2(F.relu(self.fc1(torch.flatten(x, 1))))


def say(**fields):
    print(json.dumps(fields), flush=True)


def accuracy(network, images, labels):
    network.eval()
    with torch.no_grad():
        right = sum((network(i).argmax(1) == l).sum().item() for i, l in zip(images.split(1000), labels.split(1000)))
    network.train()
    return right / len(labels)


def train(options):
    images, labels = load(options.data, "train")
    images, labels = images[:options.images], labels[:options.images]
    tests = load(options.data, "t10k")
    torch.manual_seed(options.seed)
    network = SimpleCNN()
    optimizer = torch.optim.Adadelta(network.parameters(), lr=1.0)
    schedule = torch.optim.lr_scheduler.StepLR(optimizer, step_size=1, gamma=0.7)
    began = time.perf_counter()
    for epoch in range(1, options.epochs + 1):
        for batch in torch.randperm(len(images)).split(64):
            optimizer.zero_grad()
            F.cross_entropy(network(images[batch]), labels[batch]).backward()
            optimizer.step()
        schedule.step()
        reached = accuracy(network, *tests)
        seconds = time.perf_counter() - began
        if reached >= options.until:
            break
    say(event="train", seconds=seconds, test_accuracy=reached, epochs=epoch, reached=reached >= options.until,
        threads=torch.get_num_threads(), torch=torch.__version__)


def speed(network, optimizer, batches, bf16, seconds):
    """Images a second, after a few steps to warm up."""
    images = done = 0
    began = None
    while began is None or time.perf_counter() - began < seconds:
        if done == 5:
            began, images = time.perf_counter(), 0
        x, y = batches[done % len(batches)]
        optimizer.zero_grad()
        with torch.autocast("cpu", torch.bfloat16, enabled=bf16):
            loss = F.cross_entropy(network(x), y)
        loss.backward()
        optimizer.step()
        images += len(x)
        done += 1
    return images / (time.perf_counter() - began)


def batches_of(images, labels, size, layout):
    count = min(len(images) // size, 40)
    return [(images[k * size:(k + 1) * size].to(memory_format=layout), labels[k * size:(k + 1) * size])
            for k in range(count)]


def network_in(source):
    """The class of nn.Module that a file of ours defines."""
    if source is None:
        return SimpleCNN
    names = {}
    with open(source) as file:
        exec(compile(file.read(), source, "exec"), names)
    return next(v for v in names.values() if isinstance(v, type) and issubclass(v, nn.Module)
                and not v.__module__.startswith("torch"))


def throughput(options):
    images, labels = load(options.data, "train")
    make = network_in(options.source)
    network = make()
    installed = speed(network, torch.optim.Adadelta(network.parameters(), lr=1.0),
                      batches_of(images, labels, 64, torch.contiguous_format), False, options.seconds)
    say(event="installed", images_per_second=installed, threads=torch.get_num_threads())
    torch.set_num_threads(len(os.sched_getaffinity(0)))
    for bf16 in (False, True):
        for size in (64, 128, 256):
            network = make().to(memory_format=torch.channels_last)
            rate = speed(network, torch.optim.Adam(network.parameters(), lr=1e-3, foreach=True),
                         batches_of(images, labels, size, torch.channels_last), bf16, options.seconds)
            say(event="tuned", images_per_second=rate, bf16=bf16, batch=size, threads=torch.get_num_threads())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("train", "throughput"))
    parser.add_argument("--data", required=True)
    parser.add_argument("--until", type=float, default=0.99)
    parser.add_argument("--epochs", type=int, default=14)
    parser.add_argument("--images", type=int, default=60000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--source", help="a Python file with another network")
    parser.add_argument("--seconds", type=float, default=3)
    options = parser.parse_args()
    {"train": train, "throughput": throughput}[options.what](options)


if __name__ == "__main__":
    main()
