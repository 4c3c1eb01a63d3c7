"""An author's editor knows the formats, and the reference page says the same: both are made from the model.

LIKENESS_SNAPSHOTS=write makes the schemas and the page anew: read the difference before you commit it.
"""

from __future__ import annotations

import os
import re
from fnmatch import fnmatchcase
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from builder.cli import main
from builder.model.blocks import BLOCKS
from builder.read import read_curriculum
from builder.schema import SOURCES, SourceFormat, formats_page, json_schema, write_schemas

ROOT = Path(__file__).resolve().parent.parent.parent
SCHEMAS = ROOT / "docs" / "schemas"
PAGE = ROOT / "docs" / "formats" / "index.md"
WRITE = os.environ.get("LIKENESS_SNAPSHOTS") == "write"
NAMES = [source.name for source in SOURCES]
NAMED = re.compile(r"# yaml-language-server: \$schema=(\S+)")


def kind_of(path: str) -> SourceFormat:
    """The kind of source a file of the curriculum is."""
    for source in SOURCES:
        for pattern in source.files.split(", "):
            if fnmatchcase(path, re.sub(r"<[a-z]+>", "*", pattern)) and path.count("/") == pattern.count("/"):
                return source
    raise AssertionError(f"{path} is described by no schema")


@pytest.mark.parametrize("source", SOURCES, ids=NAMES)
def test_the_committed_schema_is_that_of_the_model(source: SourceFormat, tmp_path: Path) -> None:
    if WRITE:
        write_schemas(SCHEMAS)
    write_schemas(tmp_path)
    assert (SCHEMAS / f"{source.name}.json").read_text("utf-8") == (tmp_path / f"{source.name}.json").read_text("utf-8")


def test_the_page_of_the_formats_is_up_to_date() -> None:
    if WRITE:
        PAGE.parent.mkdir(exist_ok=True)
        PAGE.write_text(formats_page(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == formats_page()


@pytest.mark.parametrize("source", SOURCES, ids=NAMES)
def test_an_editor_accepts_what_the_reader_accepts(source: SourceFormat) -> None:
    reading = read_curriculum(ROOT)
    neutral = (
        {page.path for page in reading.curriculum.pages.values() if not page.language} if reading.curriculum else set()
    )
    documents = [d for path, d in reading.documents.items() if path not in neutral and kind_of(path) is source]
    assert documents
    validator = jsonschema.Draft202012Validator(json_schema(source))
    for document in documents:
        faults = [
            f"{document.path}: {fault.json_path}: {fault.message}" for fault in validator.iter_errors(document.value)
        ]
        assert faults == []


@pytest.mark.parametrize("source", SOURCES, ids=NAMES)
def test_an_editor_marks_a_misspelt_key_and_says_what_each_key_is_for(source: SourceFormat) -> None:
    schema = json_schema(source)
    validator = jsonschema.Draft202012Validator(schema)
    assert any("tilte" in fault.message for fault in validator.iter_errors({"tilte": "x"}))
    for part in (schema, *schema.get("$defs", {}).values()):
        assert [key for key, about in part.get("properties", {}).items() if not about.get("description")] == []


def test_every_yaml_file_names_the_schema_of_its_kind() -> None:
    reading = read_curriculum(ROOT)
    for path, source in reading.sources.items():
        if path.endswith(".yml"):
            named = NAMED.match(source.text)
            assert named, f"{path} names no schema on its first line"
            assert (ROOT / path).parent.joinpath(named[1]).resolve() == SCHEMAS / f"{kind_of(path).name}.json"


def test_the_page_shows_every_block_and_every_key() -> None:
    page = formats_page()
    assert [name for name in BLOCKS if f"### `{name}`\n" not in page] == []
    for source in SOURCES:
        assert [key for key in json_schema(source)["properties"] if f"| `{key}` |" not in page] == []


def test_the_command_writes_the_schemas_where_it_is_told(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["schema", "--out", str(tmp_path / "schemas")])
    assert result.exit_code == 0, result.output
    assert sorted(file.stem for file in (tmp_path / "schemas").iterdir()) == sorted(NAMES)
    assert str(tmp_path / "schemas") in result.output


def test_the_command_says_in_one_sentence_that_it_cannot_write(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    result = CliRunner().invoke(main, ["schema", "--out", str(tmp_path / "taken")])
    assert result.exit_code == 1
    assert result.stderr.startswith("likeness: The schemas cannot be written to")
