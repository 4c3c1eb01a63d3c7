"""JSON Schemas of the source files: what an editor needs to complete keys, show what they are for, and mark mistakes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from builder.errors import OutputError
from builder.model.edition import EditionFile
from builder.model.lesson import LessonHead, PageHead
from builder.model.plan import Plan
from builder.model.quiz import QuizFile
from builder.model.registers import (
    ClaimsFile,
    GlossaryFile,
    HelpPack,
    LawPack,
    MythsFile,
    SignOffsFile,
    StandardsFile,
    TermsFile,
)

DIALECT = "https://json-schema.org/draft/2020-12/schema"


@dataclass(frozen=True)
class SourceFormat:
    """One kind of source: the name of its schema, its model, which files it describes, and what they are."""

    name: str
    model: type[BaseModel]
    files: str
    about: str


SOURCES: tuple[SourceFormat, ...] = (
    SourceFormat(
        "plan",
        Plan,
        "lessons/curriculum.yml",
        "The name of the curriculum, its modules, and the order of their lessons.",
    ),
    SourceFormat(
        "lesson",
        LessonHead,
        "lessons/<module>/<lesson>.<language>.md",
        "The front matter of a lesson, between two lines of three hyphens.",
    ),
    SourceFormat(
        "page",
        PageHead,
        "lessons/<page>.<language>.md, guides/<page>.<language>.md",
        "The front matter of any other page. What lies in `guides/` only teachers see.",
    ),
    SourceFormat(
        "quiz",
        QuizFile,
        "quizzes/<module>/<lesson>.<language>.yml",
        "The items of a lesson, asked before it, after it and by oneself.",
    ),
    SourceFormat(
        "edition",
        EditionFile,
        "editions/<edition>.yml",
        "For whom a site is built: law, languages, the school and its people.",
    ),
    SourceFormat("claims", ClaimsFile, "facts/claims.yml", "Every fact a lesson may speak of, with its sources."),
    SourceFormat("myths", MythsFile, "facts/myths.yml", "Wrong beliefs with their corrections."),
    SourceFormat("law", LawPack, "facts/law/<jurisdiction>.yml", "The law of one jurisdiction, for teaching."),
    SourceFormat(
        "help", HelpPack, "facts/help/<jurisdiction>.yml", "Whom to call and what to do first in one jurisdiction."
    ),
    SourceFormat("terms", TermsFile, "facts/terms.yml", "Wordings to avoid, and what to write."),
    SourceFormat("glossary", GlossaryFile, "facts/glossary.yml", "Words to look up."),
    SourceFormat(
        "standards", StandardsFile, "facts/standards.yml", "Frames of ministries and bodies that lessons serve."
    ),
    SourceFormat("signoffs", SignOffsFile, "facts/signoffs.yml", "Who has checked what no source confirms."),
)
"""All kinds, in the order of the reference page."""


def json_schema(source: SourceFormat) -> dict[str, Any]:
    """The JSON Schema of one kind of source."""
    schema = source.model.model_json_schema()
    schema.pop("description", None)
    _without_made_up_titles(schema)
    return {
        "$schema": DIALECT,
        "title": source.files,
        "description": source.about,
        **{k: v for k, v in schema.items() if k != "title"},
    }


def _without_made_up_titles(schema: dict[str, Any]) -> None:
    """Takes out the titles that repeat a key: an editor would show them instead of what the key is for."""
    for part in (schema, *schema.get("$defs", {}).values()):
        for described in part.get("properties", {}).values():
            described.pop("title", None)


def write_schemas(folder: Path) -> list[Path]:
    """Writes `<name>.json` for every kind into `folder` and returns the paths. Raises `OutputError` where it cannot."""
    written: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for source in SOURCES:
            path = folder / f"{source.name}.json"
            path.write_text(schema_text(source), encoding="utf-8")
            written.append(path)
    except OSError as error:
        raise OutputError(f"The schemas cannot be written to {folder}: {error.strerror}.") from None
    return written


def schema_text(source: SourceFormat) -> str:
    """The file of a schema, the same on every run."""
    return json.dumps(json_schema(source), ensure_ascii=False, indent=2) + "\n"
