"""Train the weights by which actors are linked to roles (src/dragoman/coding/learned/roles.json).

    python scripts/train_links.py [GOLD …]

GOLD are files or folders of annotated passages (default: evaluation/); passages of the split that is kept unread are
left out, the annotated sentences of tests/coding/sentences are added. The same data give the same file: no chance is
involved. Prints what cross-validation says of the thresholds. See docs/decisions/0008-learned-links.md.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src"), str(ROOT / "scripts")]

from training import data, fitting, limits  # noqa: E402

from dragoman.coding.learned import model as learned  # noqa: E402


def main() -> int:
    """Record, fit, tune, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="*", type=Path, default=[ROOT / "evaluation"])
    texts = data.texts(parser.parse_args().gold, ROOT / "tests/coding/sentences")
    drafts = data.recorded(texts)
    print(f"{len(texts)} texts, {len(drafts)} drafts, {sum(d.gold is not None for d in drafts)} of them annotated")
    judged = limits.unseen(drafts)
    asked = [t for t in texts if t.document.language in limits.LANGUAGES]
    names = {t.document.id for t in asked}
    own = [pair for pair in judged if pair[0].text in names]
    plain = limits.mended(own, limits.OFF)
    print(f"rules alone: same actors {limits.exact(plain):.3f}, F1 {limits.f1(asked, limits.by_rules(plain)):.3f}")
    roles = limits.best(limits.options(limits.ROLES), lambda o: limits.exact(limits.mended(own, o)))
    mended = limits.mended(judged, roles)
    chances = [m for m in limits.unseen_chances(mended) if m.recorded.text in names]
    linked = limits.exact(chances), limits.f1(asked, limits.by_rules(chances))
    print(f"linked {roles}: same actors {linked[0]:.3f}, F1 {linked[1]:.3f}")
    stands = limits.best(limits.options(limits.STANDS), lambda o: limits.f1(asked, limits.standing(chances, o)))
    print(f"judged {stands}: F1 {limits.f1(asked, limits.standing(chances, stands)):.3f}")
    learned.save("roles", learned.Model(fitting.fitted(drafts), roles, limits.LANGUAGES))
    weights = fitting.regression(limits.merit_rows(mended), limits.MERIT_DECAY)
    learned.save("stands", learned.Model(weights, stands, limits.LANGUAGES))
    return 0


if __name__ == "__main__":
    sys.exit(main())
