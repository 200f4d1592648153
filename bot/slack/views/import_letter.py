"""What a file of clients would change, before it does; then how far it is, and what it changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.domain.importing import Fault, ImportLetter, RowFault, Tally
from bot.domain.letters import Shown
from bot.slack.escape import escape
from bot.slack.presses import Act
from bot.slack.views.blocks import Block, Message, actions, button, context, message, section
from bot.texts import _, ngettext

_FAULTS: Mapping[RowFault, Callable[[], str]] = {
    RowFault.NO_NAME: lambda: _("Line {line}: there is no client's name."),
    RowFault.LONG_NAME: lambda: _("Line {line}: the name is longer than 120 characters: ‘{said}’."),
    RowFault.FORMULA: lambda: _("Line {line}: the name looks like a formula: ‘{said}’."),
    RowFault.BAD_DATE: lambda: _("Line {line}: there is no day ‘{said}’; write 2026-05-12."),
    RowFault.UNCLEAR_DATE: lambda: _(
        "Line {line}: day or month first in ‘{said}’? Write 2026-05-12."
    ),
    RowFault.FUTURE_DATE: lambda: _("Line {line}: ‘{said}’ is still to come."),
    RowFault.BAD_DAYS: lambda: _(
        "Line {line}: ‘{said}’ is no interval; write 42, 6 weeks or steady."
    ),
    RowFault.LONG_TEXT: lambda: _("Line {line}: too long: ‘{said}…’."),
    RowFault.BAD_DOMAIN: lambda: _("Line {line}: ‘{said}’ is no mail domain."),
    RowFault.TWO_CLIENTS: lambda: _("Line {line}: this can mean more than one client: {said}."),
    RowFault.ARCHIVED: lambda: _("Line {line}: {said} is archived; bring it back first."),
}


def import_message(letter: ImportLetter, key: str, shown: Shown | None) -> Message:
    """The preview with Import and Cancel; once pressed, one line that says how far it is."""
    if shown is not None and shown.code in _BECAME:
        return _became(letter, shown, key)
    head = _("*{file}*: {rows} rows. Nothing is changed yet.").format(
        file=escape(letter.file, 80), rows=letter.rows
    )
    lines = tally_lines(letter.tally)
    if not letter.changes_anything:
        head = _("*{file}*: {rows} rows, and nothing in them is new.").format(
            file=escape(letter.file, 80), rows=letter.rows
        )
    said = "\n".join([head, *(f"• {line}" for line in lines)])
    faults = "\n".join(fault_words(fault) for fault in letter.faults)
    left = letter.tally.faults - len(letter.faults)
    if left > 0:
        faults += "\n" + ngettext("And {count} more.", "And {count} more.", left).format(count=left)
    ignored = ""
    if letter.ignored:
        names = ", ".join(escape(name, 40) for name in letter.ignored)
        ignored = _("Columns that I do not know and leave out: {names}.").format(names=names)
    whole = "\n".join(part for part in (said, faults, ignored) if part)
    return message(
        whole,
        section(said),
        section(faults) if faults else None,
        context(ignored) if ignored else None,
        actions(
            button(_("Import"), Act.IMPORT, key, letter.import_id, main=True),
            button(_("Cancel"), Act.IMPORT_CANCEL, key, letter.import_id),
        )
        if letter.changes_anything
        else None,
    )


def tally_lines(tally: Tally) -> list[str]:
    """What is new, what is known, what differs and stays, and whose clocks start."""
    counted = (
        (tally.new, ngettext("{count} new client", "{count} new clients", tally.new)),
        (
            tally.matched,
            ngettext(
                "{count} client that is on record already",
                "{count} clients that are on record already",
                tally.matched,
            ),
        ),
        (
            tally.changed,
            ngettext(
                "{count} thing added to those", "{count} things added to those", tally.changed
            ),
        ),
        (
            tally.differs,
            ngettext(
                "{count} thing differs from the record, which stays as it is",
                "{count} things differ from the record, which stays as it is",
                tally.differs,
            ),
        ),
        (
            tally.keeps,
            ngettext(
                "{count} client gets a keeper; its clock starts at the import",
                "{count} clients get a keeper; their clocks start spread over one interval",
                tally.keeps,
            ),
        ),
        (
            tally.not_joined,
            ngettext(
                "{count} row names an owner who has not joined; nobody keeps that client yet",
                "{count} rows name an owner who has not joined; nobody keeps those clients yet",
                tally.not_joined,
            ),
        ),
        (
            tally.prospects,
            ngettext(
                "{count} prospect, without a clock",
                "{count} prospects, without a clock",
                tally.prospects,
            ),
        ),
        (
            tally.faults,
            ngettext("{count} row is left out", "{count} rows are left out", tally.faults),
        ),
    )
    return [words.format(count=count) for count, words in counted if count]


def fault_words(fault: Fault) -> str:
    """Which line is left out, and why."""
    return _FAULTS[fault.code]().format(line=fault.line, said=escape(fault.said, 60))


_BECAME: Mapping[str, Callable[[], str]] = {
    "import_running": lambda: _("Importing {file}: {done} of {rows} rows."),
    "import_done": lambda: _("{file} is imported. New clients: {new}; added to others: {changed}."),
    "import_undoing": lambda: _("Taking back {file}: {taken_back} so far."),
    "import_undone": lambda: _(
        "{file} is taken back: {taken_back} removed. Kept, because they changed since: {stayed}."
    ),
    "import_cancelled": lambda: _("{file}: not imported. Nothing of it is kept."),
    "import_expired": lambda: _("{file}: nobody pressed Import in 14 days. Nothing of it is kept."),
}


def _became(letter: ImportLetter, shown: Shown, key: str) -> Message:
    code = shown.code or ""
    values = {name: escape(value, 20) for name, value in shown.values.items()}
    words = _BECAME[code]().format_map({**_NOTHING, **values, "file": escape(letter.file, 80)})
    back: Block | None = None
    if code == "import_done":
        back = actions(button(_("Take back"), Act.IMPORT_TAKE_BACK, key, letter.import_id))
        words += "\n" + _("Within 7 days it can be taken back, but for what was changed since.")
    return message(words, section(words), back)


_NOTHING = dict.fromkeys(("done", "rows", "new", "changed", "taken_back", "stayed"), "0")
