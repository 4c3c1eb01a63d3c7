"""What packages for learning platforms hear of the self-check, and that they may keep the answers elsewhere."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

from tests.pages.answering import answer, answer_all, item, items
from tests.pages.conftest import EVERY, Visit


def test_packages_hear_of_every_answer_and_may_bring_a_store_of_their_own(
    every: str, visit: Callable[..., Visit]
) -> None:
    own = """window.heard = []; window.held = {};
      window.likeness = { store: {
        read: (key) => held[key] ? { answers: JSON.parse(held[key]), kept: true } : null,
        write: (key, answers) => { held[key] = JSON.stringify(answers); } } };
      for (const name of ["answered", "saved"]) document.addEventListener("likeness:" + name, (e) => heard.push([name, e.detail]));"""
    page = visit(f"{every}/en/{EVERY}", before=own).page
    answer_all(page, "right")
    answered = {d["item"]: d for name, d in page.evaluate("heard") if name == "answered"}
    assert set(answered) == {one.get_attribute("data-item") for one in items(page)}
    assert {d["verdict"] for d in answered.values()} == {"right", "done"}
    assert {d["share"] for d in answered.values()} == {1, None}
    assert answered["steps"]["chosen"] == ["a", "b", "c", "d", "e"]
    assert answered["pairs"]["chosen"] == ["a.a", "b.b", "c.b", "d.d"]
    assert answered["story"]["chosen"] == ["start.a"]
    assert answered["word"]["chosen"] == ["consent"]
    page.evaluate("heard.length = 0")
    page.locator("#item-close .skip-item").click()
    assert [
        "answered",
        {"item": "close", "type": "single", "chosen": [], "verdict": "skipped", "share": None},
    ] in page.evaluate("heard")
    assert page.evaluate("sessionStorage.length + localStorage.length") == 0
    assert '"consent"' in next(iter(page.evaluate("held").values()))
    page.locator(".quiz-end .clear").click()
    assert page.evaluate("heard.at(-1)") == ["saved", {"answers": None}]


def test_a_part_of_the_right_answers_is_a_share_where_the_item_says_so(quiz: Page) -> None:
    quiz.evaluate(
        "() => { window.heard = {}; document.addEventListener('likeness:answered', ({detail}) => { heard[detail.item] = detail.share; }); }"
    )
    for option in ("a", "b", "c"):
        quiz.locator(f'#item-after-no input[value="{option}"] + label').click()
    quiz.locator("#item-after-no .check").click()
    answer(item(quiz, "match"), "wrong")
    answer(item(quiz, "order"), "wrong")
    answer(item(quiz, "scenario"), "wrong")
    assert quiz.evaluate("heard") == {"after-no": 0.5, "pairs": 0.75, "steps": 0, "story": 0.5}
