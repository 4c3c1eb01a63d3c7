"""The print tree: what may stand on paper, as plain JSON that knows nothing of any typesetter.

A node is a dictionary with a `kind`; running text is a list of strings and inline nodes. Whoever draws the tree must know every
kind below and refuse any other.

| block kind | keys |
|--|--|
| `heading` | `level` 2-4, `body` inline, `number` (optional) |
| `para` | `body` inline, `role` (optional); `leads`: belongs to what follows; `wide`: for the whole width |
| `list` | `ordered`, `role`, `items`: lists of blocks; `start` (optional): its first number |
| `table` | `head`: rows of cells, `rows`, `role`, `widths`, `ticks` (columns with boxes to tick), `task` (`match`, `order`: pupils also get it in pieces; `matched`: mixed already), `whole`: stays on its page (all optional); a cell is inline |
| `facts` | `entries`: `{term, body}`, both inline; short pairs such as *In force since* |
| `section` | `role`, `level`, `title` inline, `body` blocks, `marks` (the `data-` attributes and id) |
| `lines` | `prompt` inline, `body` blocks, `count`: lines to write on |
| `blanks` | `entries`: `{label, value}`, both inline: particulars to fill in by hand; a value that is known is printed |
| `quote` | `body` blocks |
| `columns` | `left`, `right`: blocks that stand beside each other |
| `asked` | an item as pupils get it: `number`, `stem`, `how`, `help` inline, `body`: one of the next four, or `lines` |
| `ticks` | `shape` (`ring` for one answer, `box` for several), `across`, `options`: `{letter, body}`, the letter may be empty |
| `sides` | `lefts`: running texts to give a letter to, `rights`: `{letter, body}` |
| `steps` | `steps`: `{letter, body}` to be numbered |
| `story` | `scenes`: `{name, body, ways, help}`, all inline but `ways`: `{letter, body, goto}`, none in an ending |
| `keyed` | an item of the key: `number`, `stem`, `about`, `explain` inline, `body`: `reasons`, or blocks to read |
| `reasons` | `rows`: `{label, box, right, body, verdict, why}`, see `items/drawing.py`; `lead` and `after` inline, may be empty |
| `rule`, `pagebreak` | nothing |

Inline kinds: `strong`, `emph`, `quoted`, `super`, `code`, `small`, `span` (`role`), each with `body`; `link` with `to` and
`body`; `foreign` with `language` and `body`; `note` with `id` (a source note); `slot` (a box for a letter); `break`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Node = dict[str, Any]
Inline = str | Node


def node(kind: str, **keys: Any) -> Node:
    """A node of that kind; keys that are None are left out."""
    return {"kind": kind, **{name: value for name, value in keys.items() if value is not None}}


def para(*body: Inline, role: str | None = None) -> Node:
    """A paragraph."""
    return node("para", body=list(body), role=role)


def heading(level: int, *body: Inline, **keys: Any) -> Node:
    """A heading; level 1 is the document's title and made by the template."""
    return node("heading", level=level, body=list(body), **keys)


def strong(*body: Inline) -> Node:
    """Important words."""
    return node("strong", body=list(body))


def small(*body: Inline) -> Node:
    """Words in small type."""
    return node("small", body=list(body))


def listing(items: Iterable[list[Node]], *, ordered: bool = False, role: str | None = None) -> Node:
    """A list; each item is a list of blocks. The role `check` draws boxes to tick."""
    return node("list", ordered=ordered, items=list(items), role=role)


def section(role: str, title: list[Inline], body: list[Node], level: int = 2, **marks: str) -> Node:
    """A part with a role of its own, such as `scenario` or `help`."""
    return node("section", role=role, level=level, title=title, body=body, marks=marks)


def plain(body: Iterable[Inline]) -> str:
    """The bare text of running text."""
    return "".join(part if isinstance(part, str) else plain(part.get("body", [])) for part in body)


def walk(tree: Any) -> list[Node]:
    """Every node in the tree, in reading order."""
    found: list[Node] = []
    _gather_nodes(tree, found)
    return found


def texts(tree: Any) -> list[str]:
    """Every string that is printed, in reading order."""
    found: list[str] = []
    _gather_texts(tree, found)
    return found


# Into one list: a generator within a generator would hand each finding up through all the levels above it.
def _gather_nodes(tree: Any, found: list[Node]) -> None:
    if isinstance(tree, dict):
        if "kind" in tree:
            found.append(tree)
        tree = tree.values()
    for value in tree:
        if isinstance(value, (dict, list)):
            _gather_nodes(value, found)


def _gather_texts(tree: Any, found: list[str]) -> None:
    if isinstance(tree, str):
        found.append(tree)
    elif isinstance(tree, list):
        for value in tree:
            _gather_texts(value, found)
    elif isinstance(tree, dict):
        for name, value in tree.items():
            if name not in SILENT:
                _gather_texts(value, found)


SILENT = frozenset(
    {
        "kind",
        "role",
        "to",
        "id",
        "language",
        "marks",
        "colour",
        "drawing",
        "date",
        "paper",
        "density",
        "reader",
        "mark",
        "layout",
        "task",
        "look",
        "letter",
        "sitting",
        "variant",
    }
)
"""Keys whose strings are not printed."""
