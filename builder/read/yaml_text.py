"""YAML with positions, and only the part of YAML that people mean.

Plain scalars are `true`, `false`, `null` (or nothing) and whole numbers; every other scalar is the text that is written, so
`no`, `12:30`, `1.10` and dates never turn into something else. Anchors, aliases, tags, merge keys, duplicate keys and
second documents are refused. Parsed from events, so that an alias is never expanded and depth is bounded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from builder.model.finding import Finding, Place, Rule, finding
from builder.own_yaml import LOADER
from builder.read import faults
from builder.read.source import HIDDEN

MAX_DEPTH = 20
MAX_VALUES = 50_000
_WHOLE = re.compile(r"0|-?[1-9][0-9]{0,17}")

Path = tuple[str | int, ...]


@dataclass
class Document:
    """A YAML document: the plain value, and where each key and each value stands (1-based line and column)."""

    path: str
    value: Any = None
    keys: dict[Path, tuple[int, int]] = field(default_factory=dict)
    values: dict[Path, tuple[int, int]] = field(default_factory=dict)

    def at(self, path: Path) -> Any:
        """The value at a path that is written in the document."""
        value = self.value
        for part in path:
            value = value[part]
        return value

    def place(self, at: Path, *, key: bool = False) -> Place:
        """The place of the value at `at` (with `key`, of its key), or of the nearest mapping around it that has one."""
        for end in range(len(at), -1, -1):
            found = (self.keys if key else self.values).get(at[:end]) or self.values.get(at[:end])
            if found:
                return Place(self.path, *found)
        return Place(self.path, 1, 1)


class _Refused(Exception):
    def __init__(self, fault: Finding) -> None:
        self.fault = fault


@dataclass
class _Open:
    """A collection that is being filled."""

    at: Path
    value: Any
    key: str | None = None


class _Builder:
    """Turns parser events into a `Document`; collects what can be collected, refuses the rest."""

    def __init__(self, path: str, first_line: int) -> None:
        self.document = Document(path)
        self.offset = first_line - 1
        self.findings: list[Finding] = []
        self.stack: list[_Open] = []
        self.count = 0
        self.documents = 0

    def fault(self, rule: Rule, mark: Any, message: str) -> Finding:
        return finding(rule, Place(self.document.path, mark.line + 1 + self.offset, mark.column + 1), message)

    def take(self, event: Any) -> None:
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise _Refused(self.fault(faults.YAML_SHAPE, event.start_mark, "a second document begins here"))
        elif isinstance(event, yaml.AliasEvent):
            raise _Refused(self.fault(faults.YAML_ALIAS, event.start_mark, f"the alias *{event.anchor} stands here"))
        elif isinstance(event, (yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            if isinstance(event, yaml.ScalarEvent) and (hidden := HIDDEN.search(event.value)):
                message = f"an invisible character (U+{ord(hidden[0]):04X}) is written here as an escape"
                self.findings.append(self.fault(faults.CONTROL, event.start_mark, message))
            self._node(event)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self.stack.pop()

    def _node(self, event: Any) -> None:
        self.count += 1
        if self.count > MAX_VALUES or len(self.stack) >= MAX_DEPTH:
            what = f"more than {MAX_VALUES:,} values" if self.count > MAX_VALUES else f"more than {MAX_DEPTH} levels"
            raise _Refused(self.fault(faults.YAML_DEEP, event.start_mark, f"this file has {what}"))
        if event.anchor:
            raise _Refused(self.fault(faults.YAML_ALIAS, event.start_mark, f"the anchor &{event.anchor} stands here"))
        if event.tag is not None:
            raise _Refused(
                self.fault(faults.YAML_TAG, event.start_mark, f"the tag {_as_written(event.tag)} stands here")
            )
        holder = self.stack[-1] if self.stack else None
        if holder is not None and isinstance(holder.value, dict) and holder.key is None:
            self._key(holder, event)
            return
        self._value(holder, event)

    def _key(self, holder: _Open, event: Any) -> None:
        if not isinstance(event, yaml.ScalarEvent):
            raise _Refused(self.fault(faults.YAML_SHAPE, event.start_mark, "a list or mapping is used as a key"))
        if event.value == "<<" and event.style is None:
            raise _Refused(self.fault(faults.YAML_ALIAS, event.start_mark, "the merge key << stands here"))
        if event.value in holder.value:
            self.findings.append(
                self.fault(
                    faults.YAML_DUPLICATE, event.start_mark, f'the key "{event.value}" stands here a second time'
                )
            )
        holder.key = event.value
        self.document.keys[(*holder.at, event.value)] = self._mark(event)

    def _value(self, holder: _Open | None, event: Any) -> None:
        at: Path = ()
        if holder is not None:
            at = (*holder.at, holder.key if holder.key is not None else len(holder.value))
        value: Any
        if isinstance(event, yaml.ScalarEvent):
            value = event.value if event.style else _plain(event.value)
        else:
            value = {} if isinstance(event, yaml.MappingStartEvent) else []
        self.document.values[at] = self._mark(event)
        if holder is None:
            self.document.value = value
        elif isinstance(holder.value, dict):
            holder.value[holder.key] = value
            holder.key = None
        else:
            holder.value.append(value)
        if not isinstance(event, yaml.ScalarEvent):
            self.stack.append(_Open(at, value))

    def _mark(self, event: Any) -> tuple[int, int]:
        return event.start_mark.line + 1 + self.offset, event.start_mark.column + 1


def _as_written(tag: str) -> str:
    """A tag as its author wrote it: `!!float`, `!secret`."""
    return tag.replace("tag:yaml.org,2002:", "!!", 1)


def _plain(text: str) -> Any:
    """A plain scalar: `true`, `false`, `null`, a whole number of at most 18 digits, else the text as written."""
    if text in ("true", "false"):
        return text == "true"
    if text in ("", "null", "~"):
        return None
    return int(text) if _WHOLE.fullmatch(text) else text


def read_yaml(path: str, text: str, first_line: int = 1) -> tuple[Document | None, list[Finding]]:
    """The mapping written in `text`, or `None` with the findings. `first_line`: the line of the file `text` begins on."""
    builder = _Builder(path, first_line)
    try:
        for event in yaml.parse(text, Loader=LOADER):
            builder.take(event)
    except _Refused as refused:
        return None, [*builder.findings, refused.fault]
    except yaml.YAMLError as error:
        return None, [*builder.findings, _syntax(path, error, first_line)]
    except RecursionError:
        return None, [
            finding(faults.YAML_DEEP, Place(path, first_line, 1), f"this file has more than {MAX_DEPTH} levels")
        ]
    if builder.findings:
        return None, builder.findings
    if not isinstance(builder.document.value, dict):
        what = "nothing but comments" if builder.document.value is None else "a list or a single text"
        return None, [
            finding(
                faults.YAML_SHAPE,
                Place(path, first_line, 1),
                f"this holds {what} where `key: value` lines are expected",
            )
        ]
    return builder.document, []


def _syntax(path: str, error: yaml.YAMLError, first_line: int) -> Finding:
    mark = getattr(error, "problem_mark", None)
    place = Place(path, mark.line + first_line, mark.column + 1) if mark else Place(path, first_line, 1)
    problem = getattr(error, "problem", None) or "it is not YAML"
    return finding(faults.YAML_SYNTAX, place, f"YAML cannot be parsed here: {problem}")
