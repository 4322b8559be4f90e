#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What Python's PyTorch reaches with the networks of `glyphscope network list` and the settings of the recipe
`standard`: AdamW, one cycle, label smoothing, batches of 128, five epochs. A JSON object a run; ours is
`glyphscope train --network NAME --seed S`.

  preset_accuracy.py --program build/release/glyphscope --data DIR NAME ... [--seeds 0 1 2]
"""
import argparse
import json
import subprocess
import sys
import time

import torch
import torch.nn.functional as F

from rival import accuracy, load

EPOCHS = 5
BATCH = 128


def network(program, name):
    source = subprocess.run([program, "network", "code", name, "--language", "python"], check=True,
                            capture_output=True, text=True).stdout
    names = {}
    exec(compile(source, name, "exec"), names)
    made = [value for value in names.values() if isinstance(value, type) and issubclass(value, torch.nn.Module)
            and value.__module__ != "torch.nn" and value is not torch.nn.Module]
    return made[-1]()


def train(network, images, labels):
    optimizer = torch.optim.AdamW(network.parameters(), lr=0.004, betas=(0.7, 0.9), weight_decay=0)
    steps = len(images) // BATCH
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=0.004, total_steps=steps * EPOCHS,
                                                   pct_start=0.25, cycle_momentum=False)
    for _ in range(EPOCHS):
        network.train()
        order = torch.randperm(len(images))[:steps * BATCH]
        for chosen in order.split(BATCH):
            optimizer.zero_grad(set_to_none=True)
            loss = F.cross_entropy(network(images[chosen]), labels[chosen], label_smoothing=0.05)
            loss.backward()
            optimizer.step()
            schedule.step()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--data", required=True)
    parser.add_argument("--seeds", type=int, nargs="*", default=[0, 1, 2])
    parser.add_argument("names", nargs="+")
    arguments = parser.parse_args()
    images, labels = load(arguments.data, "train")
    test_images, test_labels = load(arguments.data, "t10k")
    for name in arguments.names:
        for seed in arguments.seeds:
            torch.manual_seed(seed)
            made = network(arguments.program, name)
            begin = time.monotonic()
            train(made, images, labels)
            print(json.dumps({"network": name, "seed": seed, "seconds": round(time.monotonic() - begin, 1),
                              "accuracy": accuracy(made, test_images, test_labels)}), flush=True)


if __name__ == "__main__":
    sys.exit(main())
