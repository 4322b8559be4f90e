#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-3-Clause
"""Random networks with random hooks, and what PyTorch makes of them, for tst_random_networks.

usage: record_networks.py OUT.json [COUNT [SEED]]      (made with Debian's python3-torch 1.13.1)
A case is one line: the modules, the hooks, the passes, and then what happened: the calls of hooks in their order, each
with the module and the shape and checksum of every tensor it was given, and the outputs and gradients of each pass.
Weights and inputs come from a generator of random numbers that the test has too, so that they need no room here.

PyTorch 1.13 has no full backward pre-hooks. They are put in front of a module's output node by their definition: see
BackwardPre. `prepend` and `alwaysCall` are not covered; tst_forward_hooks has them.
"""
import json
import random
import sys

import torch
from torch import nn
from torch.nn.modules import module as nn_module
from torch.utils.hooks import BackwardHook

torch.set_default_dtype(torch.float64)
PRE, FORWARD, BACKWARD_PRE, BACKWARD = "pre", "forward", "backward pre", "backward"
MOST_CALLS = 45


def numbers(seed, shape, scale):
    """A linear congruential generator: in [-scale, scale)."""
    count = 1
    for side in shape:
        count *= side
    state, values = (seed * 2654435761 + 12345) % 2**31, []
    for _ in range(count):
        state = (state * 1103515245 + 12345) % 2**31
        values.append((state / 2**30 - 1) * scale)
    return torch.tensor(values).reshape(shape)


def checksum(t):
    """A sum that tells apart what stands where."""
    return (t.flatten() * (1 + (torch.arange(t.numel()) * 7 % 13) / 13)).sum()


# The modules of a case

class Mix(nn.Module):
    def forward(self, a, b):
        product = a * b
        return product, a - b


class Residual(nn.Module):
    def __init__(self, inner):
        super().__init__()
        self.inner = inner

    def forward(self, x):
        return x + self.inner(x)


class Twice(Residual):
    def forward(self, x):
        return self.inner(self.inner(x))


class Branches(nn.Module):
    """Two ways and a mix of both, of whose results one may stay unused."""

    def __init__(self, left, right, mix, use):
        super().__init__()
        self.left, self.right, self.mix, self.use = left, right, mix, use

    def forward(self, x):
        a = self.left(x)
        b = self.right(x)
        p, q = self.mix(a, b)
        return p + q if self.use == "both" else p if self.use == "first" else q


class Pair(nn.Module):
    """Two inputs, two outputs."""

    def __init__(self, body, mix):
        super().__init__()
        self.body, self.mix = body, mix

    def forward(self, x, mask):
        h = self.body(x)
        return self.mix(h, mask)


class Builder:
    """Modules in the order of their description, which is what hooks and gradients are counted by."""

    def __init__(self, seed):
        self.seed = seed
        self.modules = []

    def build(self, spec):
        kind, *rest = spec
        place = len(self.modules)
        self.modules.append(None)
        module = getattr(self, kind)(place, *rest)
        self.modules[place] = module
        return module

    def weighted(self, module, place, scale):
        with torch.no_grad():
            for k, p in enumerate((module.weight, module.bias)):
                p.copy_(numbers(self.seed + 10 * place + k, p.shape, scale))
        return module

    def linear(self, place, n, m):
        return self.weighted(nn.Linear(n, m), place, 0.8)

    def conv(self, place, n, m, k, padding):
        return self.weighted(nn.Conv2d(n, m, k, padding=padding), place, 0.4)

    def relu(self, _): return nn.ReLU()
    def sigmoid(self, _): return nn.Sigmoid()
    def tanh(self, _): return nn.Tanh()
    def maxpool(self, _): return nn.MaxPool2d(2)
    def avgpool(self, _): return nn.AvgPool2d(2)
    def flatten(self, _): return nn.Flatten()
    def mix(self, _): return Mix()
    def residual(self, _, inner): return Residual(self.build(inner))
    def twice(self, _, inner): return Twice(self.build(inner))
    def pair(self, _, body): return Pair(self.build(body), self.build(["mix"]))

    def branches(self, _, use, left, right):
        return Branches(self.build(left), self.build(right), self.build(["mix"]), use)

    def sequential(self, _, *children):
        """A number stands for the child of that number once more."""
        built = []
        for child in children:
            built.append(built[child] if isinstance(child, int) else self.build(child))
        return nn.Sequential(*built)


def activation(rng):
    return [rng.choice(("relu", "sigmoid", "tanh"))]


def same_shape(rng, shape, depth):
    """The description of a module whose output is of the shape of its input."""
    choice = rng.random()
    if depth <= 0 or choice < 0.35:
        if rng.random() < 0.5:
            return activation(rng)
        return ["linear", shape[0], shape[0]] if len(shape) == 1 else ["conv", shape[0], shape[0], 3, 1]
    if choice < 0.55:
        return ["residual", same_shape(rng, shape, depth - 1)]
    if choice < 0.7:
        return ["twice", same_shape(rng, shape, depth - 1)]
    if choice < 0.85:
        return ["branches", rng.choice(("both", "first", "second")), same_shape(rng, shape, depth - 1),
                same_shape(rng, shape, depth - 1)]
    children = [same_shape(rng, shape, depth - 1) for _ in range(rng.randint(1, 3))]
    if rng.random() < 0.5:
        children.append(rng.randrange(len(children)))
    return ["sequential", *children]


def to_another(rng, shape):
    """A module that changes the shape, and the shape then."""
    if len(shape) == 1:
        m = rng.randint(1, 4)
        return ["linear", shape[0], m], [m]
    c, h, w = shape
    choice = rng.random()
    if choice < 0.4 and h > 3:
        m = rng.randint(1, 3)
        return ["conv", c, m, 3, 0], [m, h - 2, w - 2]
    if choice < 0.8 and h % 2 == 0:
        return [rng.choice(("maxpool", "avgpool"))], [c, h // 2, w // 2]
    return ["flatten"], [c * h * w]


def network(rng):
    shape = rng.choice(([3], [4], [1, 4, 4], [2, 6, 6]))
    inputs = shape
    children = []
    for _ in range(rng.randint(1, 4)):
        if rng.random() < 0.5:
            child, shape = to_another(rng, shape)
            children.append(child)
        else:
            children.append(same_shape(rng, shape, rng.randint(0, 2)))
    body = children[0] if len(children) == 1 else ["sequential", *children]
    return (["pair", body] if rng.random() < 0.35 else body), inputs, shape


# The hooks of a case

class BackwardPre(torch.autograd.Function):
    """Full backward pre-hooks by their definition in PyTorch 2: what comes to the outputs of a module goes through
    them, before the full backward hooks are told and before it passes into the module."""

    @staticmethod
    def forward(ctx, run, *outputs):
        ctx.set_materialize_grads(False)
        ctx.run = run
        return tuple(t.view_as(t) for t in outputs)

    @staticmethod
    def backward(ctx, *gradients):
        return (None, *ctx.run(gradients))


def told_only_what_is_needed(setup):
    """BackwardHook.setup_input_hook whose hooks are given None for arguments that require no gradient, where PyTorch
    has zeros: the difference that the README of the library tells of."""
    def wrapped(self, args):
        needed = [t.requires_grad for t in args]
        self.user_hooks = [
            lambda m, gi, go, hook=hook: hook(m, tuple(g if n else None for g, n in zip(gi, needed)), go)
            for hook in self.user_hooks]
        return setup(self, args)
    return wrapped


class Failure(RuntimeError):
    """What a hook throws on purpose."""


class Recorder:
    def __init__(self, hooks, modules):
        self.hooks = hooks
        self.modules = modules
        self.places = {m: place for place, m in reversed(list(enumerate(modules)))}
        self.pre = {}  # full backward pre-hooks: list of (hook number, module or None)
        self.handles = {}
        self.calls = []
        self.counts = [0] * len(hooks)

    def plain(self, t):
        return None if t is None else [list(t.shape), float("%.7g" % checksum(t.detach()).item())]

    def note(self, number, module, *lists):
        if len(self.calls) >= 2 * MOST_CALLS:
            raise OverflowError
        self.calls.append([number, self.places[module], *[[self.plain(t) for t in l] for l in lists]])

    def replaced(self, number, values, source):
        """What the hook makes of its values: nothing where it only watches."""
        action, amount = self.hooks[number]["action"], self.hooks[number].get("amount", 0)
        change = {
            "scale": lambda t: t * amount,
            "shift": lambda t: t + amount,
            "detach": lambda t: t.detach() * amount,
            "mean": lambda t: t + source.mean() * amount,
            "drop": lambda t: None,
            "size": lambda t: t.flatten()[:1].repeat(7),
            "type": lambda t: t.float(),
        }
        if action == "see":
            return None
        if action == "count":
            return (*values, values[0])
        return tuple(None if t is None else change[action](t) for t in values)

    def effect(self, number):
        self.counts[number] += 1
        for what, other in self.hooks[number].get("effects", []) if self.counts[number] == 1 else []:
            if what == "remove":
                self.remove(other)
            elif what == "add":
                self.add(other)
            else:
                raise Failure("thrown by a hook")

    def run(self, number, values, source, module, *lists):
        self.note(number, module, *lists)
        self.effect(number)
        return self.replaced(number, values, source)

    def add(self, number):
        """Nothing where it is there already."""
        hook = self.hooks[number]
        if number in self.pre or number in self.handles:
            return
        module = None if hook["at"] < 0 else self.modules[hook["at"]]
        if hook["kind"] == BACKWARD_PRE:
            self.pre[number] = module
            return

        def pre(m, x):
            return self.run(number, x, None, m, x)

        def forward(m, x, y):
            ys = y if isinstance(y, tuple) else (y,)
            left = self.run(number, ys, x[0], m, x, ys)
            return left if left is None or isinstance(y, tuple) else left[0]

        def backward(m, gi, go):
            return self.run(number, gi, None, m, gi, go)
        call = {PRE: pre, FORWARD: forward, BACKWARD: backward}[hook["kind"]]
        if module is None:
            register = {PRE: nn_module.register_module_forward_pre_hook, FORWARD: nn_module.register_module_forward_hook,
                        BACKWARD: nn_module.register_module_full_backward_hook}
        else:
            register = {PRE: module.register_forward_pre_hook, FORWARD: module.register_forward_hook,
                        BACKWARD: module.register_full_backward_hook}
        self.handles[number] = register[hook["kind"]](call)

    def remove(self, number):
        self.pre.pop(number, None)
        if number in self.handles:
            self.handles.pop(number).remove()

    def wrapped_call(self, call):
        """Module.__call__ with full backward pre-hooks."""
        def wrapped(module, *args):
            own = [n for n, m in self.pre.items() if m is None] + [n for n, m in self.pre.items() if m is module]
            if own:  # a module with pre-hooks alone has the nodes of one with full backward hooks
                nodes = module.register_full_backward_hook(lambda m, gi, go: None)
            try:
                result = call(module, *args)
            finally:
                if own:
                    nodes.remove()
            outputs = result if isinstance(result, tuple) else (result,)
            if not own or not torch.is_grad_enabled() or not any(t.requires_grad for t in outputs):
                return result

            def run(gradients):
                for n in own:
                    left = self.run(n, gradients, None, module, gradients)
                    if left is not None and len(left) != len(gradients):
                        raise RuntimeError("an invalid number of grad_output")
                    gradients = gradients if left is None else left
                return gradients
            outputs = BackwardPre.apply(run, *outputs)
            return outputs if isinstance(result, tuple) else outputs[0]
        return wrapped


FORWARD_ACTIONS = ("see", "see", "scale", "shift", "detach")
BACKWARD_ACTIONS = ("see", "see", "scale", "shift", "drop")


def random_hooks(rng, modules):
    hooks = []
    for _ in range(rng.randint(3, 9)):
        kind = rng.choice((PRE, FORWARD, BACKWARD_PRE, BACKWARD, BACKWARD))
        at = -1 if rng.random() < 0.08 else rng.randrange(modules)
        actions = {PRE: FORWARD_ACTIONS, FORWARD: FORWARD_ACTIONS + ("mean",)}.get(kind, BACKWARD_ACTIONS)
        hook = {"kind": kind, "at": at, "action": rng.choice(actions)}
        if at < 0 and hook["action"] in ("detach", "drop"):
            hook["action"] = "scale"
        if kind == BACKWARD and rng.random() < 0.07:
            hook["action"] = rng.choice(("size", "type", "count"))
        if kind == BACKWARD_PRE and rng.random() < 0.04:
            hook["action"] = "count"
        if hook["action"] not in ("see", "drop", "size", "type", "count"):
            hook["amount"] = round(rng.uniform(-2, 2), 2)
        hooks.append(hook)
    for number, hook in enumerate(hooks):
        if rng.random() < 0.2:
            other = rng.choice((number, rng.randrange(len(hooks))))
            hook["effects"] = [[rng.choice(("remove", "remove", "add")), other]]
        if rng.random() < 0.03:
            hook["effects"] = hook.get("effects", []) + [["throw", 0]]
    return hooks


def random_passes(rng, hooks):
    """Which hooks come and go before a pass, and what pass it is."""
    passes, there = [], set()
    for number in range(rng.randint(1, 3)):
        new = [n for n in range(hooks) if n not in there and rng.random() < (0.75 if number == 0 else 0.4)]
        gone = [n for n in there if rng.random() < 0.25]
        rng.shuffle(new)
        there = (there - set(gone)) | set(new)
        passes.append({"remove": gone, "add": new, "x": rng.random() < 0.75, "mask": rng.random() < 0.5,
                       "grad": rng.random() < 0.92, "backward": rng.choice((1, 1, 1, 2)),
                       "use": rng.choice(("both", "both", "first", "second")),
                       "tensor": round(rng.uniform(-2, 2), 2) if rng.random() < 0.3 else None})
    return passes


def reason(error):
    text = str(error)
    for known in ("size of value", "type of value", "invalid number of grad_input", "invalid number of grad_output",
                  "thrown by a hook"):
        if known in text:
            return known
    raise error


def run_pass(case, recorder, root, what):
    for number in what["remove"]:
        recorder.remove(number)
    for number in what["add"]:
        recorder.add(number)
    begin = len(recorder.calls)
    for m in recorder.modules:
        m.zero_grad(set_to_none=True)
    x = numbers(case["seed"] + 7, [2, *case["x"]], 1).requires_grad_(what["x"])
    mask = numbers(case["seed"] + 8, [2, *case["y"]], 1).requires_grad_(what["mask"])
    result = {}
    outputs = []
    try:
        with torch.set_grad_enabled(what["grad"]):
            y = root(x, mask) if case["root"][0] == "pair" else root(x)
            outputs = y if isinstance(y, tuple) else (y,)
            used = outputs if len(outputs) == 1 or what["use"] == "both" else \
                outputs[:1] if what["use"] == "first" else outputs[1:]
            loss = sum(checksum(t) for t in used)
            # LibTorch may not tell a tensor's hook that there is no gradient
            if what["tensor"] is not None and used[0] is outputs[0] and outputs[0].requires_grad:
                def hook(g):
                    recorder.calls.append([-1, 0, [recorder.plain(g)]])
                    return g * what["tensor"]
                outputs[0].register_hook(hook)
        if loss.requires_grad:
            for i in range(what["backward"]):
                loss.backward(retain_graph=i + 1 < what["backward"])
    except RuntimeError as error:
        result["error"] = reason(error)
    result["outputs"] = [recorder.plain(t) for t in outputs]
    parameters = [p for m in recorder.modules for p in m._parameters.values()]
    result["gradients"] = [recorder.plain(t.grad) for t in (x, mask, *parameters)]
    result["calls"] = recorder.calls[begin:]
    return result


def record(seed):
    rng = random.Random(seed)
    root, x, y = network(rng)
    builder = Builder(seed)
    module = builder.build(root)
    if len(builder.modules) > 14:
        return None
    hooks = random_hooks(rng, len(builder.modules))
    case = {"seed": seed, "root": root, "x": x, "y": y, "hooks": hooks, "passes": random_passes(rng, len(hooks))}
    recorder = Recorder(hooks, builder.modules)
    call = nn.Module.__call__
    nn.Module.__call__ = recorder.wrapped_call(call)
    try:
        case["results"] = [run_pass(case, recorder, module, p) for p in case["passes"]]
    except OverflowError:
        return None
    finally:
        nn.Module.__call__ = call
        for handle in recorder.handles.values():
            handle.remove()
    isDull = not recorder.calls or len(recorder.calls) > MOST_CALLS
    return None if isDull else case


def main():
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 400
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    lines = []
    while len(lines) < count:
        case = record(seed)
        seed += 1
        if case is not None:
            lines.append(json.dumps(case, separators=(",", ":")))
    with open(sys.argv[1], "w") as out:
        out.write("[\n" + ",\n".join(lines) + "\n]\n")


BackwardHook.setup_input_hook = told_only_what_is_needed(BackwardHook.setup_input_hook)
main()
