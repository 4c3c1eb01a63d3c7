"""A school's site is replaced whole or not at all, whatever happens to the build."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path

import pytest

from builder import publish
from builder.errors import OutputError
from builder.publish import MARKER, publishing
from tests.publish.small_site import PAGES, neighbours, publish_site, run_on_a_small_disk, start, words_of, write_site


def test_a_first_build_makes_the_folder_and_those_above_it(tmp_path: Path) -> None:
    out = tmp_path / "public" / "site"
    publish_site(out, "first")
    assert words_of(out) == {"first"}
    assert neighbours(out) == []


def test_a_second_build_replaces_all_of_the_first(tmp_path: Path) -> None:
    out = tmp_path / "site"
    with publishing(out) as draft:
        write_site(draft, "first")
        (draft / "withdrawn.html").write_text("a lesson that was taken out")
    publish_site(out, "second")
    assert words_of(out) == {"second"}
    assert neighbours(out) == []


def test_an_empty_folder_made_by_hand_may_become_the_site(tmp_path: Path) -> None:
    out = tmp_path / "site"
    out.mkdir()
    publish_site(out, "first")
    assert words_of(out) == {"first"}


def test_a_site_behind_a_link_is_replaced_where_it_lies(tmp_path: Path) -> None:
    real, link = tmp_path / "served" / "site", tmp_path / "site"
    publish_site(real, "first")
    link.symlink_to(real)
    publish_site(link, "second")
    assert link.is_symlink() and words_of(real) == {"second"}


def test_a_published_folder_can_be_read_by_the_web_server(tmp_path: Path) -> None:
    mask = os.umask(0o022)
    try:
        publish_site(tmp_path / "site", "first")
    finally:
        os.umask(mask)
    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o755


@pytest.mark.parametrize("fault", [ValueError("a fault in a lesson"), KeyboardInterrupt(), SystemExit(1)])
def test_a_build_that_fails_or_is_stopped_changes_nothing(tmp_path: Path, fault: BaseException) -> None:
    out = tmp_path / "site"
    publish_site(out, "first")
    with pytest.raises(type(fault)), publishing(out) as draft:
        (draft / PAGES[0]).parent.mkdir(parents=True)
        (draft / PAGES[0]).write_text("half")
        raise fault
    assert words_of(out) == {"first"}
    assert neighbours(out) == []


def test_files_of_somebody_else_are_never_replaced(tmp_path: Path) -> None:
    out = tmp_path / "photos"
    out.mkdir()
    (out / "holiday.txt").write_text("mine")
    with pytest.raises(OutputError, match='"photos" holds files that likeness did not write'):
        publish_site(out, "first")
    assert (out / "holiday.txt").read_text() == "mine"
    assert neighbours(out) == []


def test_a_file_where_the_folder_should_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("not a folder")
    with pytest.raises(OutputError, match='"site" is a file'):
        publish_site(tmp_path / "site", "first")
    with pytest.raises(OutputError, match="is a file where a folder is needed"):
        publish_site(tmp_path / "site" / "inner", "first")
    assert (tmp_path / "site").read_text() == "not a folder"


def test_the_root_of_the_disk_is_refused() -> None:
    with pytest.raises(OutputError, match="choose a folder of its own"):
        publish_site(Path("/"), "first")


def test_a_name_the_disk_cannot_hold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written"):
        publish_site(tmp_path / ("n" * 300), "first")


def test_a_fault_in_a_source_is_not_blamed_on_the_output(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), publishing(tmp_path / "site"):
        (tmp_path / "lessons" / "missing.en.md").read_text()


# Two builds at once

HOLD = """
with publish.publishing(Path(sys.argv[1])) as draft:
    print("building", flush=True)
    sys.stdin.readline()
    write_site(draft, "slow")
"""


def start_slow_build(out: Path) -> subprocess.Popen[str]:
    """A build in another process, in its middle: it ends when a line reaches it."""
    build = start(HOLD, out)
    assert build.stdout and build.stdout.readline() == "building\n"
    return build


def test_of_two_builds_at_once_the_second_names_the_first(tmp_path: Path) -> None:
    out = tmp_path / "site"
    build = start_slow_build(out)
    with pytest.raises(OutputError, match=rf'another build is writing to "site" \(process {build.pid}, since \d\d:'):
        publish_site(out, "quick")
    build.communicate("go on\n")
    assert words_of(out) == {"slow"}
    publish_site(out, "quick")
    assert words_of(out) == {"quick"}


def test_the_lock_of_a_killed_build_holds_nobody_up(tmp_path: Path) -> None:
    out = tmp_path / "site"
    publish_site(out, "first")
    build = start_slow_build(out)
    build.kill()
    build.communicate()
    assert neighbours(out) == [".site.draft", ".site.lock"]
    assert words_of(out) == {"first"}
    publish_site(out, "second")
    assert words_of(out) == {"second"}
    assert neighbours(out) == []


FORK = """
import os
with publish.publishing(Path(sys.argv[1])) as draft:
    if os.fork() == 0:
        print("helping", flush=True)
        sys.stdin.readline()
        os._exit(0)
    os.wait()
"""


def test_a_helper_that_outlives_a_killed_build_does_not_keep_its_lock(tmp_path: Path) -> None:
    out = tmp_path / "site"
    build = start(FORK, out)
    assert build.stdout and build.stdout.readline() == "helping\n"
    build.kill()
    build.wait()
    publish_site(out, "next")
    assert words_of(out) == {"next"}
    build.communicate("the helper may go\n")


# Killed at any moment. Python tells of each file it opens, makes, renames or removes before it does so; the child kills
# itself at the Nth of these, for every N until a build lives to its end.

DIE = """
import os, signal
last, left = int(sys.argv[2]), [0]
TOLD = ("open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "shutil.rmtree", "os.scandir", "ctypes.dlsym", "os.truncate")
def count(event, details):
    if event in TOLD:
        left[0] += 1
        if left[0] == last:
            os.kill(os.getpid(), signal.SIGKILL)
if sys.argv[3] == "without exchange":
    publish._exchange = lambda one, other: False
sys.addaudithook(count)
publish_site(Path(sys.argv[1]), "new")
"""


@pytest.mark.parametrize("system", ["with exchange", "without exchange"])
def test_killed_at_any_moment_the_site_is_the_old_or_the_new(tmp_path: Path, system: str) -> None:
    out = tmp_path / "site"
    seen: list[str] = []
    for moment in range(1, 500):
        publish_site(out, "old")
        ended = start(DIE, out, moment, system)
        complaints = ended.communicate()[1]
        if ended.returncode == 0:
            break
        assert ended.returncode == -signal.SIGKILL, complaints
        if system == "with exchange" or out.exists():
            seen.extend(words_of(out))
        else:
            # Between two renames: the next start puts the old site back before it does anything else.
            with pytest.raises(InterruptedError), publishing(out):
                raise InterruptedError
            assert words_of(out) == {"old"}
    assert ended.returncode == 0 and words_of(out) == {"new"}
    assert set(seen) == {"old", "new"} and len(seen) > 20


# A disk that refuses


def on_a_small_disk(tmp_path: Path, change: str, program: str) -> list[str]:
    """The lines that the program prints."""
    try:
        printed, complaints = run_on_a_small_disk(tmp_path / "disk", change, program)
    except FileNotFoundError:
        pytest.skip("this system cannot give a test a disk of its own")
    assert not complaints
    return printed.splitlines()


TRY = """
out = Path(sys.argv[1]) / "site"
try:
    with publish.publishing(out) as draft:
        write_site(draft, "new" * {size})
except OutputError as problem:
    print(problem)
print(words_of(out), neighbours(out))
"""


def test_a_full_disk_keeps_the_old_site_and_says_so(tmp_path: Path) -> None:
    lines = on_a_small_disk(tmp_path, "true", TRY.format(size=50_000))
    assert lines == [
        'There is no room on the disk for "site"; make room and build again. What was published before is unchanged.',
        "{'old'} []",
    ]


def test_a_read_only_disk_keeps_the_old_site_and_says_so(tmp_path: Path) -> None:
    lines = on_a_small_disk(tmp_path, 'mount -o remount,ro "$1"', TRY.format(size=1))
    assert lines == [
        f'"site" cannot be written in "{tmp_path}/disk" (Read-only file system); choose another --out.'
        " What was published before is unchanged.",
        "{'old'} []",
    ]


def test_a_disk_mounted_as_the_output_is_refused(tmp_path: Path) -> None:
    program = """
try:
    publish_site(Path(sys.argv[1]), "new")
except OutputError as problem:
    print(problem)
"""
    lines = on_a_small_disk(tmp_path, 'rm -r "$1"/site', program)
    assert len(lines) == 1 and lines[0].startswith('"disk" is a disk of its own')


def test_the_marker_says_what_it_is_for(tmp_path: Path) -> None:
    publish_site(tmp_path / "site", "first")
    assert "each build replaces this whole folder" in (tmp_path / "site" / MARKER).read_text()


def test_two_renames_give_the_old_site_back_when_the_second_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "site"
    publish_site(out, "old")
    monkeypatch.setattr(publish, "_exchange", lambda one, other: False)
    with pytest.raises(OutputError), publishing(out) as draft:
        draft.rename(tmp_path / "stolen")
    assert words_of(out) == {"old"}
