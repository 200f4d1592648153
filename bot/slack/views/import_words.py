"""Why a file of clients cannot be read, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.texts import _

_Values = Mapping[str, str]

IMPORT_REPLIES: Mapping[str, Callable[[_Values], str]] = {
    "import_not_csv": lambda _v: _(
        "{file} is no CSV that I can read. Save the table as CSV (UTF-8) and send it again."
    ),
    "import_too_big": lambda _v: _(
        "{file} is larger than 20 MB. Send it in parts, or only the columns about clients."
    ),
    "import_too_long": lambda _v: _("{file} has more than 50,000 rows. Send it in parts."),
    "import_too_wide": lambda _v: _("{file}: line {line} has more than 200 columns."),
    "import_broken": lambda _v: _(
        "{file}: the row at line {line} does not end. Is a quotation mark never closed there?"
    ),
    "import_empty": lambda _v: _("{file} holds no rows."),
    "import_no_name_column": lambda _v: _(
        "{file} has no column that names the client. Its columns: {names}. Call one `client`."
    ),
    "import_not_fetched": lambda _v: _(
        "I could not fetch {file} from Slack. Please send it again."
    ),
    "import_too_late": lambda _v: _("An import can be taken back for 7 days; those are over."),
}
