"""How long the bot takes from start to ready, beside a bare Bolt app, and the memory it holds."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from statistics import median

from benchmarks.event_posts import Place
from benchmarks.report import Figure
from benchmarks.seed import seed

STARTS = 9
POSTS = 1_000
MOST_MB = 120


def run() -> list[Figure]:
    """Starts of both in turns, then one bot that takes posts of every kind."""
    with tempfile.TemporaryDirectory(prefix="alongside-") as folder:
        url = f"sqlite:///{folder}/alongside.db"
        place = seed(url)
        starts: dict[str, list[float]] = {"bare": [], "bot": []}
        for _ in range(STARTS + 1):
            starts["bare"].append(_start("bare")[0])
            starts["bot"].append(_start("bot", *_words(url, place, 0))[0])
        _, (after_start, after_posts) = _start("bot", *_words(url, place, POSTS))
    # The first start of each reads files that the later ones find in memory.
    bare, bot = median(starts["bare"][1:]), median(starts["bot"][1:])
    return [
        Figure("start to ready", bot, "s", f"bare Bolt and SQLAlchemy: {bare:.3g} s", bot / bare),
        *(
            Figure(name, mb, "MB", f"aim: {MOST_MB} MB", mb / MOST_MB)
            for name, mb in (
                ("memory after start", after_start),
                (f"memory after {POSTS:,} posts", after_posts),
            )
            if mb
        ),
    ]


def _words(url: str, place: Place, posts: int) -> tuple[str, ...]:
    return url, place.team_id, place.person_id, place.watched, str(posts)


def _start(*words: str) -> tuple[float, list[float]]:
    """Seconds until the process said that it was ready, and the memory it told of."""
    command = [sys.executable, "-m", "benchmarks.start_processes", *words]
    # What is installed has its bytecode beside it, whatever this machine's habit is.
    env = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    started = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=env) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        seconds = time.perf_counter() - started
        told = [float(line) for line in process.stdout]
    assert process.returncode == 0
    return seconds, told
