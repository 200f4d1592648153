from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MAKE = shutil.which("make") or "make"
OLD_PYTHON = '#!/bin/sh\n[ "$1" = --version ] && echo Python 3.9.2 && exit\nexit 1\n'
TOO_OLD = "Alongside needs Python 3.11 or later; this machine has Python 3.9.2."
BARE_PYTHON = '#!/bin/sh\ncase "$2" in *ensurepip*) exit 1;; esac\n'  # Debian's, as it comes
NO_VENV = "On Debian or Ubuntu: sudo apt install python3-venv make"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy without .venv, so that make believes itself on a fresh machine."""
    for name in ("Makefile", "pyproject.toml", "requirements.txt", "requirements-dev.txt"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def make(folder: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    return subprocess.run(
        [MAKE, *arguments], cwd=folder, env=clean | variables, text=True, capture_output=True,
        check=False,
    )  # fmt: skip


def test_demo_hands_port_and_reset_over(checkout: Path) -> None:
    assert 'alongside demo --port "9000" --reset' in squeezed(
        make(checkout, "-n", "demo", "PORT=9000", "RESET=1").stdout
    )


def test_reset_0_does_not_reset(checkout: Path) -> None:
    assert "--reset" not in make(checkout, "-n", "demo", "RESET=0").stdout


@pytest.mark.parametrize("target", ["demo", "test"])
@pytest.mark.parametrize(("python", "said"), [(OLD_PYTHON, TOO_OLD), (BARE_PYTHON, NO_VENV)])
def test_a_python_that_will_not_do_is_refused_with_a_sentence(
    checkout: Path, target: str, python: str, said: str
) -> None:
    programs = checkout / "programs"
    programs.mkdir()
    for name in ("sh", "test", "echo"):
        (programs / name).symlink_to(shutil.which(name))
    (programs / "python3").write_text(python)
    (programs / "python3").chmod(0o755)

    done = make(checkout, target, PATH=str(programs))

    assert done.returncode != 0
    assert said in done.stderr
    assert not (checkout / ".venv").exists()


def test_help_names_each_command(checkout: Path) -> None:
    said = make(checkout).stdout
    for command in ("demo", "test", "prove", "bench", "lock"):
        assert f"make {command} " in said


def squeezed(text: str) -> str:
    return " ".join(text.split())
