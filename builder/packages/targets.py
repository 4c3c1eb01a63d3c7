"""All targets, in the order in which teachers are shown them."""

from __future__ import annotations

from builder.errors import LikenessError
from builder.packages import (
    anki,
    blooket,
    common_cartridge,
    gift,
    gimkit,
    google_forms,
    h5p,
    kahoot,
    liascript,
    moodle_xml,
    qti21,
    quizlet,
    scorm,
    wayground,
)
from builder.packages.target import Target
from builder.read.outline import did_you_mean

TARGETS: tuple[Target, ...] = (
    google_forms.TARGET,
    moodle_xml.TARGET,
    common_cartridge.TARGET,
    scorm.TARGET,
    gift.TARGET,
    h5p.TARGET,
    qti21.TARGET,
    liascript.TARGET,
    kahoot.TARGET,
    wayground.TARGET,
    blooket.TARGET,
    gimkit.TARGET,
    quizlet.TARGET,
    anki.TARGET,
)


def target_of(wanted: str) -> Target:
    """The target with this id. Raises `LikenessError` when there is none."""
    known = {target.id: target for target in TARGETS}
    if wanted not in known:
        near = did_you_mean(wanted, list(known)) or f"there are: {', '.join(known)}"
        raise LikenessError(f'There is no format "{wanted}"; {near}')
    return known[wanted]
