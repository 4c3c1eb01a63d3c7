"""What other people's readers make of a file of ours. Each function needs the fixture `readers`.

Every one is a thin question to a small Node.js script beside this module, which hands the file to a package that nobody here
wrote. What the reader refuses comes back as `Refused`, in the reader's own words.
"""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools.foreign_readers import find_node

HERE = Path(__file__).parent


class Refused(Exception):
    """A reader does not take the file; the message is the reader's own."""


def gift(text: str) -> list[dict[str, Any]]:
    """The questions of a GIFT file as gift-pegjs reads them (its `index.d.ts` says the keys).

    Raises Refused with line, column and reason. Of a true-false item, `trueFeedback` is the first text in the
    file, which a learner sees after the wrong answer, and `falseFeedback` the second, after the right one, whatever their names say.
    """
    questions: list[dict[str, Any]] = ask("gift", text.encode())
    return questions


@dataclass(frozen=True)
class Cell:
    """A cell of a spreadsheet: `kind` is empty, text, number, truth, date, formula, link, rich text, merged or error."""

    address: str
    kind: str
    value: str | float | bool | None
    formula: str | None


def spreadsheet(path: Path, sheet: str = "") -> list[list[Cell]]:
    """The rows of an xlsx file as exceljs reads them, from the first: its first sheet, or the one named.

    A row holds the cells from column A to its last; one without any is an empty list. Raises Refused.
    """
    rows = ask("spreadsheet", path.read_bytes(), *filter(None, [sheet]))
    return [[Cell(**cell) for cell in row] for row in rows]


def delimited(path: Path, delimiter: str = ",") -> list[list[str]]:
    """The rows of a CSV or TSV file as Papa Parse reads them; a byte-order mark and the last line break are no part of them.

    Raises Refused.
    """
    rows: list[list[str]] = ask("delimited", path.read_bytes(), delimiter)
    return rows


def apps_script_faults(text: str) -> list[str]:
    """What the TypeScript compiler has against an Apps Script file, each as `script.js:line:column: TS…: reason`.

    It knows the typings of Apps Script and nothing of a browser or of Node.js. It is strict: a parameter needs its type in JSDoc
    (`@param {GoogleAppsScript.Forms.Form} form`), for a method of what has none could have any name.
    """
    faults: list[str] = ask("apps_script", text.encode())
    return faults


def ask(script: str, given: bytes, *words: str) -> Any:
    """What the script `<script>.cjs` answers about the bytes; raises Refused when its reader refuses them."""
    node = find_node()
    assert node, "ask for the fixture `readers`"
    command = [node, str(HERE / f"{script}.cjs"), *words]
    ended = subprocess.run(command, input=given, capture_output=True, cwd=HERE, check=False)
    if ended.returncode != 0:
        raise RuntimeError(f"{script}.cjs broke: {ended.stderr.decode(errors='replace')[-2000:]}")
    said = json.loads(ended.stdout)
    if "fault" in said:
        raise Refused(said["fault"])
    return said["read"]
