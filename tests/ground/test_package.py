from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NOT_SHIPPED = {"__pycache__", ".mypy_cache"}


@pytest.mark.prove
def test_the_wheel_carries_every_file_of_bot_and_jobs(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "-d", tmp_path]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)

    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        carried = {name for name in wheel.namelist() if name.startswith(("bot/", "jobs/"))}
    present = {
        str(file.relative_to(ROOT))
        for top in ("bot", "jobs")
        for file in (ROOT / top).rglob("*")
        if file.is_file() and not NOT_SHIPPED & set(file.parts)
    }
    assert carried == present
    assert {Path(name).suffix for name in carried} > {".py"}
