"""The reference page of the formats, made from the models and the table of blocks: keys, options, and what each is for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from builder.model.base import ID_PATTERN
from builder.model.blocks import BLOCKS, COMMON, BlockSpec, OptionSpec
from builder.schema.json_schema import SOURCES, SourceFormat, json_schema

_HEAD = """# Formats

<!-- Made from the models themselves: `LIKENESS_SNAPSHOTS=write pytest tests/schema` -->

Everything that people write here is Markdown or YAML, one file for each language: `first-hour.en.md` and `first-hour.ko.md`.
A key that is not in these tables is a mistake, and `likeness check` says so, with the key it takes it for. How to write a lesson
step by step: [Writing a lesson](../authors/writing-a-lesson.md). What the checks ask for beyond the form: [Rules](../rules/index.md).

Of YAML only the part is read that people mean: `true`, `false`, whole numbers, and texts. `no`, `12:30`, `1.10` and days stay the texts
they are. Anchors, tags and second documents are refused. A text with a colon and a space, or a `#`, inside needs quotation marks.

Editors that know the YAML language server (VS Code with *YAML* by Red Hat, and others) complete the keys and show what they are for:
the first line of each YAML file names its schema in `docs/schemas/`. `likeness schema` writes the schemas anew.
"""

_BLOCKS_HEAD = """## Teaching blocks

The body of a lesson or page is Markdown with blocks. A block opens with three slashes, its name and, after a bar, its title. Its options
follow at once, each indented by four spaces. Then an empty line, its text, and three slashes alone. An empty line stands before each
block. Blocks stand in one another; the inner one closes first. No block stands in a list or a quote.

    /// activity | Say it
        id: say-it
        minutes: 7
        kind: practise
        grouping: pairs
        core: true

    Say your line. Then say it again, better.

    ///

Every block but `activity` may carry `only`: {only} An id is made of small letters, digits and hyphens, at most 60.

Headings in a body begin with `##`, inside an activity with `###`. Raw HTML is shown as the text it is. A picture lies in the folder of
the lesson, is at most 2 MB large, and has an alternative text: `![A hand over a phone](hand.svg)`.
"""

_REFERENCES = """## References in running text

| written | printed |
|--|--|
| `[^U02]`, `[^kr-sv-14-2-1]` | a footnote mark; the note comes from the register, with date, source and caveat |
| `{U02.caught}` | the number of that name; its footnote stands in the same paragraph |
| `{law.name}` | the country of the edition |
| `{law.child_means}` | whom its law protects as a child: *under 19* |
| `{law.age_of_criminal_responsibility}` | the age |
| `{help.emergency}`, `{help.crisis}`, `{help.child}`, `{help.removal}`, `{help.school}` | name and number of that service in this edition |
| `[a yes](glossary:consent)` | a link to the word in the glossary |
| `[Get help](../get-help.en.md)` | a link to another page of the same language |

They stand in bodies, and the first two kinds of braces in quizzes too; a quiz prints no notes, so an item names its claims in `cite`.
Front matter, the plan and editions are printed as they are.
"""


def formats_page() -> str:
    """The page in Markdown."""
    parts = [_HEAD]
    for source in SOURCES:
        parts.append("\n".join(_source(source)))
        if source.name == "page":
            parts += [
                _BLOCKS_HEAD.replace("{only}", COMMON["only"].about.replace("Jurisdictions", "jurisdictions", 1)),
                *(_block(name, spec) for name, spec in BLOCKS.items()),
                _REFERENCES,
            ]
    return "\n".join(parts)


def _source(source: SourceFormat) -> Iterator[str]:
    schema = json_schema(source)
    yield f"## {source.name.capitalize()}: `{source.files}`\n"
    yield f"{source.about} Schema: [`{source.name}.json`](../schemas/{source.name}.json).\n"
    yield _table(schema)
    for name, part in schema.get("$defs", {}).items():
        if "properties" in part:
            yield f"### {source.name.capitalize()}: {_spaced(name)}\n"
            yield f"{part.get('description', '')}\n"
            yield _table(part)


def _table(part: dict[str, Any]) -> str:
    rows = ["| key | | value | what it is for |", "|--|--|--|--|"]
    needed = part.get("required", [])
    for key, about in part["properties"].items():
        default = about.get("default")
        must = "required" if key in needed else f"else `{_said(default)}`" if default not in (None, "", [], {}) else ""
        rows.append(f"| `{key}` | {must} | {_cell(_kind(about))} | {_cell(about.get('description', ''))} |")
    return "\n".join([*rows, ""])


def _said(default: object) -> str:
    return str(default).lower() if isinstance(default, bool) else str(default)


_SIMPLE = {
    "string": "text",
    "integer": "whole number",
    "boolean": "`true` or `false`",
    "number": "number",
    "null": "nothing",
}
_CHOICE = re.compile(r"\^\(([a-z|-]+)\)\$")


def _kind(about: dict[str, Any]) -> str:
    """What a value looks like, in words."""
    if "$ref" in about:
        return _spaced(about["$ref"].split("/")[-1])
    if "const" in about or "enum" in about:
        return ", ".join(f"`{word}`" for word in about.get("enum", [about.get("const")]))
    for key in ("anyOf", "oneOf"):
        if key in about:
            return " or ".join(dict.fromkeys(_kind(part) for part in about[key]))
    if about.get("type") == "array":
        return f"list: {_kind(about.get('items', {}))}"
    if about.get("type") == "object":
        return _mapping(about)
    return _text(about)


def _mapping(about: dict[str, Any]) -> str:
    """A mapping: texts by language where its keys are free, else by the names it has."""
    by_pattern: dict[str, dict[str, Any]] = about.get("patternProperties", {})
    inner: dict[str, Any] = about.get("additionalProperties") or next(iter(by_pattern.values()), {})
    named = "propertyNames" in about or "patternProperties" in about or "$ref" in inner
    return f"by {'name' if named else 'language'}: {_kind(inner)}"


def _text(about: dict[str, Any]) -> str:
    pattern = about.get("pattern", "")
    if about.get("format") == "date":
        return "day, `YYYY-MM-DD`"
    if pattern == ID_PATTERN:
        return "id"
    if choice := _CHOICE.fullmatch(pattern):
        return ", ".join(f"`{word}`" for word in choice[1].split("|"))
    return f"text like `{pattern}`" if pattern else _SIMPLE.get(about.get("type", ""), "text")


def _spaced(name: str) -> str:
    """The name of a model as words: `HelpPack` -> *help pack*."""
    return "*" + "".join(f" {c.lower()}" if c.isupper() else c for c in name).strip() + "*"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


_TITLES = {"required": "It needs a title.", "optional": "It may have a title.", "none": "It has no title."}


def _block(name: str, spec: BlockSpec) -> str:
    who = " Only teachers see it." if spec.audience == "teacher" else ""
    body = "" if spec.body else " It has no text of its own."
    lines = [f"### `{name}`\n", f"{spec.about} {_TITLES[spec.title]}{body}{who}\n"]
    if not spec.options:
        return "\n".join(lines)
    rows = [
        f"| `{key}` | {'required' if option.required else ''} | {_cell(_value(option))} | {_cell(option.about)} |"
        for key, option in spec.options.items()
    ]
    return "\n".join([*lines, "| option | | value | what it is for |", "|--|--|--|--|", *rows, ""])


def _value(option: OptionSpec) -> str:
    words = ", ".join(f"`{word}`" for word in option.choices)
    kinds = {
        "text": words or "text",
        "id": "id",
        "number": "whole number",
        "flag": "`true` or `false`",
        "list": f"comma list{': ' if words else ''}{words}",
    }
    default = f"; left out: `{option.default}`" if option.default else ""
    return kinds[option.kind] + default
