"""What is said after a client was put away, or after two records were made two again."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.texts import _, ngettext

_SINCE: Mapping[str, Callable[[int], str]] = {
    "goals": lambda n: ngettext("{count} goal", "{count} goals", n),
    "problems": lambda n: ngettext("{count} problem", "{count} problems", n),
    "people": lambda n: ngettext("{count} person", "{count} people", n),
    "notes": lambda n: ngettext("{count} note", "{count} notes", n),
    "promises": lambda n: ngettext("{count} promise", "{count} promises", n),
    "touches": lambda n: ngettext("{count} contact", "{count} contacts", n),
    "dates": lambda n: ngettext("{count} date", "{count} dates", n),
}


def unmerged_words(values: Mapping[str, str]) -> str:
    """Two records again; what was written in between, and where it stays."""
    counts = {name: values[name] for name in _SINCE if values.get(name, "").isdecimal()}
    said = [_SINCE[name](int(count)).format(count=int(count)) for name, count in counts.items()]
    if not said:
        return _("{old} stands by itself again, beside {name}.")
    words = _(
        "{old} stands by itself again, beside {name}. "
        "What was written since they were one stays with {name}: {facts}."
    )
    return words.replace("{facts}", ", ".join(said))


def archived_words(values: Mapping[str, str]) -> str:
    """That it is away; and that its promises are not."""
    due = values.get("due", "")
    if not due.isdecimal() or not int(due):
        return _("{name} is archived: in no list, and nobody is asked about it.")
    return ngettext(
        "{name} is archived: in no list, and nobody is asked about it. "
        "{due} open promise still comes back.",
        "{name} is archived: in no list, and nobody is asked about it. "
        "{due} open promises still come back.",
        int(due),
    )
