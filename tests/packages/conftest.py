"""The banks that every format is tested with."""

from __future__ import annotations

import pytest

from builder.model.curriculum import Curriculum
from builder.packages import Bank
from tests.packages.banks import LANGUAGES, every, real_banks
from tests.packages.nasty import nasty_bank


@pytest.fixture(params=["every", "nasty", "real"])
def banks(request: pytest.FixtureRequest, curriculum: Curriculum) -> list[Bank]:
    """One item of every type in each language; the nasty texts; and the project's own lessons in each language."""
    match request.param:
        case "every":
            return [every(language) for language in LANGUAGES]
        case "nasty":
            return [nasty_bank("ko")]
        case _:
            return real_banks(curriculum)
