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
PATIENCE = 5_000
"""Milliseconds after which an item that has not been shown never will be."""

Response = str | list[str]


@dataclass(frozen=True)
class Played:
    """What the player made of a response: each variable of the item, and the texts of the feedback it shows."""

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

    def show(self, item: bytes) -> list[str]:
        """Shows an item of QTI 2.1 afresh, and gives the texts it asks with. Raises Refused when the player cannot."""
        with self._heard():
            given = [upgrade_qti2_to_qti3(item), PATIENCE]
            texts: list[str] = self._page.evaluate("([xml, patience]) => qti.show(xml, patience)", given)
        return texts

    def answer(self, *responses: Response) -> list[Played]:
        """Hands the player one response after the other to the item it shows, and submits each. Raises Refused when it complains.

        A response is the identifier of a choice or a list of them, a text, a list of `left right` pairs, or the steps in their order.
        """
        with self._heard():
            played = self._page.evaluate("responses => qti.answer(responses)", list(responses))
        return [Played(**one) for one in played]

    def click(self, *choices: str) -> Played:
        """Clicks the choices of the item it shows, as a pupil would, and submits. Raises Refused when there is no such choice."""
        with self._heard():
            for choice in choices:
                self._page.locator(f'qti-simple-choice[identifier="{choice}"]').click(timeout=PATIENCE)
            played = self._page.evaluate("qti.process()")
        return Played(**played)

    @contextmanager
    def _heard(self) -> Iterator[None]:
        """Raises what the player complains of."""
        self._complaints.clear()
        try:
            yield
        except Error as broken:
            raise Refused("; ".join([*self._complaints, broken.message])) from broken
        if self._complaints:
            raise Refused("; ".join(self._complaints))


@contextmanager
def qti_player(browser: Browser) -> Iterator[QtiPlayer]:
    """A player in a browser context of its own, which asks the network for nothing."""
    context = browser.new_context(offline=True)
    yield QtiPlayer(context.new_page())
    context.close()
