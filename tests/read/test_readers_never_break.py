"""Whatever stands in a file, reading and checking it end with a value or with findings, never with a traceback."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from builder.check import check
from builder.check.report import report
from builder.model.finding import Finding
from builder.read import read_curriculum
from builder.read.source import read_source
from builder.read.yaml_text import Document, read_yaml
from tests.check.laying import BASE, lay

TODAY = date(2026, 11, 22)
LESSON = "lessons/asking/ask-first.en.md"
QUIZ = "quizzes/asking/ask-first.ko.yml"

MARKDOWN = st.text(
    alphabet=st.one_of(
        st.sampled_from("/// |\n\n note:scenario-[](){}'\"#>-*_`!<&\t^.U01,%$0123456789"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=300,
)
YAMLISH = st.text(
    alphabet=st.one_of(
        st.sampled_from("abc: \n-[]{}#'\"&*!|>%@?,~0123456789"), st.characters(exclude_categories=["Cs"])
    ),
    max_size=200,
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay(BASE / "nothing", tmp_path_factory.mktemp("broken") / "curriculum")


def findings_with(root: Path, path: str, content: bytes) -> list[Finding]:
    """What is found with `content` in place of a file; the report of it is written as well."""
    before = (root / path).read_bytes()
    (root / path).write_bytes(content)
    try:
        reading = read_curriculum(root)
        findings = check(reading, TODAY)
        for form in ("text", "json", "github"):
            report(findings, reading.sources, form)  # type: ignore[arg-type]
        return findings
    finally:
        (root / path).write_bytes(before)


@given(content=st.binary(max_size=200))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(content=b"---\n")
@example(content=b"---\n---\n")
@example(content=b"\xef\xbb\xbf")
@example(content=b"---\n- a\n---\n")
def test_any_bytes_as_a_lesson_are_refused(content: bytes, root: Path) -> None:
    assert any(found.place.path == LESSON for found in findings_with(root, LESSON, content))


@given(body=MARKDOWN)
@settings(max_examples=70, deadline=None)
@example(body="[^U01]: {U01.asked} {help.x} [a](b) ![](c) <d> `e` 1,200 people")
@example(body="| {U01.asked} | [^U01] |\n|:--|--:|\n| **a** | 37% |")
def test_any_text_in_a_lesson_is_checked_to_the_end(body: str, root: Path) -> None:
    text = (root / LESSON).read_text(encoding="utf-8").replace("A picture of you is yours.", body)
    for found in findings_with(root, LESSON, text.encode("utf-8")):
        assert found.message and found.mend and found.place.line >= 0


@given(text=YAMLISH)
@settings(max_examples=70, deadline=None)
def test_any_text_as_a_quiz_is_checked_to_the_end(text: str, root: Path) -> None:
    findings_with(root, QUIZ, text.encode("utf-8"))


@given(text=YAMLISH)
@settings(max_examples=250, deadline=None)
@example(text="a: &a [*a]")
@example(text="? {a: b}\n: c")
@example(text="a: !!int '1'")
@example(text="{" * 30)
def test_yaml_is_read_or_refused(text: str) -> None:
    document, findings = read_yaml("a.yml", text)
    assert (document is None) == bool(findings)
    lines = text.split("\n")
    for found in findings:
        assert found.place.line >= 1
    for at, value in values_of(document):
        assert value is None or isinstance(value, bool | int | str | list | dict)
        assert document is not None and 1 <= document.place(at).line <= len(lines) + 1


def values_of(document: Document | None) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    for at in document.values if document else ():
        assert document is not None
        yield at, document.at(at)


@given(value=st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=60))
@settings(max_examples=200, deadline=None)
def test_a_quoted_text_is_read_as_it_was_written(value: str) -> None:
    document, findings = read_yaml("a.yml", yaml.safe_dump({"text": value}, allow_unicode=True, default_style='"'))
    assert not findings and document is not None
    assert document.value == {"text": value}


@given(
    value=st.sampled_from(
        [
            "no",
            "yes",
            "on",
            "off",
            "12:30",
            "1.10",
            "2026-11-22",
            "0x1f",
            "010",
            "1_000",
            ".5",
            "1e3",
            "Null",
            "TRUE",
            "-0",
            "=",
            "<",
            "0o7",
        ]
    )
)
def test_a_plain_value_never_turns_into_another(value: str) -> None:
    """YAML 1.1 would read most of these as a truth value, a number of seconds, a date or another number."""
    document, _ = read_yaml("a.yml", f"a: {value}")
    assert document is not None and document.value == {"a": value}


@given(content=st.binary(max_size=300))
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_source_is_text_or_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(content)
    source, findings = read_source(tmp_path, "a.md")
    assert (source is None) == bool(findings)
    assert source is None or "\r" not in source.text
