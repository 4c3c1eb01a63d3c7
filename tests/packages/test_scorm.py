"""An LMS administrator uploads the package and a pupil plays it: scorm-again answers every call in the real browser."""

from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from builder.model.curriculum import Curriculum
from builder.model.items import Item, MatchItem, OrderItem, ReflectItem, ScenarioItem, ShortItem
from builder.packages import Bank, target_of
from tests.packages.banks import LANGUAGES, every, real_banks
from tests.pages.answering import open_pointers
from tests.readers.lms import Visit, visiting
from tests.readers.schemas import scorm_faults

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator

pytestmark = pytest.mark.usefixtures("readers")

PAGE = "lesson.html"
TARGET = target_of("scorm")


def with_score(bank: Bank) -> Bank:
    edition = bank.view.edition.model_copy(update={"platform_score": True})
    return Bank(replace(bank.view, edition=edition), bank.lesson)


def fields(visit: Visit, bank: Bank) -> list[tuple[Item, Locator]]:
    return [(item, visit.lesson.locator(f"form.quiz [data-item='{item.id}']")) for item in bank.items]


def answer(item: Item, field: Locator, *, right: bool = True) -> None:
    """Answers an item as a pupil does; `right=False` is for items that offer a choice."""
    match item:
        case MatchItem():
            choices = {text: identity for identity, text in item.choices}
            for pair in item.pairs:
                field.locator(f"[data-pair='{pair.id}'] select").select_option(choices[pair.right])
        case OrderItem():
            _bring_into_order(item, field)
        case ShortItem():
            field.locator("input[type=text]").fill(item.accept[-1])
        case ScenarioItem():
            _walk(item, field)
            return
        case ReflectItem():
            open_pointers(field)
            return
        case _:
            for option in item.answers:
                if option.right == right:
                    field.locator(f"input[value='{option.id}']").check()
    field.locator("button.check").click()


def _bring_into_order(item: OrderItem, field: Locator) -> None:
    """Moves every step up to its place; at least one press, for an order that nobody touched is no answer."""
    for place, step in enumerate(item.steps):
        while field.locator(".steps > *").nth(place).get_attribute("data-step") != step.id:
            field.locator(f"[data-step='{step.id}'] button.up").click()


def _walk(item: ScenarioItem, field: Locator) -> None:
    scene = item.scenes[0]
    while not scene.ending:
        safe = next(choice for choice in scene.choices if choice.quality == "safe")
        place = field.locator(f".scene[data-scene='{scene.id}'] .choice[data-choice='{safe.id}']")
        place.locator("summary").click()
        place.locator(".go-on").click()
        found = item.scene(safe.goto)
        assert found
        scene = found


def told(visit: Visit, name: str) -> list[str]:
    """Every value that was set for a name of the data model, in order."""
    return [call["words"][1] for call in visit.calls if call["name"] == "LMSSetValue" and call["words"][0] == name]


def test_every_package_is_valid_names_all_its_files_and_asks_nobody_else(curriculum: Curriculum) -> None:
    for bank in (every("en"), with_score(every("ko")), *real_banks(curriculum)):
        package = TARGET.write(bank)
        assert scorm_faults(package) == []
        with zipfile.ZipFile(io.BytesIO(package)) as archive:
            names, page = set(archive.namelist()), archive.read(PAGE).decode()
        assert not re.findall(r'(?:src|data|poster)="https?:|@import|url\(', page)
        assert set(re.findall(r'(?:src|href)="([^"#:]+)"', page)) <= names


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pupil_goes_through_every_item_and_the_platform_learns_no_answer(chromium: Browser, language: str) -> None:
    bank = every(language)
    with visiting(chromium, TARGET.write(bank), PAGE) as visit:
        items = fields(visit, bank)
        for item, field in items[:-1]:
            answer(item, field)
            assert visit.known["core"]["lesson_status"] == "incomplete"
        answer(*items[-1])
        assert visit.known["core"]["lesson_status"] == "completed"
        assert told(visit, "cmi.core.lesson_location")[-1] == f"{len(items)}/{len(items)}"
        known = visit.leave()
        names = {call["words"][0] for call in visit.calls if call["name"] == "LMSSetValue"}
        assert not {name for name in names if "interactions" in name or "score" in name}
        assert json.loads(known["suspend_data"]) == {"done": [item.id for item in bank.items]}
        assert re.fullmatch(r"\d{4}:\d{2}:\d{2}", told(visit, "cmi.core.session_time")[-1])
        assert [call for call in visit.calls if call["code"] != "0"] == []
        assert visit.complaints == []
        assert all(url.startswith("http://127.0.0.1:") for url in visit.requests)


@pytest.mark.parametrize("language", LANGUAGES)
def test_with_a_score_the_key_earns_all_of_it_and_every_answer_is_told(chromium: Browser, language: str) -> None:
    bank = with_score(every(language))
    with visiting(chromium, TARGET.write(bank), PAGE) as visit:
        for item, field in fields(visit, bank):
            answer(item, field)
        known = visit.leave()
        assert str(known["core"]["score"]["raw"]) == "100"
        ids = [
            value
            for call in visit.calls
            for value in call["words"][1:]
            if re.fullmatch(r"cmi\.interactions\.\d+\.id", call["words"][0])
        ]
        assert ids == [item.id for item in bank.items if not isinstance(item, ShortItem | ReflectItem)]
        results = [call["words"][1] for call in visit.calls if str(call["words"][0]).endswith(".result")]
        assert set(results) == {"correct"}
        responses = [call["words"][1] for call in visit.calls if str(call["words"][0]).endswith(".student_response")]
        assert all(re.fullmatch(r"[a-z0-9.,-]{1,255}", response) for response in responses)
        assert len(known["suspend_data"]) <= 4096
        assert [call for call in visit.calls if call["code"] != "0"] == []


def test_every_wrong_option_scores_nothing_and_shows_its_own_feedback(chromium: Browser) -> None:
    bank = with_score(every("en"))
    choices = [item for item in bank.items if item.type in ("single", "true-false")]
    for item in choices:
        for wrong in (option for option in item.answers if not option.right):
            with visiting(chromium, TARGET.write(bank), PAGE) as visit:
                field = visit.lesson.locator(f"form.quiz [data-item='{item.id}']")
                field.locator(f"input[value='{wrong.id}']").check()
                field.locator("button.check").click()
                assert wrong.feedback in field.locator(".result").inner_text()
                assert str(visit.known["core"]["score"]["raw"]) == "0"


def test_a_pupil_comes_back_another_day_and_goes_on(chromium: Browser) -> None:
    bank = with_score(every("en"))
    package = TARGET.write(bank)
    with visiting(chromium, package, PAGE) as visit:
        answer(*fields(visit, bank)[0])
        answer(*fields(visit, bank)[4])
        before = visit.leave()
    with visiting(chromium, package, PAGE, {"cmi": remembered(before)}) as visit:
        first, field = fields(visit, bank)[0]
        right = next(option for option in first.answers if option.right)
        assert field.locator(f"input[value='{right.id}']").is_checked()
        assert right.feedback in field.locator(".result").inner_text()
        for item, other in fields(visit, bank)[1:]:
            if item is not bank.items[4]:
                answer(item, other)
        assert visit.known["core"]["lesson_status"] == "completed"
        assert str(visit.known["core"]["score"]["raw"]) == "100"


def remembered(known: dict[str, Any]) -> dict[str, Any]:
    """What a platform hands to the next visit."""
    core = {"lesson_status": known["core"]["lesson_status"], "lesson_location": known["core"]["lesson_location"]}
    return {"core": {**core, "entry": "resume"}, "suspend_data": known["suspend_data"]}


def test_a_reload_keeps_the_answers_though_the_platform_knows_none(chromium: Browser) -> None:
    bank = every("en")
    with visiting(chromium, TARGET.write(bank), PAGE) as visit:
        item, field = fields(visit, bank)[0]
        answer(item, field)
        with visit.page.expect_event("framenavigated"):
            visit.page.evaluate("document.getElementById('sco').contentWindow.location.reload()")
        visit.lesson.wait_for_load_state()
        right = next(option for option in item.answers if option.right)
        assert visit.lesson.locator(f"form.quiz [data-item='{item.id}'] input[value='{right.id}']").is_checked()


def test_a_typed_answer_is_never_told(chromium: Browser) -> None:
    bank = with_score(every("en"))
    item = next(item for item in bank.items if isinstance(item, ShortItem))
    with visiting(chromium, TARGET.write(bank), PAGE) as visit:
        field = visit.lesson.locator(f"form.quiz [data-item='{item.id}']")
        field.locator("input[type=text]").fill("something private")
        field.locator("button.check").click()
        visit.leave()
        assert "private" not in json.dumps(visit.calls)


def test_it_plays_without_a_platform(chromium: Browser, tmp_path: Path) -> None:
    bank = every("ko")
    with zipfile.ZipFile(io.BytesIO(TARGET.write(bank))) as archive:
        archive.extractall(tmp_path)
    context = chromium.new_context()
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto((tmp_path / PAGE).as_uri())
    item = bank.items[0]
    answer(item, page.locator(f"form.quiz [data-item='{item.id}']"))
    assert page.locator(f"form.quiz [data-item='{item.id}'] .result").inner_text()
    assert faults == []
    context.close()


def test_the_same_lesson_gives_the_same_bytes() -> None:
    assert TARGET.write(every("ko")) == TARGET.write(every("ko"))
