"""Printing much: as many presses side by side as there are processors, each in a process of its own.

A fresh process and not a copy of this one: the typesetter keeps threads, which a copy would wait for in vain.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from builder.handouts.piece import Piece, Printed
from builder.handouts.press import Press
from builder.handouts.typeset import typeset

FEW = 4
"""So many lessons are printed sooner here than another press is set up."""

_AHEAD = 2
"""Lessons laid out ahead for each press: enough that none waits, few enough for any memory."""

Order = tuple[Iterable[Piece], Path]
"""The pieces of a lesson, and the folder of their PDFs. The pieces are made when they are asked for."""


def print_all(orders: Iterable[Order], count: int, kept: Path) -> Iterator[list[Printed]]:
    """The PDFs of each of `count` orders, in their order. Raises `TypesetError` as `typeset` does."""
    presses = min(os.cpu_count() or 1, count)
    if count <= FEW or presses < 2:
        press = Press()
        yield from (typeset(pieces, folder, kept, press=press) for pieces, folder in orders)
        return
    with ProcessPoolExecutor(presses, get_context("spawn"), _set_up) as pool:
        try:
            yield from _in_turn(orders, pool, kept, presses * _AHEAD)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _in_turn(orders: Iterable[Order], pool: ProcessPoolExecutor, kept: Path, ahead: int) -> Iterator[list[Printed]]:
    waiting: deque[Future[list[Printed]]] = deque()
    for pieces, folder in orders:
        waiting.append(pool.submit(_print, list(pieces), folder, kept))
        if len(waiting) > ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


_press: Press | None = None


def _set_up() -> None:
    """In the new process: one press for all its orders. The first process alone answers when somebody stops the build."""
    global _press
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _press = Press()


def _print(pieces: list[Piece], folder: Path, kept: Path) -> list[Printed]:
    return typeset(pieces, folder, kept, press=_press)
