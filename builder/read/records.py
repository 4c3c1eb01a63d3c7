"""From a YAML document to a typed record; each fault of the model becomes a finding at its place."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from builder.model.base import ID_PATTERN
from builder.model.finding import Finding, finding
from builder.read import faults
from builder.read.outline import did_you_mean
from builder.read.yaml_text import Document, Path

Record = TypeVar("Record", bound=BaseModel)

_SINGULAR = {"activities": "activity", "entries": "entry", "people": "person", "signoffs": "sign-off"}


def read_record(document: Document, model: type[Record]) -> tuple[Record | None, list[Finding]]:
    """The document as a `model`, or `None` with one finding per fault."""
    try:
        return model.model_validate(document.value), []
    except ValidationError as error:
        keys = _all_keys(model)
        found = [_as_finding(document, model, detail, keys) for detail in error.errors(include_url=False)]
        return None, list(dict.fromkeys(found))


def _as_finding(document: Document, model: type[BaseModel], detail: ErrorDetails, known: dict[str, str]) -> Finding:
    at = _written(document.value, detail["loc"], keep_last=detail["type"] == "missing")
    if detail["type"] == "missing":
        key = str(at[-1])
        where = _subject(document.value, at[:-1])
        about = _about(model, detail["loc"]) or known.get(key, "")
        mend = f'add "{key}:" here' + (f": {about[:1].lower()}{about[1:]}" if about else "")
        return finding(faults.MISSING_KEY, document.place(at[:-1]), f'{where} has no "{key}"', mend)
    if detail["type"] == "extra_forbidden":
        key = str(at[-1])
        message = f'{_subject(document.value, at[:-1])} has a key "{key}" that is not known'
        return finding(faults.UNKNOWN_KEY, document.place(at, key=True), message, _advice(key, known), len(key))
    subject = _subject(document.value, at[:-1])
    message = f"{'' if subject == 'the file' else subject + ': '}{_name(at)} {_plain(detail)}"
    return finding(faults.WRONG_VALUE, document.place(at), message)


def _written(value: Any, location: tuple[str | int, ...], *, keep_last: bool) -> Path:
    """The path as the author wrote it: the names of union members in pydantic's path are left out."""
    at: list[str | int] = []
    for index, part in enumerate(location):
        last = index == len(location) - 1
        inside = (
            part in value
            if isinstance(value, dict)
            else isinstance(value, list) and isinstance(part, int) and part < len(value)
        )
        if inside:
            value = value[part]
            at.append(part)
        elif last and keep_last:
            at.append(part)
    return tuple(at)


def _name(at: Path) -> str:
    return next((f'"{part}"' for part in reversed(at) if isinstance(part, str)), "the file")


def _subject(value: Any, at: Path) -> str:
    """What the path leads to in the author's words, e.g. `option "c" of item "who-to-tell"`."""
    names: list[str] = []
    kind = ""
    for part in at:
        value = value[part]
        if isinstance(part, int):
            label = value.get("id") or value.get("entry") if isinstance(value, dict) else None
            names.append(f'{kind} "{label}"' if label else f"{kind} {part + 1}")
        else:
            kind = _SINGULAR.get(part, part.removesuffix("s"))
            if isinstance(value, dict):
                names.append(f'"{part}"')
    return " of ".join(reversed(names)) or "the file"


_SAID = {
    "literal_error": "must be {expected}",
    "enum": "must be {expected}",
    "string_too_short": "must not be empty",
    "too_short": "needs {min_length} or more entries",
    "string_too_long": "may have at most {max_length} characters",
    "too_long": "may have at most {max_length} entries",
    "greater_than_equal": "must be at least {ge}",
    "less_than_equal": "must be at most {le}",
    "greater_than": "must be more than {gt}",
    "int_parsing": "must be a whole number",
    "int_type": "must be a whole number",
    "int_from_float": "must be a whole number",
    "bool_parsing": "must be true or false",
    "bool_type": "must be true or false",
    "date_from_datetime_parsing": "must be a day, written YYYY-MM-DD",
    "date_parsing": "must be a day, written YYYY-MM-DD",
    "date_type": "must be a day, written YYYY-MM-DD",
    "string_pattern_mismatch": "must match {pattern}",
    "union_tag_invalid": "must be of a known type: {expected_tags}",
    "union_tag_not_found": 'has no "type"',
    "tuple_type": "must be a list",
    "list_type": "must be a list",
    "dict_type": "must hold `key: value` lines",
    "model_type": "must hold `key: value` lines",
    "model_attributes_type": "must hold `key: value` lines",
    "value_error": "{error}",
}
"""The kinds of fault that Pydantic finds, in an author's words."""


def _plain(detail: ErrorDetails) -> str:
    """Pydantic's message in an author's words."""
    if detail["type"] == "string_type":
        return (
            "must be a text; put it in quotation marks"
            if detail["input"] is not None
            else "has nothing after the colon"
        )
    if detail["type"] == "string_pattern_mismatch" and detail.get("ctx", {}).get("pattern") == ID_PATTERN:
        return "must be made of small letters, digits and hyphens, at most 60"
    words = _SAID.get(detail["type"])
    if words is None:
        return f"is not right: {detail['msg'][:1].lower()}{detail['msg'][1:]}"
    return words.format(**detail.get("ctx", {}))


def _all_keys(model: type[BaseModel]) -> dict[str, str]:
    """Every key that may stand somewhere in a file of this model, with what it is for."""
    schema = _schema(model)
    parts = [schema, *schema.get("$defs", {}).values()]
    return {key: about.get("description", "") for part in parts for key, about in part.get("properties", {}).items()}


@cache
def _schema(model: type[BaseModel]) -> dict[str, Any]:
    return model.model_json_schema()


def _about(model: type[BaseModel], location: tuple[str | int, ...]) -> str:
    """What the key at pydantic's `location` is for, by the model's schema; "" where the schema takes another way."""
    schema = _schema(model)
    at = schema
    for part in location:
        at = _referred(schema, at)
        tags = at.get("discriminator", {}).get("mapping", {})
        inside = {"$ref": tags[part]} if part in tags else at.get("properties", {}).get(part)
        at = at.get("items", {}) if isinstance(part, int) else inside or {}
    about: str = at.get("description", "")
    return about


def _referred(schema: dict[str, Any], at: dict[str, Any]) -> dict[str, Any]:
    """The part of the schema that `at` names, or `at` itself."""
    name = at.get("$ref", "").rpartition("/")[2]
    return schema["$defs"][name] if name else at


def _advice(key: str, known: dict[str, str]) -> str:
    """How to mend an unknown key. A key with spaces is a text that was cut at a comma inside `{ }`."""
    if " " in key:
        return "put the text before it in quotation marks: inside { } a comma ends a text"
    return did_you_mean(key, sorted(known))
