"""An author opens the course in LiaScript itself: every question asks, takes the key and nothing else, and explains afterwards."""

from __future__ import annotations

import functools
import http.server
import threading
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from builder.model.curriculum import Curriculum
from builder.model.items import Item
from builder.packages import Bank, losses, target_of
from builder.packages.questions import (
    AnyQuestion,
    ChoiceQuestion,
    MatchQuestion,
    OpenQuestion,
    OrderQuestion,
    ShortQuestion,
)
from builder.packages.stand_ins import mixed, right_sides
from builder.packages.target import questions_for
from tests.packages.banks import LANGUAGES, every, real_banks
from tests.packages.holding import subsets
from tests.packages.nasty import nasty_bank

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator

TARGET = target_of("liascript")
PROGRAM = Path("node_modules", "@liascript", "editor", "dist")


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves the program, and the course that is being looked at."""

    course = b""

    def do_GET(self) -> None:
        """The course under its own name, else a file."""
        if self.path != "/course.md":
            return super().do_GET()
        self.send_response(200)
        self.send_header("Content-Type", "text/markdown; charset=utf-8")
        self.end_headers()
        self.wfile.write(self.course)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


@pytest.fixture
def address(readers: Path) -> Iterator[str]:
    """Where the program is served."""
    handler = functools.partial(_Quiet, directory=str(readers / PROGRAM))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture(params=["every en", "every ko", "nasty ko", "real en", "real ko"])
def bank(request: pytest.FixtureRequest, curriculum: Curriculum) -> Bank:
    """A bank to be opened; of the project's own, the first lesson."""
    name, language = request.param.split()
    if name == "real":
        return next(found for found in real_banks(curriculum) if found.language == language)
    return every(language) if name == "every" else nasty_bank(language, 19)


def test_liascript_asks_marks_and_explains_as_written(bank: Bank, chromium: Browser, address: str) -> None:
    _Quiet.course = TARGET.write(bank)
    page = chromium.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/index.html?{address}/course.md")
    for number, question in enumerate(questions_for(TARGET, bank), 1):
        page.locator("#lia-btn-next").dispatch_event("click")
        slide = page.locator("main", has=page.get_by_role("heading", name=str(number), exact=True)).last
        slide.wait_for()
        hold(question, slide)
    page.close()
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []


def read(found: Locator) -> str:
    return " ".join(found.inner_text().split())


def hold(question: AnyQuestion, slide: Locator) -> None:
    """Looks at the texts, tries what is wrong, then the key, and reads what comes after."""
    quiz = slide.locator(f".lia-quiz[data-id='{question.id}']")
    texts = [read(paragraph) for paragraph in slide.locator("> .lia-paragraph").all()]
    assert texts[0] == question.stem.text, question.id
    if question.note:
        assert texts[1] == question.note.text
    if question.hint:
        quiz.locator(".lia-quiz__hint").click()
        assert read(quiz.locator(".lia-quiz__hints li")) == question.hint.text
    match question:
        case ChoiceQuestion():
            answer_choice(question, quiz)
        case MatchQuestion():
            sides = [side.said.text for side in right_sides(question)]
            answer_lists(slide, sides, [(pair.left.text, sides.index(pair.right.text)) for pair in question.pairs])
        case OrderQuestion():
            places = [str(place) for place in range(1, len(question.steps) + 1)]
            answer_lists(slide, places, mixed([(step.said.text, place) for place, step in enumerate(question.steps)]))
        case ShortQuestion():
            answer_short(question, quiz)
        case OpenQuestion():
            quiz.locator(".lia-quiz__resolve").click()
    settled(quiz, "resolved" if isinstance(question, OpenQuestion) else "solved")
    after = read(slide)
    for text in afterwards(question):
        assert text in after, (question.id, text)


def settled(quiz: Locator, state: str) -> None:
    """Waits until the quiz says so."""
    quiz.and_(quiz.page.locator(f".{state}")).wait_for()


def check(quiz: Locator, tries: int) -> None:
    """Presses *Check*, and waits until the program has counted this try."""
    button = quiz.locator(".lia-quiz__check")
    button.click()
    if tries:
        quiz.page.wait_for_function(
            "([button, tries]) => button.innerText.includes(String(tries))",
            arg=[button.element_handle(), tries],
            timeout=20_000,
        )


def answer_choice(question: ChoiceQuestion, quiz: Locator) -> None:
    labels = quiz.locator("label")
    by_text = {read(label): label for label in labels.all()}
    assert sorted(by_text) == sorted(answer.said.text for answer in question.answers)
    boxes = [by_text[answer.said.text].locator("input") for answer in question.answers]
    key = tuple(number for number, answer in enumerate(question.answers) if answer.right)
    tries = 0
    for chosen in subsets(len(boxes)) if question.many else ((n,) for n in range(len(boxes))):
        if chosen != key and chosen:
            tick(question, boxes, chosen)
            tries += 1
            check(quiz, tries)
            assert "open" in (quiz.get_attribute("class") or "").split(), (question.id, chosen)
    tick(question, boxes, key)
    check(quiz, 0)


def tick(question: ChoiceQuestion, boxes: list[Locator], chosen: tuple[int, ...]) -> None:
    for number, box in enumerate(boxes):
        if (question.many and box.is_checked() != (number in chosen)) or (not question.many and number in chosen):
            box.click()


def answer_lists(slide: Locator, choices: list[str], rows: list[tuple[str, int]]) -> None:
    """The first row wrong and the others right, then all right."""
    quiz = slide.locator(".lia-quiz")
    lists = slide.locator(".lia-dropdown").all()
    lines = slide.locator(".lia-paragraph", has=slide.page.locator(".lia-dropdown")).evaluate(
        """paragraph => { const copy = paragraph.cloneNode(true);
        copy.querySelectorAll(".lia-dropdown").forEach(list => list.replaceWith("\\n"));
        return copy.textContent.split("\\n").map(line => line.replace(/\\s+/g, " ").trim()).filter(Boolean); }"""
    )
    assert lines == [text for text, _ in rows]
    for place, found in enumerate(lists):
        offered = found.locator(".lia-dropdown__option").all()
        assert [" ".join((one.text_content() or "").split()) for one in offered] == choices
        choose(found, (rows[place][1] + 1) % len(choices) if place == 0 else rows[place][1])
    check(quiz, 1)
    assert "open" in (quiz.get_attribute("class") or "").split()
    choose(lists[0], rows[0][1])
    check(quiz, 0)


def choose(found: Locator, place: int) -> None:
    found.locator(".lia-dropdown__selected").click()
    found.locator(".lia-dropdown__option").nth(place).click()


def answer_short(question: ShortQuestion, quiz: Locator) -> None:
    """Something else, then the last spelling as a system types it that takes Korean apart, in capitals and with a full stop."""
    field = quiz.locator("input")
    field.fill("certainly nothing of these")
    check(quiz, 1)
    assert "open" in (quiz.get_attribute("class") or "").split()
    field.fill(unicodedata.normalize("NFD", f" {question.accept[-1].upper()}."))
    check(quiz, 0)


def afterwards(question: AnyQuestion) -> Iterator[str]:
    if question.explain:
        yield question.explain.text
    match question:
        case ChoiceQuestion():
            yield from (f"{answer.said.text} – {answer.feedback.text}" for answer in question.answers)
        case MatchQuestion():
            yield from (f"{pair.left.text} – {pair.feedback.text}" for pair in question.pairs)
            yield from (f"{extra.said.text} – {extra.feedback.text}" for extra in question.extra)
        case OrderQuestion():
            yield from (f"{step.said.text} – {step.feedback.text}" for step in question.steps)
        case ShortQuestion():
            yield question.feedback_right.text
        case OpenQuestion():
            yield from (pointer.text for pointer in question.pointers)


def test_only_pairs_and_orders_with_signs_of_its_own_are_left_out() -> None:
    bank = nasty_bank("ko")
    left_out = {loss.item.id for loss in losses(TARGET, bank) if loss.feature == "item"}
    chosen = [item for item in bank.items if item.type in ("match", "order")]
    assert left_out == {
        item.id for item in chosen if any(sign in text for text in chosen_from(item) for sign in ("@", "]]"))
    }


def chosen_from(item: Item) -> Iterator[str]:
    for written in item.texts():
        if written.at[-1] in ("left", "right", "text"):
            yield written.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_items_give_the_same_bytes(language: str) -> None:
    assert TARGET.write(every(language)) == TARGET.write(every(language))
