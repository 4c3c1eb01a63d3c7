"""Editions: which law, languages, school and people one built site speaks for."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from builder.model.base import Frozen, Id, Language, Words


class Person(Frozen):
    """Somebody at the school whom a pupil can tell."""

    role: Words = Field(description="Their role, e.g. `{en: School counsellor, ko: 전문상담교사}`.")
    name: str = Field("", description="Their name, when the school wants it printed.")
    where: Words = Field({}, description="Where and when to find them.")
    phone: str = Field("", description="A school number, as it is to be dialled.")


class School(Frozen):
    """The school an edition is made for."""

    name: Words = Field({}, description="The school's name, printed in the foot. Left out: no school is named.")
    people: tuple[Person, ...] = Field((), description="The people to tell, first on each help box.")


class EditionFile(Frozen):
    """What stands in `editions/<id>.yml`."""

    name: Words = Field(description="Name of the edition, e.g. `{en: South Korea, ko: 대한민국}`.")
    jurisdiction: str = Field(
        pattern=r"^[A-Z]{2}(-[A-Z]+)?$",
        description="Whose law and help lines, e.g. `KR`: the packs `facts/law/KR.yml` and `facts/help/KR.yml`.",
    )
    languages: tuple[Language, ...] = Field(
        min_length=1, description="Languages built, the first being the one the entry page offers first."
    )
    school: School = Field(School(), description="The school and its people to tell.")
    neutral_page: str = Field(
        pattern=r"^https://[^\s\"'<>]+$",
        description="Where *leave this page* goes: an everyday page such as a weather service.",
    )
    modules: tuple[Id, ...] = Field((), description="Modules that are built. Left out: all.")
    platform_score: bool = Field(
        False,
        description="`true`: the SCORM packages tell the school's platform the chosen answers and a score. Left out: only that the lesson was gone through.",
    )
    paper: Literal["a4", "us-letter"] = Field("a4", description="Paper of everything printed: `a4` or `us-letter`.")


class Edition(EditionFile):
    """An edition with its id (the file's name without ending) and path."""

    id: str
    path: str
