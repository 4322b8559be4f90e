#!/usr/bin/env python3
"""Golden values from Python's PyTorch: twelve steps of every optimizer, and learning rates of the schedules.

usage: make_goldens.py > goldens.h, then clang-format -i goldens.h      (made with Debian's python3-torch 1.13.1)
Parameters and gradients come from a linear congruential generator that the test repeats. After the sixth step the
momentum, the betas and the weight decay are changed, as they may be in a run.
"""
import torch
from torch import optim

SIZE, STEPS, RATE = 16, 12, 0.05


def numbers(state):
    while True:
        state = (state * 1103515245 + 12345) % 2**31
        yield ((state >> 16) % 2001 - 1000) / 1000


def walked(make, decay):
    random = numbers(7)
    take = lambda: torch.tensor([next(random) for _ in range(SIZE)])
    parameter = torch.nn.Parameter(take())
    optimizer = make([parameter], decay)
    for step in range(STEPS):
        if step == 6:
            for group in optimizer.param_groups:
                group["weight_decay"] = decay / 2
                if "betas" in group:
                    group["betas"] = (0.8, 0.95)
                else:
                    group["momentum"] = 0.8
        parameter.grad = take()
        optimizer.step()
    return parameter.detach().tolist()


OPTIMIZERS = {
    "sgd": lambda p, decay: optim.SGD(p, lr=RATE, momentum=0.9, weight_decay=decay),
    "nesterov": lambda p, decay: optim.SGD(p, lr=RATE, momentum=0.9, nesterov=True, weight_decay=decay),
    "adam": lambda p, decay: optim.Adam(p, lr=RATE, betas=(0.9, 0.99), weight_decay=decay),
    "adamw": lambda p, decay: optim.AdamW(p, lr=RATE, betas=(0.9, 0.99), weight_decay=decay),
}


def rates(make, count):
    optimizer = optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=0.3)
    schedule = make(optimizer)
    result = []
    for _ in range(count):
        result.append(schedule.get_last_lr()[0])
        optimizer.step()
        schedule.step()
    return result


def main():
    print("// SPDX-License-Identifier: GPL-3.0-or-later\n#pragma once\n\n#include <array>\n")
    print("/// Made by make_goldens.py.\nnamespace glyphscope::test {\n")
    print("struct GoldenWalk {\n    const char* optimizer;\n    double weightDecay;")
    print(f"    std::array<float, {SIZE}> after;\n}};\n")
    print("inline constexpr auto kGoldenWalks = std::to_array<GoldenWalk>({")
    for name, make in OPTIMIZERS.items():
        for decay in (0.0, 0.1):
            values = ", ".join(f"{v:.9g}F" if "." in f"{v:.9g}" or "e" in f"{v:.9g}" else f"{v:.9g}.0F"
                               for v in walked(make, decay))
            print(f'    {{"{name}", {decay}, {{{values}}}}},')
    print("});\n")
    cosine = rates(lambda o: optim.lr_scheduler.CosineAnnealingLR(o, T_max=20), 20)
    step = rates(lambda o: optim.lr_scheduler.StepLR(o, step_size=2 * 5, gamma=0.3), 40)
    for name, values in (("kGoldenCosine", cosine), ("kGoldenStep", step)):
        print(f"inline constexpr std::array<double, {len(values)}> {name}{{" + ", ".join(map(repr, values)) + "};\n")
    print("}  // namespace glyphscope::test")


if __name__ == "__main__":
    main()
