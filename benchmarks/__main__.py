"""Runs the benchmarks that are named, or all: `python -m benchmarks [name…]`."""

from __future__ import annotations

import sys
from importlib import import_module
from pkgutil import iter_modules

import benchmarks
from benchmarks import report

FRAME = {
    *("__main__", "report", "event_floor", "event_posts", "seed", "start_processes"),
    *("learn_reading", "learn_sentences"),
}
"""Parts of benchmarks, and what learns the weights of the reading: not run by themselves."""


def main(names: list[str]) -> int:
    """Run each benchmark's `run() -> list[Figure]`, print its table, keep its figures."""
    known = sorted({module.name for module in iter_modules(benchmarks.__path__)} - FRAME)
    if unknown := sorted(set(names) - set(known)):
        print(f"No benchmark named {', '.join(unknown)}. There are: {', '.join(known)}.")
        return 2
    for name in names or known:
        print(f"\n{name}", flush=True)
        figures = import_module(f"benchmarks.{name}").run()
        print(report.table(figures), flush=True)
        report.keep(figures)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
