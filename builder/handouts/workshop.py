"""Printing much: as many presses side by side as there are processors, each in a process of its own.

A fresh process and not a copy of this one, for the typesetter keeps threads that a copy would wait for in vain. It is told
what to print through its input, and ends when that ends: also when the build is killed.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory

from builder.handouts.errors import TypesetError
from builder.handouts.piece import Piece, Printed
from builder.handouts.press import Press
from builder.handouts.typeset import typeset

FEW = 4
"""So many orders are printed sooner here than another press is set up."""

_AHEAD = 2
"""Orders laid out ahead for each press: enough that none waits, few enough for any memory."""

Order = tuple[Iterable[Piece], Path]
"""The pieces of a lesson, a module or the whole, and the folder of their files. The pieces are made when they are asked for."""


def print_all(orders: Iterable[Order], count: int, kept: Path) -> Iterator[list[Printed]]:
    """The PDFs of each of `count` orders, in their order. Raises `TypesetError` as `typeset` does."""
    presses = min(os.cpu_count() or 1, count)
    if count <= FEW or presses < 2:
        press = Press()
        yield from (typeset(pieces, folder, kept, press=press) for pieces, folder in orders)
        return
    with ExitStack() as room:
        benches = room.enter_context(TemporaryDirectory(prefix="likeness-"))
        free: SimpleQueue[_DistantPress] = SimpleQueue()
        for number in range(presses):
            distant = _DistantPress(Path(benches, str(number)))
            room.callback(distant.close)
            free.put(distant)
        hands = room.enter_context(ThreadPoolExecutor(presses))
        room.callback(hands.shutdown, wait=False, cancel_futures=True)
        yield from _in_turn(orders, hands, free, kept, presses * _AHEAD)


def _in_turn(
    orders: Iterable[Order],
    hands: ThreadPoolExecutor,
    free: SimpleQueue[_DistantPress],
    kept: Path,
    ahead: int,
) -> Iterator[list[Printed]]:
    def give(pieces: list[Piece], folder: Path) -> list[Printed]:
        press = free.get()
        try:
            return press.print(pieces, folder, kept)
        finally:
            free.put(press)

    waiting: deque[Future[list[Printed]]] = deque()
    for pieces, folder in orders:
        waiting.append(hands.submit(give, list(pieces), folder))
        if len(waiting) > ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


class _DistantPress:
    """A press in another process, which works in a folder that is to be removed when it has ended."""

    def __init__(self, folder: Path) -> None:
        # -P: no module is ever taken from the folder somebody stands in. In a session of its own, so that Ctrl-C reaches
        # the build alone, which then ends its presses.
        command = [sys.executable, "-P", "-m", "builder.handouts.distant", str(folder)]
        # There is a press for each processor, so none needs helpers of its own.
        alone = {**os.environ, "RAYON_NUM_THREADS": "1"}
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True, env=alone
        )

    def print(self, pieces: list[Piece], folder: Path, kept: Path) -> list[Printed]:
        """What `typeset` gives or raises."""
        assert self._process.stdin and self._process.stdout
        try:
            pickle.dump((pieces, folder, kept), self._process.stdin)
            self._process.stdin.flush()
            answer: list[Printed] | Exception = pickle.load(self._process.stdout)
        except (OSError, EOFError) as gone:
            raise TypesetError("a press stopped in the middle of its work (was it killed?); build again") from gone
        if isinstance(answer, Exception):
            raise answer
        return answer

    def close(self) -> None:
        """End the process; a press in the middle of its work leaves no half PDF behind."""
        self._process.kill()
        self._process.communicate()
