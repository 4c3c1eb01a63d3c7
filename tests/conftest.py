"""What the tests share: the real curriculum, its site, a browser, a Java, other people's readers; and the closing line that names what was skipped."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tools.equipment import find_chromium, find_java, why_missing
from tools.foreign_readers import find_node, find_readers

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from builder.model.curriculum import Curriculum

ROOT = Path(__file__).resolve().parent.parent

CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def curriculum() -> Curriculum:
    """The project's own curriculum, read once; a test must not change it."""
    from builder.read import read_curriculum

    reading = read_curriculum(ROOT)
    assert reading.curriculum is not None, reading.findings
    return reading.curriculum


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the default edition, built once by the real command; a test must not change it.

    Two builds of one curriculum at once would be in each other's way.
    """
    with once(tmp_path_factory, "built") as place:
        site = place / "site"
        if not site.exists():
            subprocess.run([Path(sys.executable).with_name("likeness"), "build", "--out", site], cwd=ROOT, check=True)
    return site


@contextmanager
def once(tmp_path_factory: pytest.TempPathFactory, name: str) -> Iterator[Path]:
    """A folder that is one for all processes that test side by side: the first makes what belongs into it, the others wait."""
    place = tmp_path_factory.getbasetemp()
    place = (place.parent if "PYTEST_XDIST_WORKER" in os.environ else place) / name
    place.mkdir(exist_ok=True)
    with (place / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield place


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A headless Chromium; each test opens a context of its own in it."""
    program = find_chromium()
    if program is None:
        pytest.skip(why_missing("Chromium"))
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def java_home() -> Path:
    """The home of a Java, for JPype."""
    program = find_java()
    if program is None:
        pytest.skip(why_missing("Java"))
    settings = subprocess.run([program, "-XshowSettings:properties", "-version"], capture_output=True, text=True)
    homes = [line.split("=", 1)[1].strip() for line in settings.stderr.splitlines() if "java.home =" in line]
    return Path(homes[0])


@pytest.fixture(scope="session")
def readers() -> Path:
    """The folder with the software of others that reads our exports, in `node_modules`; ask it with `tests.readers.reading`."""
    if find_node() is None:
        pytest.skip(why_missing("Node.js"))
    folder = find_readers()
    if folder is None:
        pytest.skip(why_missing("readers"))
    return Path(folder)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> Iterator[None]:
    """After pytest's last line, name what was skipped and why; with CI=true a skip is a failure."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", []) if reporter else []
    on_ci = os.environ.get("CI", "").lower() == "true"
    if skipped and on_ci and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
    yield
    if skipped:
        reporter.write_line(closing_line(skipped, on_ci), red=on_ci, yellow=not on_ci)


def closing_line(skipped: list[pytest.TestReport], on_ci: bool) -> str:
    """One line: each reason with the number of tests it cost."""
    reasons: dict[str, int] = {}
    for report in skipped:
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        reason = reason.removeprefix("Skipped: ")
        reasons[reason] = reasons.get(reason, 0) + 1
    told = "; ".join(f"{count} because {reason}" for reason, count in reasons.items())
    return f"{'FAILED, for with CI=true nothing may be skipped' if on_ci else 'skipped'}: {told}"
