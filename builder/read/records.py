"""From a YAML document to a typed record; each fault of the model becomes a finding at its place."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

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
        keys = sorted(_all_keys(model))
        found = [_as_finding(document, detail, keys) for detail in error.errors(include_url=False)]
        return None, list(dict.fromkeys(found))


def _as_finding(document: Document, detail: ErrorDetails, known: list[str]) -> Finding:
    at = _written(document.value, detail["loc"], keep_last=detail["type"] == "missing")
    if detail["type"] == "missing":
        key = str(at[-1])
        where = _subject(document.value, at[:-1])
        return finding(faults.MISSING_KEY, document.place(at[:-1]), f'{where} has no "{key}"', f'add "{key}:" here')
    if detail["type"] == "extra_forbidden":
        key = str(at[-1])
        message = f'{_subject(document.value, at[:-1])} has a key "{key}" that is not known'
        return finding(faults.UNKNOWN_KEY, document.place(at, key=True), message, _advice(key, known), len(key))
    message = f"{_subject(document.value, at[:-1])}: {_name(at)} {_plain(detail)}"
    return finding(faults.WRONG_VALUE, document.place(at), message)


def _written(value: Any, location: tuple[str | int, ...], *, keep_last: bool) -> Path:
    """The path as the author wrote it: the names of union members in pydantic's path are left out."""
    at: list[str | int] = []
    for index, part in enumerate(location):
        last = index == len(location) - 1
        if isinstance(value, dict) and part in value:
            value = value[part]
            at.append(part)
        elif isinstance(value, list) and isinstance(part, int) and part < len(value):
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


def _plain(detail: ErrorDetails) -> str:
    """Pydantic's message in an author's words."""
    context = detail.get("ctx", {})
    match detail["type"]:
        case "literal_error" | "enum":
            return f"must be {context.get('expected', 'one of the known words')}"
        case "string_type":
            return "must be a text; put it in quotation marks" if detail["input"] is not None else "has nothing after the colon"
        case "string_too_short" | "too_short":
            return f"needs at least {context.get('min_length', 1)}"
        case "string_too_long" | "too_long":
            return f"may have at most {context.get('max_length')}"
        case "int_parsing" | "int_type" | "int_from_float":
            return "must be a whole number"
        case "bool_parsing" | "bool_type":
            return "must be true or false"
        case "date_from_datetime_parsing" | "date_parsing" | "date_type":
            return "must be a day, written YYYY-MM-DD"
        case "string_pattern_mismatch":
            return f"must match {context.get('pattern')}"
        case "union_tag_invalid":
            return f"must be of a known type: {context.get('expected_tags')}"
        case "union_tag_not_found":
            return 'has no "type"'
        case "tuple_type" | "list_type":
            return "must be a list"
        case "dict_type" | "model_type" | "model_attributes_type":
            return "must hold `key: value` lines"
        case "value_error":
            return str(context.get("error", detail["msg"]))
        case _:
            return f"is not right: {detail['msg'][:1].lower()}{detail['msg'][1:]}"


def _all_keys(model: type[BaseModel]) -> set[str]:
    """Every key that may stand somewhere in a file of this model, for *did you mean*."""
    schema = model.model_json_schema()
    parts = [schema, *schema.get("$defs", {}).values()]
    return {key for part in parts for key in part.get("properties", {})}


def _advice(key: str, known: list[str]) -> str:
    """How to mend an unknown key. A key with spaces is a text that was cut at a comma inside `{ }`."""
    if " " in key:
        return "put the text before it in quotation marks: inside { } a comma ends a text"
    return did_you_mean(key, known)
