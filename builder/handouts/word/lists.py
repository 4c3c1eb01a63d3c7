"""Lists that Word knows as lists: bullets, numbers, letters, boxes to tick."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from builder.handouts.word.look import LATIN, SIGNS

STEP = 340
"""How far a list stands in, in twentieths of a point; a list inside it as far again."""


@dataclass(frozen=True)
class Marks:
    """What stands before the items: `text` with `%1` for the number; `form`: `bullet`, `decimal`, `lowerLetter`, `upperLetter`."""

    text: str
    form: str = "bullet"
    drawn: bool = False

    @property
    def wide(self) -> int:
        """How far the items stand in."""
        return round(STEP * (1.7 if len(self.text) > 2 else 1 if self.form == "bullet" else 1.3))


BULLETS, NUMBERS = Marks("–"), Marks("%1", "decimal")
BOX, RING, TICKED = "☐", "○", "☑"


class Lists:
    """The lists of one document. Each begins with its own first number. `colour` is that of what stands before the items."""

    def __init__(self, colour: str) -> None:
        self._colour = colour
        self._kinds: dict[tuple[Marks, int], int] = {}
        self._lists: list[tuple[int, int]] = []

    def begin(self, marks: Marks, indent: int = 0, start: int = 1) -> int:
        """A new list that stands in by `indent` more, beginning with `start`; gives its number."""
        kind = self._kinds.setdefault((marks, indent), len(self._kinds) + 1)
        self._lists.append((kind, start))
        return len(self._lists)

    def xml(self) -> str:
        """The descriptions of all lists, as `word/numbering.xml` has them."""
        kinds = [self._kind(number, marks, indent) for (marks, indent), number in self._kinds.items()]
        lists = [
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{kind}"/>'
            f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
            for number, (kind, start) in enumerate(self._lists, 1)
        ]
        return "".join([*kinds, *lists])

    def _kind(self, number: int, marks: Marks, indent: int) -> str:
        font = quoteattr(SIGNS if marks.drawn else LATIN)
        letters = f"<w:rFonts w:ascii={font} w:hAnsi={font} w:eastAsia={font} w:cs={font}/>"
        letters += "" if marks.drawn else f'<w:b/><w:color w:val="{self._colour}"/>'
        return (
            f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
            f'<w:numFmt w:val="{marks.form}"/><w:lvlText w:val={quoteattr(marks.text)}/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{indent + marks.wide}" w:hanging="{marks.wide}"/></w:pPr><w:rPr>{letters}</w:rPr></w:lvl></w:abstractNum>'
        )
