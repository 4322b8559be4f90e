#!/usr/bin/env python3
"""Golden values from Python's PyTorch: twelve steps of every optimizer, and learning rates of the schedules.
Muon is written out as its author has it (github.com/KellerJordan/Muon), in double precision; Adam does the rest.

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


SHAPES = [(4, 2, 3, 3), (6, 3), (5,), (4, 3)]  # a convolution, a tall matrix, a bias, and the last matrix, of Adam


def orthogonal(matrix):
    x = matrix.reshape(len(matrix), -1)
    tall = x.shape[0] > x.shape[1]
    x = x.T if tall else x
    x = x / (x.norm() + 1e-7)
    for _ in range(3):
        gram = x @ x.T
        x = 3.4445 * x + (-4.7750 * gram + 2.0315 * gram @ gram) @ x
    return (x.T if tall else x).reshape(matrix.shape)


def muon_walked(decay):
    random = numbers(7)
    take = lambda shape: torch.tensor([next(random) for _ in range(torch.Size(shape).numel())]).double().reshape(shape)
    parameters = [torch.nn.Parameter(take(shape)) for shape in SHAPES]
    adam = optim.AdamW(parameters[2:], betas=(0.9, 0.99), weight_decay=decay)
    buffers = [torch.zeros(shape).double() for shape in SHAPES[:2]]
    rate, momentum = 0.25, 0.5
    for step in range(STEPS):
        if step == 6:
            rate, momentum, decay = 0.1, 0.8, decay / 2
            adam.param_groups[0].update(betas=(0.8, 0.95), weight_decay=decay)
        factor = 1 - step / 24
        adam.param_groups[0]["lr"] = RATE * factor
        gradients = [take(shape) for shape in SHAPES]
        for parameter, gradient in zip(parameters[2:], gradients[2:]):
            parameter.grad = gradient
        adam.step()
        with torch.no_grad():
            for parameter, gradient, buffer in zip(parameters, gradients, buffers):
                buffer.mul_(momentum).add_(gradient)
                parameter.mul_(1 - rate * factor * decay)
                parameter.sub_(rate * factor * orthogonal(gradient + momentum * buffer))
    return torch.cat([p.detach().flatten() for p in parameters]).tolist()


def number(value):
    text = f"{value:.9g}"
    return text + ("F" if "." in text or "e" in text else ".0F")


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
            values = ", ".join(map(number, walked(make, decay)))
            print(f'    {{"{name}", {decay}, {{{values}}}}},')
    print("});\n")
    size = sum(torch.Size(shape).numel() for shape in SHAPES)
    print(f"struct GoldenMuonWalk {{\n    double weightDecay;\n    std::array<float, {size}> after;\n}};\n")
    print("inline constexpr auto kGoldenMuonWalks = std::to_array<GoldenMuonWalk>({")
    for decay in (0.0, 0.1):
        print(f"    {{{decay}, {{{', '.join(map(number, muon_walked(decay)))}}}}},")
    print("});\n")
    cosine = rates(lambda o: optim.lr_scheduler.CosineAnnealingLR(o, T_max=20), 20)
    step = rates(lambda o: optim.lr_scheduler.StepLR(o, step_size=2 * 5, gamma=0.3), 40)
    for name, values in (("kGoldenCosine", cosine), ("kGoldenStep", step)):
        print(f"inline constexpr std::array<double, {len(values)}> {name}{{" + ", ".join(map(repr, values)) + "};\n")
    print("}  // namespace glyphscope::test")


if __name__ == "__main__":
    main()
