"""Somebody kills a build while its trees are being built: nothing of it goes on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent

BUILD = f"""
import os, sys
sys.path[:0] = [{str(ROOT)!r}]
from builder.site import trees

def build(job, key):
    os.write(1, b"building\\n")
    os.read(0, 1)  # never comes

trees._build = build
trees._each_built([(None, "one"), (None, "two")]).__next__()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere trees are built one after the other")
def test_the_helpers_of_a_killed_build_end_with_it() -> None:
    if (os.cpu_count() or 1) < 2:
        pytest.skip("one processor has no helpers")
    build = subprocess.Popen([sys.executable, "-c", BUILD], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert build.stdout
    assert build.stdout.readline() + build.stdout.readline() == b"building\nbuilding\n"
    build.kill()
    build.wait()
    # The pipe is at its end only when nobody holds it any more, the helpers neither.
    assert build.stdout.read() == b""
