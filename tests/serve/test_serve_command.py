"""An author keeps `likeness serve` running while writing."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.request import urlopen

import pypdfium2
import pytest

from builder.new import new_curriculum

LESSON = "lessons/photos/ask-before-you-post.en.md"
PAGE = "student/en/photos/ask-before-you-post.html"
HANDOUT = "student/en/print/ask-before-you-post.handout.pdf"
PATIENCE = 120


@pytest.fixture
def lessons(tmp_path: Path) -> Path:
    new_curriculum(tmp_path / "ours", date(2026, 11, 22))
    return tmp_path / "ours"


@pytest.fixture
def serving(lessons: Path) -> Iterator[subprocess.Popen[str]]:
    """The command as a person starts it, on any free port."""
    command = [Path(sys.executable).with_name("likeness"), "serve", "--port", "0"]
    process = subprocess.Popen(command, cwd=lessons, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    yield process
    process.kill()
    process.communicate()


def read_until(process: subprocess.Popen[str], words: str) -> str:
    """What the command prints, to the line with these words."""
    assert process.stdout
    read = []
    for line in process.stdout:
        read.append(line)
        if re.search(words, line):
            return "".join(read)
    raise AssertionError("".join(read))


def fetched(address: str) -> bytes:
    with urlopen(address, timeout=PATIENCE) as answer:
        return bytes(answer.read())


def fetch(address: str) -> str:
    return fetched(address).decode("utf-8")


def test_a_saved_sentence_is_on_the_page_and_a_mistake_keeps_the_last_good_page(
    serving: subprocess.Popen[str], lessons: Path
) -> None:
    address = re.findall(r"http://\S+/", read_until(serving, "The site is at"))[0]
    page = fetch(address + PAGE)
    version = re.findall(r"reload\.js\?version=([\w-]+)", page)[0]
    lesson = lessons / LESSON
    good = lesson.read_text(encoding="utf-8")

    lesson.write_text(good.replace("After the match", "After the concert"), encoding="utf-8")
    assert fetch(f"{address}likeness-serve/version?not={version}") != version
    page = fetch(address + PAGE)
    assert "After the concert" in page and "After the match" not in page
    read_until(serving, "the files to print follow")
    read_until(serving, "Teachers:")
    read_until(serving, "Teachers:")
    with pypdfium2.PdfDocument(fetched(address + HANDOUT)) as handout:
        assert "After the concert" in " ".join(page.get_textpage().get_text_range() for page in handout)

    lesson.write_text(good.replace("/// scenario", "/// scenarios", 1), encoding="utf-8")
    assert "scenarios" in read_until(serving, "Nothing was built")
    assert "After the concert" in fetch(address + PAGE)

    serving.send_signal(signal.SIGINT)
    assert serving.wait(PATIENCE) == 0


def test_a_word_the_printer_cannot_print_does_not_end_the_preview(
    serving: subprocess.Popen[str], lessons: Path
) -> None:
    read_until(serving, "The site is at")
    lesson = lessons / LESSON
    good = lesson.read_text(encoding="utf-8")
    lesson.write_text(good.replace("After the match", "After \u2603 the match"), encoding="utf-8")
    assert "cannot be printed" in read_until(serving, "^likeness: ")
    lesson.write_text(good, encoding="utf-8")
    read_until(serving, "Pupils:")
