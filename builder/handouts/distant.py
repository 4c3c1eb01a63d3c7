"""A press in a process of its own: prints what comes in, and ends when nothing comes any more.

python -m builder.handouts.distant FOLDER
"""

from __future__ import annotations

import pickle
import sys
from pathlib import Path

from builder import garbage
from builder.handouts.piece import Printed
from builder.handouts.press import Press
from builder.handouts.typeset import typeset


def main() -> None:
    """Read orders, `(piece, folder, kept)`, and answer each with its files or with what went wrong. The press works in an empty FOLDER."""
    garbage.look_less_often()
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
