"""The workshop: as many presses side by side as there are processors, eight at most, each in a process of its own.

The first is a fresh process and not a copy of this one, for the typesetter keeps threads that a copy would wait for in vain; the others
are copies of the first, made when it has imported everything and set nothing. Each is told what to print through a line of its own, and
ends when that ends: also when the build is killed.
"""

from __future__ import annotations

import os
import pickle
import signal
import socket
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from itertools import islice
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory

from builder.handouts.errors import TypesetError
from builder.handouts.piece import Piece, Printed

FEW = 4
"""So many orders are what somebody is writing at, and will change again."""

MOST = 8
"""Presses: more would wait for what is laid out, and each holds some 300 MB as long as the workshop is open."""

PATIENCE = 3
"""Seconds a press may take to finish what it is at, when it is to end."""

_AHEAD = 2
"""Orders laid out ahead for each press: enough that none waits, few enough for any memory."""

Order = tuple[Iterable[Piece], Path]
"""The pieces of a lesson, a module or the whole, and the folder of their files. The pieces are made when they are asked for."""

_Begun = list[Future[list[Printed]]]
"""An order at work: the files of each of its pieces, when they are there."""


class Workshop:
    """Presses that stay until the workshop is closed. They start when there is something to print.

    A press knows the last ten documents it has set: one of them with another line is set in a fifth of the time. So where few
    orders come, each piece goes to the press that had it last time; where many come, to whichever is free.
    """

    def __init__(self) -> None:
        self._benches = TemporaryDirectory(prefix="likeness-")
        self._presses = [_DistantPress(Path(self._benches.name, str(n))) for n in range(min(os.cpu_count() or 1, MOST))]
        self._processes: list[subprocess.Popen[bytes]] = []
        self._teams: list[_Team] = []

    def __enter__(self) -> Workshop:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the presses; one in the middle of its work leaves no half PDF behind."""
        for team in self._teams:
            team.give_up()
        for press in self._presses:
            press.hang_up()
        _part(self._teams)
        for process in self._processes:
            _end(process)
        for press in self._presses:
            press.close()
        self._benches.cleanup()

    def print_all(self, orders: Iterable[Order], count: int, kept: Path) -> Iterator[list[Printed]]:
        """The files of each of `count` orders, in their order; `kept` is the folder of finished ones.

        The presses begin at once, before the first files are asked for. What is still asked for of an earlier call is given up.
        Raises `TypesetError` as `typeset` does.
        """
        _part(self._teams)
        rows = [[press] for press in self._presses] if count <= FEW else [self._presses]
        if lacking := [press for press in self._presses if count and not press.listens()]:
            self._processes.append(_started(lacking))
        self._teams = teams = [_Team(row) for row in rows] if count else []
        given = (
            [teams[n % len(teams)].give(piece, folder, kept) for n, piece in enumerate(pieces)]
            for pieces, folder in orders
        )
        begun = deque(islice(given, len(self._presses) * _AHEAD))
        return _in_turn(teams, begun, given)


def _in_turn(teams: list[_Team], begun: deque[_Begun], rest: Iterator[_Begun]) -> Iterator[list[Printed]]:
    """The files of each order; with each that is asked for another one is begun."""
    try:
        while begun:
            begun.extend(islice(rest, 1))
            yield [printed for piece in begun.popleft() for printed in piece.result()]
    finally:
        _part(teams)


def _part(teams: list[_Team]) -> None:
    """Give up what nobody has begun, and wait for the rest."""
    for team in teams:
        team.give_up()
    for team in teams:
        team.wait()


class _Team:
    """Presses that share a pile of work."""

    def __init__(self, presses: list[_DistantPress]) -> None:
        self._free: SimpleQueue[_DistantPress] = SimpleQueue()
        self._hands = ThreadPoolExecutor(len(presses))
        for press in presses:
            self._free.put(press)

    def give(self, piece: Piece, folder: Path, kept: Path) -> Future[list[Printed]]:
        """Print a piece when its turn comes."""
        return self._hands.submit(self._print, piece, folder, kept)

    def give_up(self) -> None:
        """Leave what nobody has begun."""
        self._hands.shutdown(wait=False, cancel_futures=True)

    def wait(self) -> None:
        """Until the rest is done."""
        self._hands.shutdown()

    def _print(self, piece: Piece, folder: Path, kept: Path) -> list[Printed]:
        press = self._free.get()
        try:
            return press.print(piece, folder, kept)
        finally:
            self._free.put(press)


class _DistantPress:
    """A press in another process, at the other end of a line. It works in `folder`, which is to be removed when it has ended."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._line: socket.socket | None = None

    def answer_to(self, line: socket.socket) -> None:
        """From now on the press is at the other end of `line`."""
        self.close()
        self._line, self._stream = line, line.makefile("rwb")

    def listens(self) -> bool:
        """Whether there is somebody at the other end; a press that was killed does not listen."""
        try:
            return self._line is not None and self._line.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT) != b""
        except BlockingIOError:
            return True
        except OSError:
            return False

    def print(self, piece: Piece, folder: Path, kept: Path) -> list[Printed]:
        """What `typeset` gives or raises."""
        try:
            pickle.dump((piece, folder, kept), self._stream)
            self._stream.flush()
            answer: list[Printed] | Exception = pickle.load(self._stream)
        except (OSError, EOFError) as gone:
            raise TypesetError("a press stopped in the middle of its work (was it killed?); build again") from gone
        if isinstance(answer, Exception):
            raise answer
        return answer

    def hang_up(self) -> None:
        """The press ends when it has finished what it is at; whoever waits for it hears that it stopped."""
        if self._line is not None:
            with suppress(OSError):
                self._line.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Give up the line, for which nobody may be waiting any more."""
        line, self._line = self._line, None
        if line is not None:
            with suppress(OSError):  # what was not yet sent to somebody who has gone
                self._stream.close()
            line.close()


def _started(presses: list[_DistantPress]) -> subprocess.Popen[bytes]:
    """The process of the first of these presses, of which the others are copies; they get ready while others work."""
    lines = [socket.socketpair() for _ in presses]
    # -P: no module is ever taken from the folder somebody stands in. In a session of its own, so that Ctrl-C reaches
    # the build alone, which then ends its presses.
    command = [sys.executable, "-P", "-m", "builder.handouts.distant"]
    for press, (_, theirs) in zip(presses, lines, strict=True):
        command += [str(press.folder), str(theirs.fileno())]
    # There is a press for each processor, so none needs helpers of its own.
    alone = {**os.environ, "RAYON_NUM_THREADS": "1"}
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        pass_fds=[theirs.fileno() for _, theirs in lines],
        start_new_session=True,
        env=alone,
    )
    for press, (ours, theirs) in zip(presses, lines, strict=True):
        press.answer_to(ours)
        theirs.close()
    return process


def _end(process: subprocess.Popen[bytes]) -> None:
    """Wait until the presses of a process have ended, which have been hung up on; not for long."""
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
