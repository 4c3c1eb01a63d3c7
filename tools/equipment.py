"""Gets what the tests need beside Python packages: a Chromium, a Java, letters for Korean, LibreOffice, and other people's readers.

From Debian's packages where we are root; else Chromium comes from Playwright's own installer, and Java and Node.js are the
machine's own business. The readers of our exports come from npm, by their lock. Never fails: what could not be had is written down with the reason, and the tests that need it say so.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tools.foreign_readers import find_node, find_readers

ROOT = Path(__file__).resolve().parent.parent
MISSING = ROOT / ".likeness" / "equipment-missing.json"
MAC_BROWSERS = ("Chromium", "Google Chrome")


def find_chromium() -> str | None:
    """The program file of a Chromium on this machine: Debian's, the person's own, or Playwright's."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    for name in MAC_BROWSERS:
        if (program := Path(f"/Applications/{name}.app/Contents/MacOS/{name}")).exists():
            return str(program)
    return find_playwright_chromium()


def find_playwright_chromium() -> str | None:
    """The Chromium that Playwright's installer brought, if it did."""
    question = (
        "from playwright.sync_api import sync_playwright as p\nwith p() as tool: print(tool.chromium.executable_path)"
    )
    answer = subprocess.run([sys.executable, "-c", question], capture_output=True, text=True, check=False)
    program = Path(answer.stdout.strip() or "nowhere")
    return str(program) if program.is_file() else None


def find_java() -> str | None:
    """The program `java`, if it runs: macOS has one that only says where to get the real one."""
    home = os.environ.get("JAVA_HOME")
    java = shutil.which(str(Path(home, "bin", "java"))) if home else shutil.which("java")
    if java and subprocess.run([java, "-version"], capture_output=True, check=False).returncode == 0:
        return java
    return None


def find_korean_letters() -> str | None:
    """A font with Hangul, as the system's font list has it; systems without such a list have their own fonts."""
    if shutil.which("fc-list") is None:
        return None if is_debian_root() else "the system's own"
    answer = subprocess.run(["fc-list", ":lang=ko", "family"], capture_output=True, text=True, check=False)
    return answer.stdout.partition("\n")[0] or None


def find_libreoffice() -> str | None:
    """LibreOffice's program file: it opens the Word files as a school computer would."""
    program = Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")
    return shutil.which("soffice") or (str(program) if program.exists() else None)


def find_slide_reader() -> str | None:
    """The part of LibreOffice that opens slides; elsewhere than in Debian it is always there."""
    program = find_libreoffice()
    if program is None or not is_debian_root():
        return program
    return next((str(found) for found in Path("/usr/lib/libreoffice/program").glob("libsdlo.so")), None)


@dataclass(frozen=True)
class Equipment:
    """Something the tests need: how it is found, which Debian packages bring it (if any), and what else may."""

    name: str
    find: Callable[[], str | None]
    packages: str
    otherwise: tuple[str, ...] = ()


EQUIPMENT = (
    Equipment("Chromium", find_chromium, "chromium", (sys.executable, "-m", "playwright", "install", "chromium")),
    Equipment("Java", find_java, "default-jre-headless"),
    Equipment("Korean letters", find_korean_letters, "fonts-noto-cjk"),
    Equipment("Node.js", find_node, "nodejs npm"),
    Equipment("readers", find_readers, "", (sys.executable, str(ROOT / "tools" / "foreign_readers.py"))),
    Equipment("LibreOffice", find_libreoffice, "libreoffice-writer-nogui"),
    Equipment("LibreOffice for slides", find_slide_reader, "libreoffice-impress-nogui"),
)


def is_debian_root() -> bool:
    """Whether we may install Debian's packages here."""
    return shutil.which("apt-get") is not None and hasattr(os, "geteuid") and os.geteuid() == 0


def obtain(wanted: Equipment) -> str:
    """Get what is missing; gives the reason when it could not be had, nothing when it is there."""
    if wanted.find():
        return ""
    print(f"likeness: installing {wanted.name} for the tests", flush=True)
    command = debian_command(wanted.packages) if wanted.packages and is_debian_root() else list(wanted.otherwise)
    if not command:
        how = f"(Debian: apt-get install {wanted.packages})"
        return f"{wanted.name} is not installed, and only root could install it {how}"
    answer = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
    if wanted.find():
        return ""
    said = answer.stderr.strip().splitlines() or ["it said nothing"]
    return f"{wanted.name} could not be installed by `{Path(command[0]).name}`: {said[-1].strip()}"


def debian_command(packages: str) -> list[str]:
    """The command that installs Debian packages, after a look at what there is."""
    install = f"apt-get update -qq; apt-get install -y -qq --no-install-recommends {packages}"
    return ["env", "DEBIAN_FRONTEND=noninteractive", "sh", "-c", install]


def main() -> int:
    """Get everything, and write down what could not be had."""
    missing = {wanted.name: reason for wanted in EQUIPMENT if (reason := obtain(wanted))}
    MISSING.parent.mkdir(exist_ok=True)
    MISSING.write_text(json.dumps(missing), encoding="utf-8")
    for reason in missing.values():
        print(f"likeness: {reason}", flush=True)
    return 0


def why_missing(name: str) -> str:
    """The reason written down for a piece of equipment, or that nobody tried to get it."""
    try:
        return str(json.loads(MISSING.read_text(encoding="utf-8"))[name])
    except (OSError, ValueError, KeyError):
        return f"{name} is not installed; `make test` tries to get it"


if __name__ == "__main__":
    sys.exit(main())
