#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""What PyTorch's hooks see and do on a small nested network, for tst_golden_hooks.

usage: record_hooks.py OUT.json      (made with Debian's python3-torch 1.13.1)
Each scenario is the list of events in their order and the values it ends with. PyTorch 1.13 has neither prepend,
always_call nor full backward pre-hooks. Weights and inputs are sines, so that the test can repeat them.
"""
import json
import math
import sys

import torch
from torch import nn
from torch.nn.modules import module as global_hooks

torch.set_default_dtype(torch.float64)


def waves(shift, *shape):
    values = [math.sin(0.7 * i + shift) for i in range(math.prod(shape))]
    return torch.tensor(values).reshape(shape)


class Mix(nn.Module):
    """Two results of three arguments."""

    def forward(self, a, b, c):
        return a * b + c, a - c


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(4, 6), nn.Tanh(), nn.Linear(6, 4))
        self.mix = Mix()
        self.head = nn.Linear(4, 3)
        with torch.no_grad():
            for k, p in enumerate(self.parameters()):
                p.copy_(waves(k, *p.shape) * 0.5)

    def forward(self, x, mask, useSecond):
        first, second = self.mix(self.body(x), mask, x)
        return self.head(first * second if useSecond else first)


class Recorder:
    def __init__(self, net):
        self.net = net
        self.paths = {m: path for path, m in net.named_modules()}
        self.events = []
        self.handles = []
        self.flags = {}

    def note(self, what, module, *lists):
        lists = [[None if t is None else plain(t) for t in tensors(l)] for l in lists]
        self.events.append({"what": what, "module": self.paths[module], "lists": lists})

    def forwardPre(self, name):
        return lambda m, x: self.note("forward pre " + name, m, x)

    def forward(self, name):
        def hook(m, x, y):
            self.note("forward " + name, m, x, y)
            self.flags[m] = [isinstance(t, torch.Tensor) and t.requires_grad for t in x]
        return hook

    def backward(self, name):
        def hook(m, gi, go):
            self.note("full backward " + name, m, gi, go)
            self.events[-1]["requires_grad"] = self.flags[m]
        return hook

    def watch(self, name, *paths):
        for path in paths:
            m = dict(self.net.named_modules())[path]
            m.register_forward_pre_hook(self.forwardPre(name))
            m.register_forward_hook(self.forward(name))
            m.register_full_backward_hook(self.backward(name))

    def watchAll(self, name):
        self.handles += [
            global_hooks.register_module_forward_pre_hook(self.forwardPre(name)),
            global_hooks.register_module_forward_hook(self.forward(name)),
            global_hooks.register_module_full_backward_hook(self.backward(name)),
        ]


def tensors(value):
    """By position; what is no tensor is None."""
    values = value if isinstance(value, tuple) else (value,)
    return [v if isinstance(v, torch.Tensor) else None for v in values]


def plain(tensor):
    return [round(v, 9) for v in tensor.detach().flatten().tolist()]


ALL = ("", "body", "body.0", "body.1", "body.2", "mix", "head")


def observe(r, run):
    r.watchAll("global")
    r.watch("a", *ALL)
    r.watch("b", *ALL)
    run()


def unusedOutput(r, run):
    r.watch("a", *ALL)
    run(useSecond=False)


def replaceForward(r, run):
    r.watch("a", *ALL)
    r.net.body[1].register_forward_hook(lambda m, x, y: y * 2)
    r.net.mix.register_forward_pre_hook(lambda m, x: (x[0] + 1, x[1] * 3, x[2]))
    r.net.mix.register_forward_hook(lambda m, x, y: (y[0] - 1, y[1] * x[1]))
    r.net.head.register_forward_pre_hook(lambda m, x: (x[0] * 0.5,))
    r.watch("b", *ALL)
    run()


def replaceGradients(r, run):
    r.watch("a", *ALL)
    r.net.mix.register_full_backward_hook(lambda m, gi, go: (gi[0] * 2, None, gi[2] * 0))
    r.net.body[0].register_full_backward_hook(lambda m, gi, go: (gi[0] + 1,))
    r.watch("b", *ALL)
    run()


def inputWithoutGradient(r, run):
    r.watch("a", *ALL)
    run(requiresGrad=False)


def withoutGradients(r, run):
    r.watch("a", *ALL)
    with torch.no_grad():
        run(backwards=0)


def backwardTwice(r, run):
    r.watch("a", *ALL)
    run(backwards=2)


def changesDuringTheCall(r, run):
    r.watch("a", "head")
    handles = []

    def removesAndAdds(m, x):
        r.note("changes", m, x)
        handles.pop().remove()  # itself
        m.register_forward_pre_hook(r.forwardPre("added"))
        m.register_forward_hook(r.forward("added"))  # that list is read later, so it runs in this call
        m.register_full_backward_hook(r.backward("added"))
    handles.append(r.net.head.register_forward_pre_hook(removesAndAdds))
    r.watch("b", "head")
    run()
    run()


SCENARIOS = (observe, unusedOutput, replaceForward, replaceGradients, inputWithoutGradient, withoutGradients,
             backwardTwice, changesDuringTheCall)


def record(scenario):
    net = Net()
    recorder = Recorder(net)
    result = {}

    def run(useSecond=True, requiresGrad=True, backwards=1):
        x = waves(0.3, 2, 4).requires_grad_(requiresGrad)
        output = net(x, waves(1.1, 2, 4), useSecond)
        for i in range(backwards):
            (output * waves(2.5, 2, 3)).sum().backward(retain_graph=i + 1 < backwards)
        result["output"] = plain(output)
        if x.grad is not None:
            result["gradient of x"] = plain(x.grad)

    scenario(recorder, run)
    for handle in recorder.handles:
        handle.remove()
    for name, p in net.named_parameters():
        if p.grad is not None:
            result["gradient of " + name] = plain(p.grad)
    return {"scenario": scenario.__name__, "events": recorder.events, "result": result}


def main():
    records = [record(scenario) for scenario in SCENARIOS]
    with open(sys.argv[1], "w") as out:
        out.write('{"torch": %s, "scenarios": [\n' % json.dumps(torch.__version__))
        texts = []
        for r in records:
            events = ",\n".join(json.dumps(e) for e in r["events"])
            texts.append('{"scenario": %s, "events": [\n%s],\n"result": %s}' %
                         (json.dumps(r["scenario"]), events, json.dumps(r["result"])))
        out.write(",\n".join(texts) + "\n]}\n")


if __name__ == "__main__":
    main()
