"""Plays items of QTI 2.1 in a real browser with a player that others wrote: it runs the response processing and shows the feedback.

The player is `@citolab/qti-components`, which knows QTI 3; `citolab-qti-convert` hands it our 2.1.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from playwright.sync_api import Error
from qti_convert import upgrade_qti2_to_qti3

from tests.readers.reading import HERE, Refused

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PLAYER = HERE / "node_modules" / "@citolab" / "qti-components" / "cdn" / "index.global.js"
PATIENCE = 10_000
"""Milliseconds after which an item that has not been shown never will be."""

Response = str | list[str]


@dataclass(frozen=True)
class Played:
    """What the player made of a response: the text it asked with, each variable of the item, and the texts of the feedback it shows."""

    asked: str
    variables: dict[str, str | list[str] | None]
    feedback: list[str]

    @property
    def score(self) -> float:
        """The mark, as the item's variable SCORE has it."""
        score = self.variables["SCORE"]
        assert isinstance(score, str)
        return float(score)


class QtiPlayer:
    """A page with the player; `qti_player` opens it."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._complaints: list[str] = []
        page.on("console", lambda said: self._complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self._complaints.append(str(error)))
        page.set_content("<!doctype html><title>player</title>")
        page.add_script_tag(path=PLAYER)
        page.add_script_tag(path=HERE / "qti_player.js")

    def play(self, item: bytes, response: Response) -> Played:
        """Shows an item afresh, responds as a pupil would, and submits. Raises Refused when the player complains or shows nothing.

        `response`: the identifier of a choice or a list of them, the text to type, `left right` pairs, or the steps in order.
        Choices are clicked and texts typed; what a person drags is handed to the player.
        """
        self._complaints.clear()
        try:
            self._show(item)
            self._respond(response)
            played = self._page.evaluate("qti.process()")
        except Error as broken:
            raise Refused("; ".join([*self._complaints, broken.message])) from broken
        if self._complaints:
            raise Refused("; ".join(self._complaints))
        return Played(**played)

    def _show(self, item: bytes) -> None:
        self._page.evaluate("xml => { qti.show(xml) }", upgrade_qti2_to_qti3(item))
        self._page.wait_for_function("qti.item", timeout=PATIENCE)

    def _respond(self, response: Response) -> None:
        interaction = self._page.evaluate("qti.interaction()")
        if interaction == "qti-choice-interaction":
            for choice in [response] if isinstance(response, str) else response:
                self._page.locator(f'qti-simple-choice[identifier="{choice}"]').click(timeout=PATIENCE)
        elif isinstance(response, str):
            field = self._page.locator(f"{interaction} :is(input, textarea)")
            field.fill(response)
            field.blur()
        else:
            self._page.evaluate("value => qti.respond(value)", response)


@contextmanager
def qti_player(browser: Browser) -> Iterator[QtiPlayer]:
    """A player in a browser context of its own, which asks the network for nothing."""
    context = browser.new_context(offline=True)
    yield QtiPlayer(context.new_page())
    context.close()
