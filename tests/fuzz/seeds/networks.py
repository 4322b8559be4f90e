# SPDX-License-Identifier: GPL-3.0-or-later
"""Networks as pasted source, as print(model) shows them, and as JSON."""
import json


def chain(*modules):
    return f"nn.Sequential({', '.join(modules)})".encode()


def printed(*lines):
    return ("Net(\n" + "".join(f"  {line}\n" for line in lines) + ")\n").encode()


def spec(*layers, classes=10, **changes):
    whole = {"format": "glyphscope-network", "version": 1,
             "input": {"channels": 1, "height": 28, "width": 28, "mean": 0.1307, "std": 0.3081},
             "classes": [str(k) for k in range(classes)], "layers": list(layers)}
    return json.dumps({**whole, **changes}).encode()


def layer(name, kind, children=(), **options):
    return {"name": name, "kind": kind, "options": options, "children": list(children)}


END = "nn.Flatten()", "nn.LazyLinear(10)"


def networks():
    head = [layer("flat", "Flatten"), layer("fc", "Linear", out_features=10)]
    residual = "Residual(nn.Sequential(nn.Conv2d(1, 8, 3, stride=2, padding=1)), nn.Conv2d(1, 8, 1, stride=2, bias=False))"
    return {
        "ok-mlp": chain("nn.Flatten()", "nn.Linear(784, 10)"),
        "ok-conv": chain("nn.Conv2d(1, 8, 3)", "nn.ReLU(inplace=True)", "nn.MaxPool2d(2)", *END),
        "ok-keywords": chain("nn.Conv2d(in_channels=1, out_channels=8, kernel_size=(3, 3), padding=(1, 1))", *END),
        "ok-same": chain("nn.Conv2d(1, 8, 5, padding='same')", *END),
        "ok-norms": chain("nn.Conv2d(1, 8, 3)", "nn.BatchNorm2d(8, momentum=0.2)", "nn.GroupNorm(2, 8)",
                          "nn.LayerNorm((8, 26, 26))", *END),
        "ok-activations": chain("nn.GELU()", "nn.Sigmoid()", "nn.Tanh()", "nn.LeakyReLU(0.2)", "nn.Softmax(dim=1)", *END),
        "ok-pools": chain("nn.AvgPool2d(2, 2)", "nn.AdaptiveAvgPool2d((4, 4))", "nn.Dropout2d(0.1)", *END),
        "ok-nested": chain(chain(chain("nn.ReLU()").decode()).decode(), *END),
        "ok-dict": b"nn.Sequential(OrderedDict([('flat', nn.Flatten()), ('fc', nn.Linear(784, 10))]))",
        "ok-dict-keywords": b"nn.Sequential(OrderedDict(flat=nn.Flatten(), fc=nn.Linear(784, 10)))",
        "ok-dict-braces": b"nn.Sequential(OrderedDict({'flat': nn.Flatten(), 'fc': nn.Linear(784, 10)}))",
        "ok-repeat": chain("nn.Sequential(*[nn.Sequential(nn.Conv2d(1, 1, 3)) for _ in range(3)])", *END),
        "ok-siblings": chain("*[nn.ReLU() for _ in range(3)]", *END),
        "ok-star": chain("*[nn.ReLU(), nn.Tanh()]", *END),
        "ok-residual": chain(residual, *END),
        "ok-residual-identity": chain("Residual(nn.Sequential(nn.ReLU()), nn.Identity())", *END),
        "ok-variables": b"hidden = 4 * 8\nnet = nn.Sequential(nn.Flatten(), nn.Linear(28 * 28, hidden), nn.Linear(hidden, 10))",
        "ok-imports": b"import torch\nfrom torch import nn\n\n# a comment\nmodel = nn.Sequential(\n  nn.Flatten(),\n  nn.Linear(784, 10),\n)\n",
        "ok-class-before": b"class Residual(nn.Module):\n    def forward(self, x):\n        return x\n\nnn.Sequential(nn.Flatten())",
        "ok-misfit": chain("nn.Linear(784, 10)"),
        "ok-missing-option": chain("nn.Conv2d(1, 8)"),
        "ok-one-module": b"nn.Flatten()",
        "ok-empty": b"nn.Sequential()",
        "ok-printed": printed("(flat): Flatten(start_dim=1, end_dim=-1)", "(fc): Linear(in_features=784, out_features=10, bias=True)"),
        "ok-printed-conv": printed("(0): Conv2d(1, 4, kernel_size=(5, 5), stride=(2, 2), padding=(2, 2), bias=False)",
                                   "(1): BatchNorm2d(4, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)"),
        "ok-printed-copies": printed("(b): Sequential(", "  (0-2): 3 x Sequential(", "    (0): ReLU()", "  )", ")"),
        "ok-printed-residual": printed("(r): Residual(", "  (body): Sequential(", "    (0): ReLU()", "  )", "  (shortcut): Identity()", ")"),
        "ok-printed-wrapped": b"DataParallel(\n  (module): Net(\n    (a): ReLU()\n  )\n)",
        "ok-spec": spec(*head),
        "ok-spec-conv": spec(layer("conv1", "Conv2d", out_channels=4, kernel_size=3), layer("relu", "ReLU"), *head),
        "ok-spec-repeat": spec(layer("b", "Repeat", [layer("0", "ReLU")], n=3), *head),
        "ok-spec-residual": spec(layer("r", "Residual", [layer("c", "Conv2d", out_channels=4, kernel_size=3, padding=1, stride=2)]), *head),
        "no-nothing": b"",
        "no-blanks": b" \n\t\n",
        "no-word": b"hello",
        "no-call": b"LeNet()",
        "no-open": b"nn.Sequential(",
        "no-close": b"nn.Sequential())",
        "no-deep": b"nn.Sequential(" * 200,
        "no-lists": b"nn.Sequential(" + b"[" * 500,
        "no-kind": chain("nn.Upsample(2)"),
        "no-argument": chain("nn.ReLU(alpha=1)"),
        "no-square": chain("nn.Conv2d(1, 8, (3, 5))"),
        "no-channels": chain("nn.Conv2d(3, 8, 3)"),
        "no-zero": chain("nn.Dropout(1 / 0)"),
        "no-huge": chain("nn.Linear(784, 10 ** 99)"),
        "no-overflow": chain("nn.Linear(784, 99999999999999999999)"),
        "no-many": chain("*[nn.Sequential(*[nn.ReLU() for _ in range(1000)]) for _ in range(1000)]"),
        "no-quotes": b"nn.Sequential(OrderedDict([('a, nn.ReLU())]))",
        "no-name": b"nn.Sequential(OrderedDict([('a b', nn.ReLU())]))",
        "no-utf8": b"nn.Sequential(nn.ReLU(\xff\xfe))",
        "no-control": b"nn.Sequential(nn.ReLU(\x01))",
        "no-printed-class": printed("(b): Block(", "  (a): ReLU()", ")"),
        "no-printed-range": printed("(0-99999999): 100000000 x ReLU()"),
        "no-spec-key-control": spec(*head, **{"a\nb": 1}),
        "no-spec-option-control": spec(layer("c", "ReLU", **{"a\x01b": 1}), *head),
        "no-spec-kind-control": spec(layer("c", "Re\x7fLU"), *head),
        "no-spec-version": spec(*head, version=2),
        "no-spec-kind": spec(layer("a", "Upsample"), *head),
        "no-spec-misfit": spec(layer("fc", "Linear", out_features=10)),
        "no-spec-depth": spec(*json.loads("[" + '{"name":"a","kind":"Sequential","options":{},"children":[' * 9 + "]}" * 9 + "]"), *head),
    }
