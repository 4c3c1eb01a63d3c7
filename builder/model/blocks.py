"""The teaching blocks an author may use: the one table behind the reader's checks, the markup and the reference page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True)
class OptionSpec:
    """An option of a block. `choices` empty: free text; `kind` says how the text is understood."""

    about: str
    kind: Literal["text", "id", "number", "flag", "list"] = "text"
    choices: tuple[str, ...] = ()
    required: bool = False
    default: str = ""


@dataclass(frozen=True)
class BlockSpec:
    """A teaching block: what it is for, who sees it, whether it has a title, and its options."""

    about: str
    title: Literal["required", "optional", "none"] = "none"
    audience: Literal["all", "teacher"] = "all"
    body: bool = True
    options: dict[str, OptionSpec] = field(default_factory=dict)


TOPICS = (
    "making", "sharing", "having", "watching", "asking", "threatening", "trying", "naming", "under-age", "age",
    "consequences", "school", "record", "deletion", "rights", "police", "platforms", "more",
)  # fmt: skip
"""What a `law` block can ask for; each law pack says which of its provisions answer a topic. `more`: only for looking up."""

TEACHER_PARTS = ("beside", "before", "questions", "adaptations", "after")
"""Where a teacher's note belongs in the guide."""

BLOCKS: dict[str, BlockSpec] = {
    "activity": BlockSpec(
        "Something the class does, with its minutes. The plan table is made from these.",
        title="required",
        options={
            "id": OptionSpec("Stable id, the same in every language.", "id", required=True),
            "minutes": OptionSpec("Minutes it takes.", "number", required=True),
            "kind": OptionSpec(
                "What pupils do in it.", choices=("open", "learn", "practise", "check", "close"), required=True
            ),
            "grouping": OptionSpec(
                "How pupils sit.", choices=("whole-class", "groups", "pairs", "alone"), required=True
            ),
            "core": OptionSpec("`true` when it belongs to the 20-minute path.", "flag", default="false"),
        },
    ),
    "choices": BlockSpec("What we will and will not look at, and the pupil's choices.", title="optional"),
    "ground-rules": BlockSpec("The class's rules for this lesson.", title="optional"),
    "teacher": BlockSpec(
        "A note only teachers see.",
        title="optional",
        audience="teacher",
        options={"part": OptionSpec("Where it stands in the guide.", choices=TEACHER_PARTS, default="beside")},
    ),
    "scenario": BlockSpec(
        "A distanced story about invented people, and questions.",
        title="required",
        options={"id": OptionSpec("Stable id, the same in every language.", "id")},
    ),
    "myth": BlockSpec(
        "A false claim (the title) and its correction (the body). The truth is printed first.",
        title="required",
        options={"myth": OptionSpec("Id of the register of myths, e.g. `M4`.")},
    ),
    "statute": BlockSpec(
        "The gist of a statute as a `>` quote, then a plain gloss.",
        title="optional",
        options={"law": OptionSpec("Id of the provision.", required=True)},
    ),
    "quote": BlockSpec(
        "Somebody's words as a `>` quote, then a plain gloss.",
        title="optional",
        options={"source": OptionSpec("Who said it, where and when.", required=True)},
    ),
    "write": BlockSpec(
        "A prompt with lines to write on, on paper.",
        title="required",
        options={"lines": OptionSpec("How many lines.", "number", default="3")},
    ),
    "cut-outs": BlockSpec(
        "A table that pupils also get in pieces, to cut out and lay again.",
        options={
            "task": OptionSpec(
                "`match`: the cells of a row are found again; `order`: the rows, whose last column is for their numbers, are put in order.",
                choices=("match", "order"),
                required=True,
            )
        },
    ),
    "slide": BlockSpec("What stands on the board.", title="required", audience="teacher"),
    "support": BlockSpec("An easier way into the same task.", title="optional"),
    "stretch": BlockSpec("A way to go further.", title="optional"),
    "easy-read": BlockSpec("The gist in very short sentences.", title="optional"),
    "note": BlockSpec("A plain boxed note.", title="optional"),
    "law": BlockSpec(
        "Cards of the law of the edition's jurisdiction.",
        title="optional",
        body=False,
        options={
            "topics": OptionSpec("Which topics, in order.", "list", choices=TOPICS, required=True),
            "cards": OptionSpec(
                "`short`: what a class reads in its minutes, the dates once below; `full`: each card with its own dates and sources.",
                choices=("short", "full"),
                default="full",
            ),
        },
    ),
    "help": BlockSpec(
        "The school's people and the help lines of the edition's jurisdiction.",
        title="optional",
        body=False,
        options={
            "set": OptionSpec(
                "`box`: emergency, crisis, child line, school, removal; `all`: every published service.",
                choices=("box", "all"),
                default="box",
            )
        },
    ),
    "pathway": BlockSpec(
        "The steps of the edition's jurisdiction.",
        title="optional",
        body=False,
        options={"who": OptionSpec("Whose steps.", choices=("pupil", "friend", "did-it", "teacher"), default="pupil")},
    ),
    "fact": BlockSpec(
        "A claim of the register with its date, sources and caveat.",
        body=False,
        options={"id": OptionSpec("Id of the claim.", required=True)},
    ),
    "quiz": BlockSpec(
        "The lesson's items: `check` is the self-check, `baseline` a list for counting hands.",
        body=False,
        options={
            "part": OptionSpec("Which part.", choices=("check", "baseline"), default="check"),
            "lesson": OptionSpec(
                "Id of the lesson whose items are meant. Left out: the lesson the block stands in.", "id"
            ),
        },
    ),
    "glossary": BlockSpec("All glossary entries.", body=False),
    "sources": BlockSpec("All claims, law and help entries with their sources.", body=False),
    "modules": BlockSpec("The cards of all modules.", body=False),
    "module": BlockSpec(
        "The summary and lesson cards of one module.",
        body=False,
        options={"id": OptionSpec("Id of the module.", "id", required=True)},
    ),
}

COMMON = {"only": OptionSpec("Jurisdictions in which the block is shown, e.g. `KR`. Left out: everywhere.", "list")}
"""Options every block but `activity` may carry."""


def options_of(name: str) -> dict[str, OptionSpec]:
    """The options block `name` may carry, the common ones included; `KeyError` for an unknown block."""
    spec = BLOCKS[name]
    return dict(spec.options) if name == "activity" else {**spec.options, **COMMON}


def option(name: str, options: dict[str, str], key: str) -> str:
    """The value of option `key` of block `name`: as written in `options`, else its default."""
    return options.get(key, options_of(name)[key].default)


def listed(text: str) -> tuple[str, ...]:
    """The parts of a comma list, e.g. `"making, sharing"` -> `("making", "sharing")`."""
    return tuple(part.strip() for part in text.strip("[] ").split(",") if part.strip())
