"""A package is the same bytes each time, and unpacks where it should."""

from __future__ import annotations

import io
import zipfile

import pytest

from builder.packages.zipped import rezipped, zipped


def test_the_order_of_the_files_does_not_matter() -> None:
    one = zipped({"b.txt": "zwei", "a/한글.txt": "하나"})
    assert one == zipped({"a/한글.txt": "하나".encode(), "b.txt": b"zwei"})
    with zipfile.ZipFile(io.BytesIO(one)) as archive:
        assert archive.namelist() == ["a/한글.txt", "b.txt"]
        assert archive.read("a/한글.txt").decode() == "하나"
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.testzip() is None


def test_one_file_may_stand_before_the_others() -> None:
    with zipfile.ZipFile(io.BytesIO(zipped({"a": "", "z": ""}, first="z"))) as archive:
        assert archive.namelist() == ["z", "a"]


def test_a_zip_of_another_program_loses_its_times() -> None:
    def made(hour: int) -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr(zipfile.ZipInfo("b", (2026, 1, 1, hour, 0, 0)), "same")
            archive.writestr(zipfile.ZipInfo("a", (2026, 1, 1, hour, 0, 0)), str(hour))
        return buffer.getvalue()

    assert made(1) != made(2)
    assert (
        rezipped(made(1), {"a": "no hour"})
        == rezipped(made(2), {"a": "no hour"})
        == zipped({"a": "no hour", "b": "same"})
    )


@pytest.mark.parametrize("name", ["/etc/x", "../x", "a/../x", "a\\x", "c:x", ""])
def test_a_file_that_would_land_elsewhere_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="no name for a file"):
        zipped({name: ""})
