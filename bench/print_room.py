"""Prints the full set of a curriculum from nothing, as a build does, and prints one line of JSON about it.

python -m bench.print_room FOLDER
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from bench.measure import megabytes, pace
from builder.handouts.workshop import Workshop
from builder.printing import make_prints
from builder.read import read_curriculum


def main() -> None:
    """Print into FOLDER/print-room, which must not be there."""
    folder = Path(sys.argv[1])
    reading = read_curriculum(folder)
    assert reading.curriculum is not None
    edition, place = reading.curriculum.editions["kr"], folder / "print-room"
    paced = pace()
    started = time.perf_counter()
    with Workshop() as workshop:
        room = make_prints(reading, edition, place, place / "draft", workshop)
    seconds = time.perf_counter() - started
    pdfs = [made for made in room.prints if made.format == "pdf"]
    spent = [resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(
        json.dumps(
            {
                "PDFs": len(pdfs),
                "pages": sum(made.pages for made in pdfs),
                "to edit": sum(made.format in {"docx", "pptx"} for made in room.prints),
                "seconds": seconds,
                "of a processor": sum(usage.ru_utime + usage.ru_stime for usage in spent),
                "MB of the build": megabytes(spent[0]),
                "MB of a press": megabytes(spent[1]),
                "pace of the machine (a loop of a million), seconds": (paced + pace()) / 2,
            }
        )
    )


if __name__ == "__main__":
    main()
