"""The printed pack of the default edition, typeset once for all tests that look at it."""

from __future__ import annotations

import pickle
from itertools import groupby
from pathlib import Path

import pytest

from builder.handouts.piece import Piece, Printed
from builder.handouts.pieces import pieces
from builder.handouts.workshop import Workshop
from builder.model.curriculum import Curriculum
from tests.conftest import once


@pytest.fixture(scope="session")
def laid_out(curriculum: Curriculum) -> dict[str, list[Piece]]:
    """The pieces of the default edition by language; a test must not change them."""
    edition = curriculum.editions["kr"]
    return {language: pieces(curriculum, edition, language) for language in edition.languages}


@pytest.fixture(scope="session")
def everything(laid_out: dict[str, list[Piece]], tmp_path_factory: pytest.TempPathFactory) -> list[Printed]:
    """Every printed file of the default edition in both languages, by presses side by side; a test must not change them."""
    with once(tmp_path_factory, "pack") as folder:
        told = folder / "printed"
        if not told.exists():
            orders = [
                (list(some), folder / language)
                for language, made in laid_out.items()
                for _, some in groupby(made, lambda piece: piece.subject)
            ]
            with Workshop() as workshop:
                made = [
                    printed for some in workshop.print_all(orders, len(orders), folder / "kept") for printed in some
                ]
            told.write_bytes(pickle.dumps(made))
        return list(pickle.loads(told.read_bytes()))


@pytest.fixture(scope="session")
def pack(everything: list[Printed]) -> list[Printed]:
    """The PDFs among them."""
    return [printed for printed in everything if printed.path.suffix == ".pdf"]


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A folder for finished PDFs, empty."""
    return tmp_path / "kept"
