"""Whatever stands in a team's folder, the loader gives prompts or names file, entry and fault."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.prompts.catalogue import PromptsError, load
from bot.prompts.entry import BadEntry, read_entry
from bot.prompts.faults import FAULTS
from tests.prompts.test_catalogue import ENTRY
from tests.views.test_presses import json_like

FIELDS = (
    "id family habit kind moments text help choices records evidence grade near_measure needs "
    "unless client_every_days deal_every_days per_week every_days prior"
).split()
GOOD = {
    "id": "ours-too",
    "family": "team",
    "habit": "goal",
    "kind": "meetings",
    "text": {"en": "What does {client} hope for?"},
    "help": {"en": "In their words."},
    "choices": [
        {"code": "no", "label": {"en": "Nothing"}},
        {"code": "yes", "label": {"en": "Something"}, "opens": True},
    ],
    "records": "goal",
    "evidence": "Our own.",
    "grade": "none",
    "near_measure": "answered",
    "needs": ["client"],
}


def told(text: str | bytes) -> list[str]:
    """What the loader says of a file with this in it; nothing where it is taken."""
    with tempfile.TemporaryDirectory() as folder:
        raw = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
        (Path(folder) / "deal_won.toml").write_bytes(raw)
        try:
            load([Path(folder)])
        except PromptsError as error:
            found = error
        else:
            return []
    assert {one.code for one in found.problems} <= set(FAULTS)
    return str(found).splitlines()


@given(st.binary(max_size=80))
def test_bytes_that_are_no_file(raw: bytes) -> None:
    assert all("deal_won.toml: " in line for line in told(raw))


@given(st.data())
def test_a_file_with_something_cut_doubled_or_put_in(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(ENTRY)))
    to = data.draw(st.integers(at, len(ENTRY)))
    put = data.draw(st.one_of(st.text(max_size=20), st.just(ENTRY[at:to] * 2)))
    assert all("deal_won.toml: " in line for line in told(ENTRY[:at] + put + ENTRY[to:]))


@given(st.dictionaries(st.sampled_from(FIELDS), json_like, max_size=4), json_like)
def test_any_values_in_any_field(given_values: dict[str, object], choice: object) -> None:
    entry = {**GOOD, "choices": [*GOOD["choices"], choice], **given_values}  # type: ignore[misc]
    code = "missing"
    try:
        read_entry(entry, "deal_won")
    except BadEntry as error:
        code = error.code
    assert code in FAULTS


def test_a_folder_in_the_place_of_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "deal_won.toml").mkdir()
    with pytest.raises(PromptsError, match=r"deal_won\.toml"):
        load([tmp_path])
