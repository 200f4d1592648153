"""The page's own files: small modules, no markup made from data, nothing from other hosts."""

from __future__ import annotations

import re
from pathlib import Path

import bot.playground

PAGE = Path(bot.playground.__file__).parent / "page"
MODULES = sorted(PAGE.glob("js/**/*.js"))
MARKUP_FROM_DATA = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\(|new Function"
)
FROM_OUTSIDE = re.compile(r"https?://(?!www\.w3\.org/)[a-z]", re.IGNORECASE)


def named(path: Path) -> str:
    return str(path.relative_to(PAGE))


def test_every_module_opens_with_a_sentence_and_is_small() -> None:
    assert len(MODULES) > 20
    for path in MODULES:
        lines = path.read_text().splitlines()
        opening = " ".join(line for line in lines[:3] if line.startswith("// "))
        assert lines[0].startswith("// "), named(path)
        assert opening.endswith("."), named(path)
        assert len(lines) <= 200, named(path)


def test_no_module_makes_markup_from_data() -> None:
    guilty = {named(path): MARKUP_FROM_DATA.findall(path.read_text()) for path in MODULES}
    assert {name: found for name, found in guilty.items() if found} == {}


def test_nothing_comes_from_another_host() -> None:
    files = [*MODULES, *PAGE.glob("css/*.css"), PAGE / "index.html"]
    assert [named(path) for path in files if FROM_OUTSIDE.search(path.read_text())] == []


def test_the_page_holds_no_inline_script_style_or_handler() -> None:
    page = (PAGE / "index.html").read_text()
    assert re.findall(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=", page) == []


def test_every_import_names_a_module_that_exists() -> None:
    for path in MODULES:
        for wanted in re.findall(r'from "(\.[^"]+)"', path.read_text()):
            assert (path.parent / wanted).is_file(), f"{named(path)} imports {wanted}"
