"""Train the network that reads beside the frames (src/dragoman/coding/neural/network.onnx) and pin it.

    make neural                                                        packages for training, then this: two hours
    python scripts/train_neural.py --start src/dragoman/coding/neural  go on from the network of a folder
    python scripts/train_neural.py --epochs 1 --limit 200 --out try    a first look

The passages of training/ and those of evaluation/ that may be trained on are its data; a twelfth of the first, chosen
by the hash of the text, is kept back. Prints what the network gets right there after each epoch. Two hours are meant on
two cores. See decisions 18 and 19 in docs/decisions.
"""

from __future__ import annotations

import argparse
import copy
import sys
import time
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "scripts")]

import torch  # noqa: E402
from sentencepiece import SentencePieceProcessor  # noqa: E402
from training.neural import base, data, export, fitting, judged, shipped, vocabulary  # noqa: E402
from training.neural.net import Net  # noqa: E402

from dragoman.coding.neural.network import FOLDER  # noqa: E402
from dragoman.coding.neural.window import Pieces  # noqa: E402
from dragoman.model import Kind  # noqa: E402

LAYERS, DROPOUT = 12, 0.1
MIXED = 0.7
"""What the new weights count where they are mixed with those that they were fitted from."""
EVENED = 240
"""Examples by which the outputs of the base are evened out."""


def options(recipe: fitting.Recipe) -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--epochs", type=int, default=recipe.epochs)
    parser.add_argument("--seed", type=int, default=recipe.seed)
    parser.add_argument("--rate", type=float, default=recipe.rate)
    parser.add_argument("--batch", type=int, default=recipe.batch)
    parser.add_argument("--frozen", type=int, default=recipe.frozen)
    parser.add_argument("--layers", type=int, default=LAYERS)
    parser.add_argument("--start", type=Path, help="go on from the network in this folder, not from the base")
    parser.add_argument("--limit", type=int, help="train on so many passages only")
    parser.add_argument("--out", type=Path, default=ROOT / "build/network", help="where the network is made")
    parser.add_argument("--install", action="store_true", help="put it into the package when it is made")
    parser.add_argument("--look", type=Path, nargs="*", default=[], help="gold files to score after each epoch")
    return parser.parse_args()


def main() -> int:
    """Choose the pieces, lay the passages out, fit, write."""
    recipe = fitting.Recipe()
    asked = options(recipe)
    torch.manual_seed(asked.seed)
    asked.out.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()

    start = base.load()
    model = (asked.start / "pieces.model").read_bytes() if asked.start else vocabulary.made(start, ROOT)
    (asked.out / "pieces.model").write_bytes(model)
    processor = SentencePieceProcessor(model_proto=model)
    pieces = Pieces(processor)

    passages = [*data.written(ROOT / "training"), *data.measured(ROOT / "evaluation")]
    back = [p for p in passages if p.group != "evaluation" and p.kept_back]
    ours = [p for p in passages if p.group == "evaluation" or not p.kept_back][: asked.limit]
    shown = list(data.examples(map(data.by_frames, ours), pieces))
    looks = {"kept back": list(data.examples(back, pieces))}
    for path in asked.look:
        for language in ("ru", "en"):
            found = (p for p in data.looked_at(path) if p.language == language)
            looks[f"{path.stem} {language}"] = list(data.examples(found, pieces))
    statements = sum(len(e.targets) for e in shown)
    print(
        f"{processor.get_piece_size()} pieces; {len(shown)} windows with {statements} conclusions and events, "
        f"{len(looks['kept back'])} kept back",
        flush=True,
    )

    net = Net(start, vocabulary.rows(start, processor), asked.layers, DROPOUT)
    if asked.start:
        shipped.load(net, asked.start / "network.onnx")
    else:
        some = shown[:: max(1, len(shown) // EVENED)]
        net.even_out([(i, m, k) for i, m, _, k in map(fitting.laid_out, fitting.in_turn(some, recipe.batch))])

    def after(epoch: int, loss: float) -> None:
        print(f"epoch {epoch + 1}: loss {loss:.3f}, {time.monotonic() - began:.0f} s", flush=True)
        for name, examples in looks.items():
            said = judged.heard(net, examples)
            for kind in (Kind.inference, Kind.event):
                print(f"  {name:<16}{kind.value:<10}{judged.told(examples, said, kind)}", flush=True)
        export.write(net, asked.out)

    asked_for = replace(
        recipe, epochs=asked.epochs, seed=asked.seed, rate=asked.rate, batch=asked.batch, frozen=asked.frozen
    )
    fitting.fit(net, shown, asked_for, after)
    if asked.start:
        before = copy.deepcopy(net)
        shipped.load(before, asked.start / "network.onnx")
        fitting.mix(net, before.state_dict(), MIXED)
    export.write(net, asked.out)
    if asked.install:
        export.install(asked.out, FOLDER)
    return 0


if __name__ == "__main__":
    sys.exit(main())
