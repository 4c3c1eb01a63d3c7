"""Somebody hands in a file that is broken, hostile or merely odd: one clear sentence and exit 1, or it simply builds."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builder.cli import main
from tests.check.laying import BASE, lay

LESSON = "lessons/asking/ask-first.en.md"
KOREAN = "lessons/asking/ask-first.ko.md"
SIGNOFFS = "facts/signoffs.yml"
Spoil = Callable[[Path], None]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The base curriculum, to be spoilt."""
    return lay(BASE / "nothing", tmp_path / "curriculum")


def check(root: Path) -> Result:
    return CliRunner().invoke(main, ["check", "--root", str(root)])


def writes(path: str, text: str | bytes) -> Spoil:
    def spoil(root: Path) -> None:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)

    return spoil


def replaces(path: str, old: str, new: str) -> Spoil:
    def spoil(root: Path) -> None:
        text = (root / path).read_text(encoding="utf-8")
        assert old in text
        (root / path).write_bytes(text.replace(old, new, 1).encode("utf-8", "surrogatepass"))

    return spoil


def recodes(path: str, encoding: str) -> Spoil:
    def spoil(root: Path) -> None:
        (root / path).write_bytes((root / path).read_text(encoding="utf-8").encode(encoding))

    return spoil


def instead(path: str, make: Callable[[Path], object]) -> Spoil:
    def spoil(root: Path) -> None:
        (root / path).unlink(missing_ok=True)
        make(root / path)

    return spoil


def linked_outside(root: Path) -> None:
    (root.parent / "secret.md").write_text("---\ntitle: Secret\n---\n\nKeep.\n", encoding="utf-8")
    (root / "lessons/secret.en.md").symlink_to("../../secret.md")


def folder_linked_outside(root: Path) -> None:
    (root.parent / "elsewhere").mkdir()
    (root / "lessons/more").symlink_to(root.parent / "elsewhere", target_is_directory=True)


def two_ways_of_composing(root: Path) -> None:
    page = "---\ntitle: Us\n---\n\nWe.\n"
    for form in ("NFC", "NFD"):
        writes(f"lessons/{unicodedata.normalize(form, '소개')}.ko.md", page)(root)


def a_name_of_bytes(root: Path) -> None:
    Path(os.fsdecode(os.fsencode(root) + b"/lessons/\xff\xfe.en.md")).write_text("x", encoding="utf-8")


BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nsignoffs: [*c, *c]\n"
DEEP = "signoffs: " + "[" * 1000 + "]" * 1000 + "\n"
HUGE_NUMBER = "9" * 10_000

REFUSED: dict[str, tuple[Spoil, str]] = {
    "aliases that explode": (writes(SIGNOFFS, BOMB), "anchor"),
    "an alias to itself": (writes(SIGNOFFS, "signoffs: &a [*a]\n"), "anchor"),
    "a thousand levels": (writes(SIGNOFFS, DEEP), "20 levels"),
    "a hundred thousand levels": (writes(SIGNOFFS, "signoffs: " + "[" * 100_000), "20 levels"),
    "too many values": (writes(SIGNOFFS, "signoffs: [" + "1," * 60_000 + "1]\n"), "50,000"),
    "a line of ten megabytes": (writes(SIGNOFFS, "signoffs: " + "x" * 10_000_000), "1,000,000"),
    "an enormous number": (replaces(LESSON, "minutes: 20", f"minutes: {HUGE_NUMBER}"), '"minutes"'),
    "an enormous number of minutes": (replaces(LESSON, "    minutes: 10", f"    minutes: {HUGE_NUMBER}"), "whole number"),
    "an object of Python": (writes(SIGNOFFS, "signoffs: !!python/object/apply:os.system [ls]\n"), "!!python/object"),
    "a harmless tag": (writes(SIGNOFFS, "signoffs: !!seq []\n"), "!!seq"),
    "a merge key": (writes(SIGNOFFS, "<<: {signoffs: []}\n"), "<<"),
    "a key twice": (writes(SIGNOFFS, "signoffs: []\nsignoffs: []\n"), "second time"),
    "two documents": (writes(SIGNOFFS, "signoffs: []\n---\nsignoffs: []\n"), "second document"),
    "a list for a mapping": (writes(SIGNOFFS, "- signoffs\n"), "list"),
    "nothing but comments": (writes(SIGNOFFS, "# later\n"), "comments"),
    "an empty file": (writes(SIGNOFFS, ""), "empty"),
    "an unknown key": (writes(SIGNOFFS, "signoffs: []\nsignoff: []\n"), 'did you mean "signoffs"'),
    "a list as a key": (writes(SIGNOFFS, "? [a]\n: b\n"), "used as a key"),
    "a tab for indentation": (writes(SIGNOFFS, "signoffs:\n\t- a\n"), "cannot be parsed"),
    "a plain no for true": (replaces("quizzes/asking/ask-first.en.yml", "answer: false", "answer: nope"), "true or false"),
    "a time for a number": (replaces(LESSON, "minutes: 20", "minutes: 12:30"), "whole number"),
    "front matter that never ends": (replaces(LESSON, "reviewed: 2026-11-01\n---\n", "reviewed: 2026-11-01\n"), "never closed"),
    "front matter that is broken": (replaces(LESSON, "title: Ask first", "title: [Ask first"), "cannot be parsed"),
    "no front matter": (writes(LESSON, "# Ask first\n"), "front matter"),
    "the old Korean encoding": (recodes(KOREAN, "cp949"), "CP949"),
    "UTF-16": (recodes(KOREAN, "utf-16"), "UTF-16"),
    "UTF-16 without its mark": (recodes(LESSON, "utf-16-le"), "UTF-16"),
    "a zero character": (replaces(LESSON, "Ask your", "Ask \0your"), "U+0000"),
    "a zero character as an escape": (replaces(LESSON, "title: Ask first", 'title: "Ask \\0 first"'), "U+0000"),
    "a bell in an answer": (replaces("quizzes/asking/ask-first.en.yml", "answer: false", 'answer: "\\a"'), "U+0007"),
    "half a character as an escape": (replaces(LESSON, "title: Ask first", 'title: "Ask \\ud83d"'), "escape"),
    "a key that turns round": (writes(SIGNOFFS, 'signoffs: []\n"\\u202e": x\n'), "U+202E"),
    "half a pair of surrogates": (replaces(LESSON, "Ask your", "Ask \ud83d your"), "UTF-8"),
    "text that is turned round": (replaces(LESSON, "Ask your", "Ask \u202eyour"), "U+202E"),
    "text in an isolate": (replaces(LESSON, "Ask your", "Ask \u2067your"), "U+2067"),
    "marks piled on a letter": (replaces(LESSON, "Ask your", "Ask" + "\u0301\u0323" * 200_000), "combining marks"),
    "a name composed in two ways": (two_ways_of_composing, "composed"),
    "names that differ in capitals": (writes("lessons/Get-Help.en.md", "x"), "capitals"),
    "folders that differ in capitals": (writes("lessons/Asking/more.en.md", "---\ntitle: A\n---\n\nB.\n"), "capitals"),
    "a name Windows keeps": (writes("lessons/con.en.md", "---\ntitle: A\n---\n\nB.\n"), "Windows"),
    "a folder Windows keeps": (writes("lessons/aux/a.en.md", "---\ntitle: A\n---\n\nB.\n"), "Windows"),
    "a name that ends in a dot": (writes("lessons/about.en.md.", "x"), "neither a page nor a picture"),
    "a name with a backslash": (writes("lessons/a\\b.en.md", "x"), "letters, digits and hyphens"),
    "a name that is no text": (a_name_of_bytes, "cannot be shown"),
    "a name with a line end": (writes("lessons/a\nb.en.md", "x"), "cannot be shown"),
    "an edition with a space": (writes("editions/our school.yml", "x: y"), "letters, digits and hyphens"),
    "a page that leads out by a link": (linked_outside, "leads out"),
    "a folder that leads out by a link": (folder_linked_outside, "link"),
    "a link to nothing": (instead(SIGNOFFS, lambda file: file.symlink_to("nowhere.yml")), "does not exist"),
    "a link to itself": (instead(SIGNOFFS, lambda file: file.symlink_to("signoffs.yml")), "F002"),
    "a folder for a file": (instead(SIGNOFFS, lambda file: file.mkdir()), "folder where a file"),
    "a pipe nobody writes to": (instead(LESSON, os.mkfifo), "not an ordinary file"),
    "a device": (instead(SIGNOFFS, lambda file: file.symlink_to("/dev/zero")), "F00"),
    "a picture above the folder": (replaces(LESSON, "A picture of", "![Me](../../../me.png) A picture of"), "outside the folder"),
    "a picture by its drive": (replaces(LESSON, "A picture of", "![Me](C:/me.png) A picture of"), "does not lie"),
    "a picture from the root": (replaces(LESSON, "A picture of", "![Me](/etc/me.png) A picture of"), "does not lie"),
    "a module above the folder": (replaces("lessons/curriculum.yml", "- id: asking", "- id: ../asking"), "small letters"),
    "an item id with a slash": (replaces("quizzes/asking/ask-first.en.yml", "- id: silence", "- id: ../x"), "small letters"),
    "a script": (replaces(LESSON, "A picture of", "<script>alert(1)</script> A picture of"), "raw HTML"),
    "a script in a quiz": (replaces("quizzes/asking/ask-first.en.yml", "intro: Eight", "intro: <img src=x onerror=alert(1)> Eight"), "raw HTML"),
    "a script in a title": (replaces(LESSON, "title: Ask first", "title: <script>alert(1)</script>"), "raw HTML"),
    "a link that runs": (replaces(LESSON, "A picture of", "[A](JavaScript:alert(1)) picture of"), "leads where no page may"),
    "a link that holds a page": (replaces(LESSON, "A picture of", "[A](data:text/html,x) picture of"), "leads where no page may"),
    "a file asked for": (replaces(LESSON, "A picture of", "--8<-- 'secret.txt'\n\nA picture of"), "another file"),
    "a drawing with a script": (writes("lessons/asking/a.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"), "<script>"),
    "a drawing that explodes": (writes("lessons/asking/a.svg", "<!DOCTYPE s [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'>]><svg>&b;</svg>"), "entities"),
    "blocks without end": (replaces(LESSON, "A picture of", "/// note\n\n" * 50_000 + "A picture of"), "inside 8 others"),
    "closings without end": (replaces(LESSON, "A picture of", "///\n" * 50_000 + "A picture of"), "closes no block"),
}  # fmt: skip


@pytest.mark.parametrize("kind", REFUSED)
def test_bad_input_is_refused_with_one_clear_sentence(kind: str, root: Path) -> None:
    spoil, words = REFUSED[kind]
    spoil(root)
    result = check(root)
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    told = [line for line in result.stdout.splitlines() if words in line]
    assert told, result.stdout[:2000]


ACCEPTED: dict[str, Spoil] = {
    "a byte-order mark and Windows line ends": lambda root: writes(
        KOREAN, b"\xef\xbb\xbf" + (root / KOREAN).read_bytes().replace(b"\n", b"\r\n")
    )(root),
    "old Mac line ends": lambda root: writes(LESSON, (root / LESSON).read_bytes().replace(b"\n", b"\r"))(root),
    "decomposed Korean text": lambda root: writes(
        KOREAN, unicodedata.normalize("NFD", (root / KOREAN).read_text(encoding="utf-8"))
    )(root),
    "joined emoji": replaces(LESSON, "Ask your partner.", "Ask your partner 👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 🇰🇷."),
    "ordinary punctuation": replaces(
        LESSON, "Ask your partner.", "“Ask” — ‘your’ partner… (yes!) 50/50; a & b, 3 < 4 > 2, #1, @noa, x=y, C:\\, 100 * 2, _so_, ~this~."
    ),
    "Korean punctuation": replaces(KOREAN, "짝에게 물어봐요.", "짝에게 「물어봐요」… ‘정말?’ ㅋㅋ, 가·나·다 〈책〉 (응)."),
    "what means something elsewhere": replaces(LESSON, "Ask your partner.", "=SUM(A1) +1 -1 @x ]]> {{ x }} {% y %} #let $a$ ~no {yes=no}."),
    "four hundred headings": replaces(LESSON, "A picture of you", "".join(f"## Part {n}\n\nAsk.\n\n" for n in range(400)) + "A picture of you"),
    "a title with a colon in quotation marks": replaces(LESSON, "title: Ask first", 'title: "Ask: first"'),
    "a hidden file and a backup": lambda root: (
        writes("lessons/.DS_Store", b"\0\1")(root), writes(f"{LESSON}~", "old")(root), writes("lessons/.x.en.md.swp", "x")(root),
    )[0],
    "a long Korean paragraph": replaces(KOREAN, "짝에게 물어봐요.", "짝에게 물어봐요. " * 2000),
    "a link to a file inside the folder": lambda root: instead(SIGNOFFS, lambda file: file.symlink_to("signed.yml"))(root)
    or writes("facts/signed.yml", "signoffs: []\n")(root),
}  # fmt: skip


@pytest.mark.parametrize("kind", ACCEPTED)
def test_what_is_merely_unusual_passes(kind: str, root: Path) -> None:
    ACCEPTED[kind](root)
    result = check(root)
    assert result.exit_code == 0, result.output
    assert "error" not in result.stdout


@pytest.mark.parametrize("piece", ["`", " ", "[", "](", "<a ", "1,", "백", "*", "_", '."', " · ", "{a.b}", "[^X1] "])
def test_the_check_comes_to_an_end_with_a_line_that_repeats_itself(piece: str, root: Path) -> None:
    """A pattern that begins anew at each character would be busy with it for hours."""
    for language in ("en", "ko"):
        file = root / f"lessons/asking/ask-first.{language}.md"
        file.write_text(
            file.read_text(encoding="utf-8") + "\na" + piece * (200_000 // len(piece)) + "b\n", encoding="utf-8"
        )
    result = check(root)
    assert result.exception is None or isinstance(result.exception, SystemExit)


def test_the_same_fault_in_a_thousand_places_is_told_fifty_times(root: Path) -> None:
    replaces(LESSON, "Ask your partner.", "It is 37%. " * 1000)(root)
    told = [line for line in check(root).stdout.splitlines() if " N001 " in line]
    assert len(told) == 50
    assert told[-1].endswith("(and 950 more like it in this file)")


def test_an_unreadable_file_is_named(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Simulated, because who runs the tests may be allowed to read everything."""
    really = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "signoffs.yml":
            raise PermissionError(13, "Permission denied")
        return really(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    result = check(root)
    assert result.exit_code == 1
    assert "facts/signoffs.yml error F002 this file cannot be read (Permission denied)" in result.stdout


def test_a_folder_without_lessons_is_no_curriculum(tmp_path: Path) -> None:
    result = check(tmp_path)
    assert result.exit_code == 1
    assert result.stderr.startswith("likeness: There is no curriculum in")


MEASURE = """
import os, subprocess, sys
process = subprocess.Popen(sys.argv[1:])
_, status, usage = os.wait4(process.pid, 0)
print(os.waitstatus_to_exitcode(status), usage.ru_maxrss, file=sys.stderr)
"""
"""Runs a command and tells its exit code and largest size. A process of its own, because a child is counted at least as large
as whoever started it, and the tests grow large."""


@pytest.mark.parametrize(
    "kind", ["a line of ten megabytes", "aliases that explode", "a pipe nobody writes to", "blocks without end"]
)
def test_the_command_itself_stays_small_and_quick(kind: str, root: Path) -> None:
    REFUSED[kind][0](root)
    command = [sys.executable, "-c", MEASURE, str(Path(sys.executable).with_name("likeness")), "check"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=60)
    assert "Traceback" not in done.stdout + done.stderr
    code, size = done.stderr.splitlines()[-1].split()
    assert code == "1"
    assert int(size) < 400_000 * (1 if sys.platform != "darwin" else 1024)
