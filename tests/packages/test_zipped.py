"""A package is the same bytes each time."""

from __future__ import annotations

import io
import zipfile

from builder.packages.zipped import zipped


def test_the_order_of_the_files_does_not_matter() -> None:
    one = zipped({"b.txt": b"zwei", "a/한글.txt": "하나".encode()})
    assert one == zipped({"a/한글.txt": "하나".encode(), "b.txt": b"zwei"})
    with zipfile.ZipFile(io.BytesIO(one)) as archive:
        assert archive.namelist() == ["a/한글.txt", "b.txt"]
        assert archive.read("a/한글.txt").decode() == "하나"
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.create_system for entry in archive.infolist()} == {3}
        assert archive.testzip() is None
