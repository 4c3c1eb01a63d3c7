"""The registers hold together: ids, languages, citations, and nothing lost on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from builder.markup import render
from builder.model.curriculum import Curriculum
from builder.model.registers import (
    ClaimsFile,
    GlossaryFile,
    HelpPack,
    LawPack,
    MythsFile,
    SignOff,
    SignOffsFile,
    StandardsFile,
    TermsFile,
)
from builder.model.view import View

FACTS = Path(__file__).resolve().parent.parent / "facts"


def read(name: str) -> Any:
    return yaml.safe_load((FACTS / name).read_text(encoding="utf-8"))


CLAIMS = ClaimsFile.model_validate(read("claims.yml"))
MYTHS = MythsFile.model_validate(read("myths.yml"))
TERMS = TermsFile.model_validate(read("terms.yml"))
GLOSSARY = GlossaryFile.model_validate(read("glossary.yml"))
STANDARDS = StandardsFile.model_validate(read("standards.yml"))
SIGNOFFS = SignOffsFile.model_validate(read("signoffs.yml")).signoffs
LAW = {p.stem: LawPack.model_validate(read(f"law/{p.name}")) for p in sorted((FACTS / "law").glob("*.yml"))}
HELP = {p.stem: HelpPack.model_validate(read(f"help/{p.name}")) for p in sorted((FACTS / "help").glob("*.yml"))}

CLAIM_IDS = [c.id for c in CLAIMS.claims]
PROVISIONS = {p.id: p for pack in LAW.values() for p in pack.provisions}
SERVICES = {s.id: s for pack in HELP.values() for s in pack.services}


def words_in(value: Any, path: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    """Every text that exists per language, with the way to it."""
    if isinstance(value, dict):
        if "en" in value and all(isinstance(v, str) for v in value.values()):
            yield path, value
        for key, inner in value.items():
            yield from words_in(inner, f"{path}/{key}")
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from words_in(inner, f"{path}[{index}]")


def test_nothing_of_the_first_registers_is_missing() -> None:
    assert sum(c.id not in ("U14", "U15", "U16") for c in CLAIMS.claims) == 72
    assert len(MYTHS.myths) == 6
    assert sum(len(pack.provisions) for pack in LAW.values()) == 73
    assert sum(len(pack.services) for pack in HELP.values()) == 40
    assert sum(pack.pathway is not None for pack in HELP.values()) == 5
    assert set(LAW) == {"KR", "GB-EAW", "US-FED", "AU", "EU", "CA", "JP", "DK"}
    assert set(HELP) == {"KR", "GB-EAW", "US-FED", "AU", "EU", "INTL"}
    assert [len(TERMS.terms[language]) for language in ("en", "ko")] == [20, 14]


@pytest.mark.parametrize(
    "ids",
    [
        CLAIM_IDS,
        [m.id for m in MYTHS.myths],
        [p.id for pack in LAW.values() for p in pack.provisions],
        [s.id for pack in HELP.values() for s in pack.services],
        [t.id for rules in TERMS.terms.values() for t in rules],
        [e.id for e in GLOSSARY.entries],
        [s.id for s in STANDARDS.standards],
    ],
    ids=["claims", "myths", "provisions", "services", "terms", "glossary", "standards"],
)
def test_ids_are_unique(ids: list[str]) -> None:
    assert len(ids) == len(set(ids))


def test_every_reference_between_entries_leads_somewhere() -> None:
    cited = {fact for myth in MYTHS.myths for fact in myth.facts} | {i for c in CLAIMS.claims for i in c.see}
    assert cited <= set(CLAIM_IDS)
    assert {seed for c in CLAIMS.claims for seed in c.seeds} <= set(CLAIMS.seeds)
    for pack in LAW.values():
        own = {p.id for p in pack.provisions}
        assert {i for ids in pack.topics.values() for i in ids} <= own
        assert set(pack.jurisdiction.minors_sources) <= own
    assert {i for e in GLOSSARY.entries for i in e.cite} <= set(CLAIM_IDS) | set(PROVISIONS)
    assert {s.entry for s in SIGNOFFS} <= set(PROVISIONS) | set(SERVICES) | {
        t.id for pack in HELP.values() for t in pack.platform_tools
    }


def test_every_help_pack_points_to_services_it_can_reach() -> None:
    shared = {s.id for s in HELP["INTL"].services}
    for pack in HELP.values():
        reachable = {s.id for s in pack.services} | shared
        assert {i for i in pack.roles.model_dump().values() if i} <= reachable
        if pack.pathway:
            assert {i for step in pack.pathway.steps for i in step.contacts} <= reachable
            assert [step.step for step in pack.pathway.steps] == list(range(1, len(pack.pathway.steps) + 1))


def test_every_edition_we_ship_can_print_its_help_box() -> None:
    """An emergency number, a line for dark thoughts, a child line and a removal route that somebody read in a source."""
    for jurisdiction in ("KR", "GB-EAW", "US-FED", "AU"):
        roles = HELP[jurisdiction].roles
        for role in (roles.emergency, roles.crisis, roles.child, roles.removal):
            assert role is not None and SERVICES[role].publishable(SIGNOFFS), f"{jurisdiction}: {role}"


@pytest.mark.parametrize("claim", CLAIMS.claims, ids=CLAIM_IDS)
def test_a_claim_that_may_be_taught_is_whole_in_both_languages(claim: Any) -> None:
    assert claim.statement["en"]
    if not claim.teachable():
        return
    assert claim.statement.get("ko")
    assert all({"en", "ko"} <= set(figure.unit) for figure in claim.figures.values())
    if claim.classroom_use == "usable with caveat":
        assert {"en", "ko"} <= set(claim.caveat)


def test_the_figures_lessons_print_are_there() -> None:
    wanted = {
        "U01": "cases_2021 cases_2022 cases_2023",
        "U02": "cases caught teenagers under_14 custody",
        "U03": "caught teenagers under_14 custody",
        "U05": "helped synthetic teens_twenties_percent",
        "U06": "helped female_percent",
        "U07": "victims cases to_police to_deletion",
        "U08": "pupils_asked uneasy_percent",
        "U14": "pupils_asked crime_percent maker_at_fault_percent",
        "U15": "prank_percent not_caught_percent victims_fault_percent",
    }
    figures = {c.id: set(c.figures) for c in CLAIMS.claims}
    assert all(set(names.split()) <= figures[claim] for claim, names in wanted.items())


def test_figures_of_a_claim_stand_in_its_words() -> None:
    """A number in a register is one that its statement, reason, correction or caveat speaks of."""
    spelt = {"1": "one", "2": "two", "3": "three", "5": "five", "6": "six", "7": "seven", "9": "nine", "10": "ten"}
    spelt |= {"3.5": "three and a half", "30000000": "30 million"}
    for claim in CLAIMS.claims:
        said = " ".join(filter(None, [claim.statement["en"], claim.reason, claim.correction, str(claim.caveat)]))
        for name, figure in claim.figures.items():
            shown = {str(figure.value), f"{figure.value:,}", spelt.get(str(figure.value), "?")}
            assert any(re.search(rf"\b{re.escape(text)}\b", said) for text in shown - {"?"}), f"{claim.id}.{name}"


@pytest.mark.parametrize(
    "name", ["law/KR.yml", "help/KR.yml", "help/INTL.yml", "myths.yml", "glossary.yml", "standards.yml"]
)
def test_what_korean_pages_print_exists_in_korean(name: str) -> None:
    missing = [path for path, words in words_in(read(name)) if not words.get("ko")]
    assert missing == []


def test_plain_korean_never_says_the_statutes_word_for_shame() -> None:
    assert [p.id for p in LAW["KR"].provisions if "수치심" in p.plain_language["ko"]] == []


def test_no_printed_line_speaks_of_memory() -> None:
    for name in [f"{room}/{p}.yml" for room, packs in (("law", LAW), ("help", HELP)) for p in packs]:
        for path, words in words_in(read(name)):
            assert not re.search(r"\bmemory\b", words["en"]), f"{name}{path}"


@pytest.mark.parametrize("term", [t for rules in TERMS.terms.values() for t in rules], ids=lambda t: t.id)
def test_a_term_rule_finds_its_bad_sentence_and_spares_the_good_one(term: Any) -> None:
    assert term.pattern().search(term.bad)
    assert not term.pattern().search(term.good)


def test_no_known_misprint_stands_in_a_contact() -> None:
    misprints = [m.wrong for pack in HELP.values() for m in pack.known_misprints]
    assert len(misprints) == 4
    for service in SERVICES.values():
        for text in service.printed():
            assert not any(re.search(rf"(?<![\w.]){re.escape(wrong)}(?!\w)", text) for wrong in misprints), service.id


def test_a_telephone_link_dials_what_is_printed() -> None:
    for service in SERVICES.values():
        if service.phone:
            assert service.dial and all(text.startswith(service.dial) for text in service.phone.values()), service.id


def test_what_nobody_confirmed_waits_for_a_signature() -> None:
    service, provision = SERVICES["kr-sunflower"], PROVISIONS["us-1466a"]
    assert not service.publishable([]) and not provision.publishable([])
    signed = [
        SignOff(entry=entry, who="A Person", role="lawyer", when=date(2026, 12, 1), scope="Read and confirmed.")
        for entry in ("kr-sunflower", "us-1466a")
    ]
    assert service.publishable(signed) and provision.publishable(signed)
    assert service.is_stale(date(2026, 11, 22), []) and not service.is_stale(date(2027, 5, 30), signed)
    assert service.is_stale(date(2027, 5, 31), signed)


def test_a_law_block_prints_each_card_once_in_order() -> None:
    cards = [p.id for p in LAW["KR"].on_topics(["having", "watching"])]
    assert cards == ["kr-sv-14-2-4", "kr-ya-11-5"]


def test_a_class_reads_at_most_two_korean_cards_on_each_thing_people_do() -> None:
    """The rule for anyone first, then the one for images of somebody under 19; rules for looking up stand under `more`."""
    for topic in ("making", "sharing", "having", "watching", "asking", "threatening"):
        cards = LAW["KR"].on_topics([topic])
        assert 1 <= len(cards) <= 2, topic
        assert cards[0].applies_to == ["adult", "child"], topic
        assert not any({"profit", "groom", "recruit"} & set(card.acts) for card in cards), topic


def test_every_korean_rule_answers_some_topic() -> None:
    listed = {identity for ids in LAW["KR"].topics.values() for identity in ids}
    assert [p.id for p in LAW["KR"].provisions if p.id not in listed] == []


def test_a_rule_that_names_only_a_minimum_never_says_there_is_no_limit() -> None:
    for provision in LAW["KR"].provisions:
        if provision.max_penalty and "최저형만" in provision.max_penalty["ko"]:
            assert provision.min_penalty, provision.id
        assert "상한 없음" not in str(provision.max_penalty), provision.id


def test_a_korean_start_is_a_day_or_words_never_the_day_of_the_check() -> None:
    for provision in LAW["KR"].provisions:
        note = (provision.in_force_note or {}).get("ko", "")
        assert not re.search(r"\d{4}-\d{2}-\d{2}", note) and "현재 시행 중" not in note, provision.id


def cards_of(curriculum: Curriculum, edition: str, options: str) -> str:
    view = View(curriculum, curriculum.editions[edition], "en", "student")
    return render(view, f"/// law\n    {options}\n///\n")


def test_pupil_scans_short_cards_with_the_dates_once_below(curriculum: Curriculum) -> None:
    html = cards_of(curriculum, "kr", "topics: watching\n    cards: short")
    assert html.count("<article") == 2
    assert [html.count(words) for words in ("Maximum for adults", "Minimum for adults", "Where it stands")] == [2, 1, 2]
    assert "How far it was checked" not in html and "github.com" not in html
    assert html.count("Law as of 2 October 2026. Checked on") == html.count("not legal advice") == 1


def test_pupil_reads_the_least_penalty_beside_the_heaviest(curriculum: Curriculum) -> None:
    html = cards_of(curriculum, "kr", "topics: making")
    assert html.index("Minimum for adults") < html.index("5 years in prison") < html.index("life imprisonment")


def test_a_topic_without_a_card_is_named_beside_those_that_have_one(curriculum: Curriculum) -> None:
    html = cards_of(curriculum, "gb-eaw", "topics: watching, police")
    assert "<article" in html and "No checked card yet for England and Wales: police." in html
    assert "No checked card" not in cards_of(curriculum, "kr", "topics: asking")


def test_school_reads_who_publishes_the_law_and_nothing_of_a_copy(curriculum: Curriculum) -> None:
    html = cards_of(curriculum, "kr", "topics: watching")
    assert ">Korean Law Information Center</a>" in html and "github.com" not in html
    view = View(curriculum, curriculum.editions["kr"], "en", "student")
    assert "github.com</a>" in render(view, "/// sources\n///\n")


def test_every_day_on_a_card_is_written_the_same_way(curriculum: Curriculum) -> None:
    for language, day in (("en", "2 October 2026"), ("ko", "2026년 10월 2일")):
        view = View(curriculum, curriculum.editions["kr"], language, "student")
        html = render(view, "/// law\n    topics: watching\n///\n")
        assert day in html and not re.search(r"\d{4}-\d{2}-\d{2}", re.sub(r'href="[^"]*"', "", html))


def test_pupil_does_not_read_that_two_services_share_a_number(curriculum: Curriculum) -> None:
    view = View(curriculum, curriculum.editions["us-fed"], "en", "student")
    html = render(view, "/// help\n    set: all\n///\n")
    rows = dict(re.findall(r'data-service="([\w-]+)"(.*?)</li>', html, re.S))
    assert "988" in rows["us-988"] and "741741" not in rows["us-988"]
    assert "HOME to 741741" in rows["us-ctl"] and "988" not in rows["us-ctl"]
    assert re.sub(r"<[^>]+>", "", render(view, "{help.child}")) == "Lifeline 988"


def test_pupil_reads_words_and_no_id_of_the_register() -> None:
    ids = {*SERVICES, *PROVISIONS}
    for service in SERVICES.values():
        assert not [text for text in service.printed() if ids & set(re.findall(r"[\w-]+", text))], service.id


def test_what_two_packs_name_stands_once_in_the_list(curriculum: Curriculum) -> None:
    shown = [service for _, service in services_in(curriculum, "us-fed", "/// help\n    set: all\n///\n")]
    assert "us-tid" in shown and "intl-tid" not in shown and "intl-stopncii" in shown


def test_what_costs_nothing_is_called_free_and_no_yes_stands_alone(curriculum: Curriculum) -> None:
    for language, words in (("en", ("Cost", "free")), ("ko", ("비용", "무료"))):
        html = render(View(curriculum, curriculum.editions["kr"], language, "student"), "/// help\n///\n")
        assert re.search(rf"<dt>{words[0]}</dt>\s*<dd>{words[1]}</dd>", html)


def test_pupil_on_a_mobile_sees_how_to_dial_under_the_number(curriculum: Curriculum) -> None:
    view = View(curriculum, curriculum.editions["kr"], "ko", "student")
    for text in ("/// help\n///\n", "/// pathway\n///\n"):
        html = render(view, text)
        assert re.search(r'href="tel:1388">1388</a>.{0,60}지역번호를 먼저', html, re.S), text


def services_in(curriculum: Curriculum, edition: str, text: str) -> list[tuple[str, str]]:
    html = render(View(curriculum, curriculum.editions[edition], "en", "student"), text)
    rows = re.findall(r"<li[^>]*data-service=[^>]*>", html)
    return [(re.findall(r'data-role="(\w*)"', row)[0], re.findall(r'data-service="([\w-]+)"', row)[0]) for row in rows]


def test_pupil_who_feels_like_hurting_themselves_finds_a_line_right_after_the_emergency(curriculum: Curriculum) -> None:
    """Printed on its own in Korea; elsewhere the line to talk to is the same one and stands there once."""
    box = "/// help\n///\n"
    assert services_in(curriculum, "kr", box)[:3] == [
        ("emergency", "kr-112"), ("crisis", "kr-109"), ("child", "kr-1388"),
    ]  # fmt: skip
    for edition in ("gb-eaw", "us-fed", "au"):
        assert [role for role, _ in services_in(curriculum, edition, box)] == ["emergency", "child", "removal"], edition
        html = render(View(curriculum, curriculum.editions[edition], "en", "student"), "Call: {help.crisis}.")
        assert 'class="phone"' in html, edition


def test_the_age_prints_as_a_number_or_as_what_takes_its_place() -> None:
    assert LAW["KR"].jurisdiction.age("en") == "14"
    assert LAW["KR"].jurisdiction.age("ko") == "만 14세"
    assert LAW["US-FED"].jurisdiction.age("en") == "set by each state"
