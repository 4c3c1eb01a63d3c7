"""Answers items of every type as pupils do, rightly or wrongly, by what the page itself says is right."""

from __future__ import annotations

from typing import Literal

from playwright.sync_api import Locator, Page, expect

Verdict = Literal["right", "wrong"]

TYPES = ("single", "multi", "true-false", "match", "order", "short", "scenario", "reflect")


def item(page: Page, kind: str = "single") -> Locator:
    """The first item of a type."""
    return page.locator(f"fieldset[data-type={kind}]").first


def items(page: Page) -> list[Locator]:
    """Every item of the page."""
    return page.locator("fieldset.item").all()


def kind_of(item: Locator) -> str:
    """The item's type."""
    return item.get_attribute("data-type") or ""


def key(item: Locator, verdict: Verdict = "right") -> list[str]:
    """The ids of the rows of the answer that are right, or wrong, in their order."""
    ids: list[str] = item.locator(f"details.answer .{verdict}[data-option]").evaluate_all(
        "rows => rows.map((row) => row.dataset.option)"
    )
    return ids


def feedback(item: Locator, identity: str) -> str:
    """The feedback of one row of the answer."""
    return item.locator(f'details.answer [data-option="{identity}"] .feedback').text_content() or ""


def said(page: Page, word: str, **gaps: object) -> str:
    """A sentence the script may say, from the form's `data-` attributes."""
    text = page.locator("form.quiz").get_attribute(f"data-{word}") or ""
    for name, value in gaps.items():
        text = text.replace(f"{{{name}}}", str(value))
    return text


def answer(item: Locator, verdict: Verdict = "right") -> None:
    """Answers an item of any type and has it checked; pointers of an open question are opened, whatever the verdict."""
    fill(item, verdict)
    check = item.locator("button.check")
    if check.count():
        check.click()


def answer_all(page: Page, verdict: Verdict = "right") -> None:
    """Answers every item of the page."""
    for one in items(page):
        answer(one, verdict)


def fill(item: Locator, verdict: Verdict = "right") -> None:
    """Gives the answer without checking it (a story is checked by its end, an open question by opening its pointers)."""
    {
        "match": _match,
        "order": _order,
        "short": _short,
        "scenario": _scenario,
        "reflect": _reflect,
    }.get(kind_of(item), _choose)(item, verdict)


def _choose(item: Locator, verdict: Verdict) -> None:
    for identity in key(item, verdict)[: None if verdict == "right" else 1]:
        label = item.locator(f'.option input[value="{identity}"] + label')
        if not item.locator(f'.option input[value="{identity}"]').is_checked():
            label.click()
    if verdict == "right":
        for identity in key(item, "wrong"):
            box = item.locator(f'.option input[type="checkbox"][value="{identity}"]')
            if box.count() and box.is_checked():
                item.locator(f'.option input[value="{identity}"] + label').click()


def fitting(item: Locator, pair: str) -> str:
    """The choice of a `match` that fits a pair."""
    return item.locator(f'details.answer [data-option="{pair}"]').get_attribute("data-choice") or ""


def _match(item: Locator, verdict: Verdict) -> None:
    rows = item.locator(".pair:visible").all()
    for number, row in enumerate(rows):
        right = fitting(item, row.get_attribute("data-pair") or "")
        values = row.locator("option").evaluate_all("found => found.map((option) => option.value)")
        other = next(value for value in values if value and value != right)
        row.locator("select").select_option(right if verdict == "right" or number else other)


def steps(item: Locator) -> list[str]:
    """The ids of the steps of an `order`, as they stand now."""
    ids: list[str] = item.locator(".step").evaluate_all("rows => rows.map((row) => row.dataset.step)")
    return ids


def _order(item: Locator, verdict: Verdict) -> None:
    wanted = key(item) if verdict == "right" else [*key(item)[1:], key(item)[0]]
    if steps(item) == wanted:
        item.locator(".down").first.click()
    for place, identity in enumerate(wanted):
        while steps(item).index(identity) > place:
            item.locator(f'[data-step="{identity}"] .up').click()


def _short(item: Locator, verdict: Verdict) -> None:
    accepted = item.locator(".accepted").first.text_content() or ""
    item.locator(".short input").fill(accepted if verdict == "right" else "zzz")


def _scenario(item: Locator, verdict: Verdict) -> None:
    safe = key(item)
    unsafe_taken = False
    while item.locator(".scene:visible .choice").count():
        scene = item.locator(".scene:visible")
        names = scene.locator(".choice").evaluate_all(
            "(found) => found.map((c) => c.closest('.scene').dataset.scene + '.' + c.dataset.choice)"
        )
        wrong = verdict == "wrong" and not unsafe_taken
        place = next(n for n, name in enumerate(names) if (name in safe) != wrong)
        unsafe_taken = True
        go(scene.locator(".choice").nth(place))


def go(choice: Locator) -> None:
    """Opens a choice of a story and goes on."""
    choice.locator("summary").click()
    choice.locator(".go-on").click()


def _reflect(item: Locator, verdict: Verdict) -> None:
    item.locator("textarea").fill("Something to think about.")
    open_pointers(item)


def open_pointers(item: Locator) -> None:
    """Opens the pointers of an open question, and waits until the page has heard of it: the browser tells it a moment later."""
    pointers = item.locator("details.answer")
    pointers.evaluate("(it) => it.addEventListener('toggle', () => { it.dataset.heard = 'yes'; }, { once: true })")
    pointers.locator("> summary").click()
    expect(pointers).to_have_attribute("data-heard", "yes")
