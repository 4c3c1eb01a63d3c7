"""What reading yields: the curriculum as far as it could be read, the sources with their places, and the findings."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from builder.model.curriculum import Curriculum
from builder.model.finding import Finding
from builder.read.records import read_record
from builder.read.source import Source, read_source
from builder.read.yaml_text import Document, read_yaml

Record = TypeVar("Record", bound=BaseModel)


@dataclass(frozen=True)
class Reading:
    """A curriculum read from `root`. `curriculum` is `None` when its plan or an edition could not be read.

    `sources` holds every text by path, `documents` every YAML document (front matter too) with the places of its keys,
    `pictures` the other files below `lessons/` and `guides/`: {path: path as on the disk}.
    """

    root: Path
    curriculum: Curriculum | None
    sources: dict[str, Source]
    documents: dict[str, Document]
    pictures: dict[str, str]
    findings: tuple[Finding, ...]


@dataclass
class Shelf:
    """Where the reader puts what it has read so far."""

    root: Path
    sources: dict[str, Source] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def text(self, path: str, actual: str = "") -> Source | None:
        """The source `path` (on the disk: `actual`), or `None` after noting why not."""
        source, findings = read_source(self.root, actual or path)
        self.findings.extend(findings)
        if source is None:
            return None
        source = Source(path, source.text)
        self.sources[path] = source
        return source

    def record(self, path: str, text: str, model: type[Record], first_line: int = 1) -> Record | None:
        """The YAML `text` of the file `path` as a `model`, or `None` after noting why not."""
        document, findings = read_yaml(path, text, first_line)
        self.findings.extend(findings)
        if document is None:
            return None
        self.documents[path] = document
        record, findings = read_record(document, model)
        self.findings.extend(findings)
        return record

    def file(self, path: str, model: type[Record], actual: str = "") -> Record | None:
        """The YAML file `path` as a `model`, or `None` after noting why not."""
        source = self.text(path, actual)
        return self.record(path, source.text, model) if source else None
