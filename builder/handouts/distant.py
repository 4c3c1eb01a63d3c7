"""Presses in processes of their own: each prints what comes in, and ends when nothing comes any more.

python -m builder.handouts.distant FOLDER SOCKET [FOLDER SOCKET]...

FOLDER: an empty one for a press to work in. SOCKET: the number of an open one through which it is told what to print.
"""

from __future__ import annotations

import os
import pickle
import socket
import sys
from contextlib import suppress
from pathlib import Path

from builder import garbage
from builder.handouts.piece import Printed
from builder.handouts.press import Press
from builder.handouts.typeset import typeset

NICE = 5
"""How much a press steps back where processors are short."""


def main() -> None:
    """Be a press, and make one for each further FOLDER and SOCKET: a copy of this process, which has imported everything and set nothing."""
    garbage.look_less_often()
    # Whoever lays out goes first, so that no press waits for it; and printing does not slow down what somebody is writing in.
    os.nice(NICE)
    places = [(Path(folder), int(line)) for folder, line in zip(sys.argv[1::2], sys.argv[2::2], strict=True)]
    mine = next((place for place in places[1:] if not os.fork()), places[0])
    for _, line in places:
        if line != mine[1]:
            os.close(line)  # a line ends when nobody holds it any more
    _serve(Press(folder=mine[0]), socket.socket(fileno=mine[1]))
    with suppress(ChildProcessError):
        while True:
            os.wait()


def _serve(press: Press, line: socket.socket) -> None:
    """Read orders, `(piece, folder, kept)`, and answer each with its files or with what went wrong."""
    stream = line.makefile("rwb")
    while True:
        answer: list[Printed] | Exception
        try:
            piece, folder, kept = pickle.load(stream)
        except (EOFError, OSError):
            return
        try:
            answer = typeset([piece], folder, kept, press=press)
        except Exception as fault:  # raised again where somebody can tell the author
            answer = fault
        try:
            pickle.dump(answer, stream)
            stream.flush()
        except OSError:
            return


if __name__ == "__main__":
    main()
