"""A press in a process of its own: prints what comes in, and ends when nothing comes any more.

python -m builder.handouts.distant FOLDER
"""

from __future__ import annotations

import os
import pickle
import sys
from pathlib import Path

from builder import garbage
from builder.handouts.piece import Printed
from builder.handouts.press import Press
from builder.handouts.typeset import typeset

NICE = 5
"""How much a press steps back where processors are short."""


def main() -> None:
    """Read orders, `(piece, folder, kept)`, and answer each with its files or with what went wrong. The press works in an empty FOLDER."""
    garbage.look_less_often()
    # Whoever lays out goes first, so that no press waits for it; and printing does not slow down what somebody is writing in.
    os.nice(NICE)
    press, orders, answers = Press(folder=Path(sys.argv[1])), sys.stdin.buffer, sys.stdout.buffer
    while True:
        try:
            piece, folder, kept = pickle.load(orders)
        except EOFError:
            return
        answer: list[Printed] | Exception
        try:
            answer = typeset([piece], folder, kept, press=press)
        except Exception as fault:  # raised again where somebody can tell the author
            answer = fault
        pickle.dump(answer, answers)
        answers.flush()


if __name__ == "__main__":
    main()
