"""The reference page of the platforms, made from the targets: what each holds, what becomes of the rest, where to click."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from builder.model.view import interface_words
from builder.packages.target import FEATURES, KEPT, Fate, Means, Target

_word = partial(interface_words("en", "packages").__getitem__)

_HEAD = """# Platforms

<!-- Made from the targets themselves: `LIKENESS_SNAPSHOTS=write pytest tests/packages/test_reference.py` -->

`likeness export` writes the items of each lesson for these platforms, and beside each file a report of what its items lose there. The
teacher tree has the same files on each lesson's page *Use it in your platform*. How a format is made, and what was learned about it:
[Packages](../engineers/packages.md). How a bank moves in: [Your own bank](../authors/your-own-bank.md).

**yes**: arrives as it is. **changed**: arrives in another form. **no**: does not arrive. What that means stands below, for each platform.
"""

_TYPES = FEATURES[:8]
_PARTS = FEATURES[8:]
_OF = {"partial": ("multi",), "all-or-nothing": ("multi",)}
"""The types that a feature is of, where not of all."""
_FATES: dict[Fate, str] = {"kept": "yes", "degraded": "changed", "dropped": "no"}


def platforms_page(targets: Sequence[Target]) -> str:
    """The page in Markdown: which types go where, what of an item goes where, then each platform by itself."""
    parts = [
        _HEAD,
        f"## Types of items\n\n{_table(targets, _TYPES)}\n",
        f"## What an item has\n\n{_table(targets, _PARTS)}\n",
        *(_entry(target) for target in targets),
    ]
    return "\n".join(parts)


def _table(targets: Sequence[Target], features: Sequence[str]) -> str:
    head = ["| |", "|--|"]
    rows = [
        "| " + " | ".join([f"[{target.id}](#{target.id})", *(_cell(target, feature) for feature in features)]) + " |"
        for target in targets
    ]
    names = " | ".join(f"{_word(f'has-{feature}')}" for feature in features)
    return "\n".join([f"{head[0]} {names} |", head[1] + "--|" * len(features), *rows])


def _cell(target: Target, feature: str) -> str:
    """What becomes of a feature; where that depends on the type, it has changed; of types that do not go there, nothing arrives."""
    there = [kind for kind in _OF.get(feature, _TYPES) if target.means(kind).fate != "dropped"]
    fates = {target.means(feature, kind).fate for kind in there}
    return _FATES["dropped" if not fates else fates.pop() if len(fates) == 1 else "degraded"]


def _entry(target: Target) -> str:
    about = [f"## {target.id}", f"{_word(target.id)}. {_word(f'{target.id}-where')}"]
    if target.games:
        about.append("Only items with `game: true` go there.")
    kept = [_word(f"has-{feature}") for feature in FEATURES if _cell(target, feature) == "yes"]
    about.append(f"Arrives as it is: {', '.join(kept)}.")
    return "\n\n".join([*about, "\n".join(_losses(target))]) + "\n"


def _losses(target: Target) -> list[str]:
    """A line for each thing that is not kept, in the order of the tables; those of one type after the rest."""
    general = [(feature, "", target.losses[feature]) for feature in FEATURES if feature in target.losses]
    special = [
        (feature, kind, target.losses[f"{kind}/{feature}"])
        for feature in FEATURES
        for kind in _TYPES
        if f"{kind}/{feature}" in target.losses
    ]
    return [_line(*loss) for loss in (*general, *special) if loss[2] != KEPT]


def _line(feature: str, kind: str, means: Means) -> str:
    of = f" ({_word(f'has-{kind}')})" if kind else ""
    return f"- {_FATES[means.fate]}: {_word(f'has-{feature}')}{of} – {_word(f'how-{means.how}')}"
