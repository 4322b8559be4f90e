#!/usr/bin/env python3
"""Golden values for model/inspection from Python's PyTorch: gradients at every module and all attributions.

usage: make_goldens.py WEIGHTS.safetensors OUT.safetensors   (made with Debian's python3-torch 1.13, one thread)
WEIGHTS is resources/weights/simplecnn.safetensors; the goldens hold its SHA-256 and are to be made anew when it
changes. Every flattened tensor is thinned to each 7th value, one of more than 784 values to each 97th, with its sum
and its sum of magnitudes behind. Formulas are those of model/inspection, written with nothing but autograd.
"""
import math
import pathlib
import sys

import torch
import torch.nn.functional as F

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[3] / "support"))
from goldens import SimpleCNN, read_safetensors, write_safetensors

PAPER = (0 - 0.1307) / 0.3081
SMOOTH_SAMPLES, STEPS, PATCH = 8, 16, 5
# drawn here: polylines in a 28x28 picture, soft at the edge
FIGURES = {
    "seven": [[(8, 8), (19, 8), (12, 21)]],
    "four": [[(10, 7), (8, 15), (19, 15)], [(17, 8), (16, 22)]],
    "three": [[(9, 8), (17, 7), (13, 13), (19, 17), (15, 21), (9, 20)]],
}
TARGETS = {"seven": (7, -1), "four": (4, 9), "three": (8, -1)}


def distance(x, y, a, b):
    dx, dy = b[0] - a[0], b[1] - a[1]
    t = max(0, min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy)))
    return math.hypot(x - a[0] - t * dx, y - a[1] - t * dy)


def glyph(lines):
    pixels = torch.zeros(28, 28)
    for y in range(28):
        for x in range(28):
            nearest = min(distance(x, y, a, b) for line in lines for a, b in zip(line, line[1:]))
            pixels[y, x] = math.floor(255 * max(0, min(1, 1.9 - nearest)) + 0.5)
    return pixels.reshape(1, 1, 28, 28)


def noise():
    """[SMOOTH_SAMPLES, 1, 28, 28] in [-0.5, 0.5) from the generator that the test repeats."""
    state, values = 1, []
    for _ in range(SMOOTH_SAMPLES * 784):
        state = (state * 1103515245 + 12345) % 2**31
        values.append(((state >> 16) % 256) / 256 - 0.5)
    return torch.tensor(values).reshape(SMOOTH_SAMPLES, 1, 28, 28)


def score(model, x, target):
    logits = model(x)
    return logits[:, target[0]] - (logits[:, target[1]] if target[1] >= 0 else 0)


def gradient(model, x, target):
    x = x.clone().requires_grad_()
    return torch.autograd.grad(score(model, x, target).sum(), x)[0]


def module_gradients(model, x, target):
    outputs, handles = {}, []
    for name, child in model.named_children():
        def keep(module, inputs, output, name=name):
            outputs[name] = output
        handles.append(child.register_forward_hook(keep))
    x = x.clone().requires_grad_()
    value = score(model, x, target)
    for handle in handles:
        handle.remove()
    gradients = torch.autograd.grad(value.sum(), list(outputs.values()) + [x])
    return value, dict(zip(list(outputs) + ["input"], gradients)), outputs


def integrated_gradients(model, x, target):
    paper = torch.full_like(x, PAPER)
    total = torch.zeros_like(x)
    for k in range(STEPS):
        total += gradient(model, paper + (k + 0.5) / STEPS * (x - paper), target)
    return (x - paper) * total / STEPS


def occlusion(model, x, target):
    result, half = torch.zeros_like(x), PATCH // 2
    with torch.no_grad():
        whole = score(model, x, target)
        for row in range(28):
            for column in range(28):
                covered = x.clone()
                covered[..., max(0, row - half):row + half + 1, max(0, column - half):column + half + 1] = PAPER
                result[0, 0, row, column] = whole - score(model, covered, target)
    return result


def thin(tensor):
    flat = tensor.detach().flatten()
    sums = torch.stack([flat.double().sum(), flat.double().abs().sum()]).float()
    return torch.cat([flat[::7 if flat.numel() <= 784 else 97], sums])


def main():
    torch.set_num_threads(1)
    tensors, metadata = read_safetensors(sys.argv[1])
    model = SimpleCNN()
    model.load_state_dict(tensors)
    goldens = {}
    for name, lines in FIGURES.items():
        target, bytes_ = TARGETS[name], glyph(lines)
        x = (bytes_ / 255 - 0.1307) / 0.3081
        print(name, model(x).softmax(1).max(1))
        value, gradients, outputs = module_gradients(model, x, target)
        maps = {f"gradient.{module}": each for module, each in gradients.items()}
        alpha = gradients["relu2"].mean((2, 3), keepdim=True)
        cam = F.relu((alpha * outputs["relu2"]).sum(1, keepdim=True))
        maps["saliency"] = gradients["input"].abs()
        maps["input_x_gradient"] = x * gradients["input"]
        maps["mean_gradient"] = gradient(model, x + noise(), target).mean(0)
        maps["grad_cam"] = F.interpolate(cam, size=(28, 28), mode="bilinear", align_corners=False)
        maps["integrated_gradients"] = integrated_gradients(model, x, target)
        maps["occlusion"] = occlusion(model, x, target)
        goldens[f"{name}.glyph"] = bytes_.flatten()
        goldens[f"{name}.target"] = torch.tensor(target, dtype=torch.float32)
        goldens[f"{name}.score"] = value.detach()
        goldens.update({f"{name}.{key}": thin(each) for key, each in maps.items()})

    about = {"torch": torch.__version__, "weights_sha256": metadata["data_sha256"]}
    write_safetensors(sys.argv[2], goldens, about)


if __name__ == "__main__":
    main()
