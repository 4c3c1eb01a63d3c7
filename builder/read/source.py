"""Reading one text file safely: what can be refused is refused here, once, for every format."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from builder.model.finding import Finding, Place, Rule, finding
from builder.read import faults

MAX_BYTES = 1_000_000
HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ud800-\udfff\ufeff]"
)
"""Control characters, all that turn the direction of writing, half characters, stray byte-order marks, line and paragraph separators."""

MAX_MARKS = 30
"""So many combining characters may follow a letter; putting longer runs in order takes a time that grows with their square."""
_UNCOMMON = re.compile(f"[^\x00-\u02ff가-힣ᄀ-ᇿ]{{{MAX_MARKS + 1},}}")


@dataclass(frozen=True)
class Source:
    """A text file as read: `path` below the root with `/`, text in NFC with `\\n` line ends and no byte-order mark."""

    path: str
    text: str

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their ends."""
        return self.text.split("\n")


def read_source(root: Path, path: str) -> tuple[Source | None, list[Finding]]:
    """The file `path` below `root`, or `None` with the findings that say why it cannot be read."""

    def refuse(rule: Rule, message: str, line: int = 0, column: int = 0) -> tuple[None, list[Finding]]:
        return None, [finding(rule, Place(path, line, column), message)]

    file = root / path
    try:
        real = Path(os.path.realpath(file))
        if not real.is_relative_to(os.path.realpath(root)):
            return refuse(faults.OUTSIDE, "this link leads out of the curriculum's folder")
        mode = real.stat().st_mode
        if not stat.S_ISREG(mode):
            return refuse(
                faults.NOT_A_FILE,
                "this is a folder where a file is expected" if stat.S_ISDIR(mode) else "this is not an ordinary file",
            )
        if real.stat().st_size > MAX_BYTES:
            return refuse(
                faults.TOO_LARGE, f"this file has {real.stat().st_size:,} bytes; a text file may have {MAX_BYTES:,}"
            )
        raw = real.read_bytes()
    except FileNotFoundError:
        return refuse(faults.MISSING, "this file does not exist")
    except OSError as error:
        return refuse(faults.NOT_A_FILE, f"this file cannot be read ({error.strerror})")
    return _decode(path, raw)


def _decode(path: str, raw: bytes) -> tuple[Source | None, list[Finding]]:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None, [finding(faults.ENCODING, Place(path), "this file is saved as UTF-16")]
    if raw.count(0) > len(raw) // 4:
        return None, [finding(faults.ENCODING, Place(path), "this file is not saved as UTF-8 (it looks like UTF-16)")]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1
        guess = " (it looks like CP949, the old Korean encoding)" if _is_cp949(raw) else ""
        return None, [finding(faults.ENCODING, Place(path, line, column), f"this file is not saved as UTF-8{guess}")]
    if _is_piled_up(text):
        message = f"more than {MAX_MARKS} combining marks stand on one letter"
        return None, [finding(faults.CONTROL, Place(path), message, "delete the marks")]
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    source = Source(path, text)
    hidden = [
        finding(
            faults.CONTROL,
            Place(path, number, match.start() + 1),
            f"an invisible character (U+{ord(match.group()):04X}) stands here",
        )
        for number, line in enumerate(source.lines, 1)
        for match in HIDDEN.finditer(line)
    ]
    if hidden:
        return None, hidden[:20]
    if not text.strip():
        return None, [finding(faults.EMPTY, Place(path), "this file is empty")]
    return source, []


def _is_piled_up(text: str) -> bool:
    """Whether some letter carries an absurd number of combining marks."""
    for run in _UNCOMMON.finditer(text):
        marks = 0
        for character in run.group():
            marks = marks + 1 if unicodedata.combining(character) else 0
            if marks > MAX_MARKS:
                return True
    return False


def _is_cp949(raw: bytes) -> bool:
    try:
        return any("가" <= character <= "힣" for character in raw.decode("cp949"))
    except UnicodeDecodeError:
        return False
