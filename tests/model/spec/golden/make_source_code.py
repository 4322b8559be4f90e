# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs our Python sources and notes what PyTorch says of them.

    tests_model_spec --write-networks FOLDER 60
    python3 make_source_code.py FOLDER          makes source_code.json
    python3 make_source_code.py FOLDER --check  compares only, for more networks than are kept

Made with Debian's python3-torch 1.13.
"""
import hashlib
import json
import sys
from pathlib import Path

import torch
from torch import nn


def models(folder, name):
    """The model of the one class, and that of the short form."""
    space = {}
    exec(compile((folder / f"{name}.py").read_text(), f"{name}.py", "exec"), space)
    classes = [v for v in space.values() if isinstance(v, type) and issubclass(v, nn.Module)]
    assert len(classes) == 1, f"{name}: {classes}"
    torch.manual_seed(1)
    model = classes[0]()
    short = {}
    exec(compile((folder / f"{name}.seq.py").read_text(), f"{name}.seq.py", "exec"), short)
    return model, short["model"]


def state_of(model):
    return [" ".join([key, *map(str, value.shape)]) for key, value in model.state_dict().items()]


def order(path):
    stem, _, number = path.stem.partition("-")
    return (stem == "random", int(number) if stem == "random" else 0, path.stem)


folder = Path(sys.argv[1])
goldens = []
for path in sorted(folder.glob("*.json"), key=order):
    name = path.stem
    classes = len(json.loads(path.read_text())["classes"])
    model, short = models(folder, name)
    state = state_of(model)
    assert state == (folder / f"{name}.state").read_text().splitlines(), f"{name}: other tensors than stateOf()"
    assert state == state_of(short), f"{name}: the short form has other tensors"
    assert str(model) + "\n" == (folder / f"{name}.txt").read_text(), f"{name}: print() shows\n{model}"
    picture = torch.rand(2, 1, 28, 28)
    short.load_state_dict(model.state_dict(), strict=True)
    with torch.no_grad():
        logits, again = model.eval()(picture), short.eval()(picture)
    assert logits.shape == (2, classes) and torch.equal(logits, again), f"{name}: other logits"
    digest = lambda suffix: hashlib.sha256((folder / f"{name}{suffix}").read_bytes()).hexdigest()
    goldens.append({"name": name, "python": digest(".py"), "sequential": digest(".seq.py"),
                    "printed": str(model) + "\n", "state": state})
print(f"{len(goldens)} networks, PyTorch {torch.__version__}")
if "--check" not in sys.argv:
    out = Path(__file__).parent / "source_code.json"
    out.write_text("[\n" + ",\n".join(json.dumps(golden) for golden in goldens) + "\n]\n")
