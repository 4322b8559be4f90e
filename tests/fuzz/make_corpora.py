# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the seed corpora again: python3 tests/fuzz/make_corpora.py

Files named ok-* must be accepted, no-* refused; found-* were found by fuzzing, are not made here and stay. The standard
library is enough. Nothing needs this to build or to test: what it makes is in the repository.
"""
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from seeds import files, ink, networks, pictures, pt, texts  # noqa: E402

corpora = {
    "idx": files.idx(),
    "gzip": files.gzip(),
    "npz": files.npz(),
    "safetensors": files.safetensors(),
    "pt": pt.pt(),
    "inkml": ink.inkml(),
    "unipen": ink.unipen(),
    "pictures": pictures.pictures(),
    "settings": texts.settings(),
    "runs": texts.runs(),
    "networks": networks.networks(),
}
for reader, seeds in corpora.items():
    folder = Path(__file__).parent / "corpus" / reader
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        if old.name.startswith(("ok-", "no-")):
            old.unlink()
    for name, content in seeds.items():
        assert name.startswith(("ok-", "no-")), name
        (folder / name).write_bytes(content)
    print(f"{reader}: {len(seeds)} files, {sum(map(len, seeds.values()))} bytes")
