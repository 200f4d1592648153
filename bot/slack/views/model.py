"""The language model in words: what an admin agrees to, what each seller is told, how it goes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.domain.model_help import AskOutcome, ModelSeen
from bot.domain.people import Person
from bot.slack.escape import escape
from bot.slack.presses import Act
from bot.slack.views.blocks import (
    Block,
    Message,
    actions,
    button,
    context,
    message,
    section,
)
from bot.texts import _, ngettext

MOST_LETTERS = 4_000

_WENT: Mapping[AskOutcome, Callable[[], str]] = {
    AskOutcome.ANSWERED: lambda: _("answered {count}"),
    AskOutcome.SLOW: lambda: _("too slow {count}"),
    AskOutcome.BUSY: lambda: _("busy {count}"),
    AskOutcome.REFUSED: lambda: _("refused {count}"),
    AskOutcome.FAILED: lambda: _("failed {count}"),
    AskOutcome.UNREADABLE: lambda: _("not understood {count}"),
    AskOutcome.OVER_BUDGET: lambda: _("over the day's calls {count}"),
    AskOutcome.TOO_LATE: lambda: _("too late {count}"),
    AskOutcome.NOT_WANTED: lambda: _("no longer wanted {count}"),
    AskOutcome.WAITING: lambda: _("waiting {count}"),
}


def model_preview(values: Mapping[str, str]) -> Message:
    """Everything an admin should know first: what goes where, what is taken out, what is kept."""
    host = escape(values.get("host", ""), 200)
    title = _("*A language model may help to read. It is off until you switch it on.*")
    said = [
        _("*To whom:* {host}, model {name}. Nobody else.").format(
            host=host, name=escape(values.get("name", ""), 100)
        ),
        _(
            "*What is sent:* a post about a client in a channel that I read, written by a seller "
            "who joined, was told, and did not keep theirs out; and an answer that went on a "
            "client's record. At most {count} characters of each, and fixed instructions."
        ).format(count=f"{MOST_LETTERS:,}"),
        _(
            "*Taken out before:* e-mail addresses, telephone and other long numbers, links, "
            "mentions, Slack ids, keys. Names of people and clients stay."
        ),
        _(
            "*Never sent:* what sellers learned, who talked, plans and pulse; posts by apps, by "
            "people who have not joined, or from other channels."
        ),
        _(
            "*What it can do:* point at words that stand in the post, which I then offer for one "
            "press, and draw one further question from an answer. By itself it saves nothing."
        ),
        _(
            "*What I keep:* where the text stands and how asking went, for 14 days. Not what was "
            "sent, nor what came back. Nothing is trained on here; what {host} does with it is "
            "between you and them."
        ).format(host=host),
        _(
            "*How much:* at most {calls} calls a day. When it is slow or wrong, I go on without it."
        ).format(calls=escape(values.get("calls", ""), 20)),
        _("Each seller is told first, in a note or digest and in Home, and can keep theirs out."),
    ]
    whole = "\n".join([title, *said])
    row = actions(button(_("Switch on"), Act.MODEL_ON, ref=values.get("host", "")))
    return message(whole, section(title), section("\n".join(said)), row)


def model_line_words(host: str, by: str) -> str:
    """The one line by which a seller is told."""
    return model_line_template({"by": by}).format(by=escape(by, 80), host=escape(host, 200))


def model_line_template(values: Mapping[str, str]) -> str:
    """The same with {by} and {host} still to be filled in."""
    who = (
        _("{by} switched on a language model at {host}.")
        if values.get("by")
        else _("An admin switched on a language model at {host}.")
    )
    return f"{who} " + _(
        "From now on it may read your posts about clients, and answers that go on a client's "
        "record, to suggest what I could offer you."
    )


def model_name_words() -> str:
    """By which it is named once its line is done."""
    return _("The language model")


def model_buttons(key: str = "") -> tuple[Block, ...]:
    """Yes and no weigh the same."""
    return (
        button(_("Fine"), Act.MODEL_MINE, key),
        button(_("Keep mine out"), Act.MODEL_NOT_MINE, key),
    )


def home_model_blocks(model: ModelSeen | None, person: Person) -> list[Block]:
    """In Home: whether it is on and what of mine it gets; for an admin the switch and counts."""
    if model is None:
        return []
    blocks: list[Block] = []
    if model.is_on and person.is_reachable:
        words, row = _of_mine(model)
        blocks += [section(words), *([row] if row else [])]
    if person.is_admin:
        blocks += _of_admin(model)
    return blocks


def _of_mine(model: ModelSeen) -> tuple[str, Block | None]:
    words = model_line_words(model.host, model.by)
    if not model.is_mine:
        kept_out = _("You keep yours out: nothing of yours is sent.")
        return f"{words}\n{kept_out}", actions(button(_("Let mine in"), Act.MODEL_MINE))
    if not model.is_told:
        return f"{words}\n" + _("Nothing of yours was sent so far."), actions(*model_buttons())
    return words, actions(button(_("Keep mine out"), Act.MODEL_NOT_MINE))


def _of_admin(model: ModelSeen) -> list[Block]:
    host = escape(model.host, 200)
    if not model.is_on:
        words = _("Language model at {host}: off.").format(host=host)
        return [section(words, button(_("What it would do"), Act.MODEL_PREVIEW))]
    calls = ngettext(
        "Language model at {host}: {count} call today, of {most}.",
        "Language model at {host}: {count} calls today, of {most}.",
        model.calls_today,
    ).format(host=host, count=model.calls_today, most=model.calls_per_day)
    went = [
        words().format(count=model.outcomes[outcome.value])
        for outcome, words in _WENT.items()
        if model.outcomes.get(outcome.value)
    ]
    if went:
        calls += " " + _("In seven days: {went}.").format(went=", ".join(went))
    blocks: list[Block] = [context(calls)]
    row = actions(button(_("Switch the language model off"), Act.MODEL_OFF))
    return [*blocks, *([row] if row else [])]


def on_since_words(values: Mapping[str, str]) -> str:
    """The template of how things stand for whoever asked."""
    words = _("A language model at {host} helps to read. {by} switched it on, {on_at}.")
    if not values.get("on_at"):
        words = _("A language model at {host} helps to read. {by} switched it on.")
    if values.get("mine"):
        return (
            words
            + " "
            + _(
                "Your posts about clients, and answers that go on a client's record, may go there; "
                "`/alongside model not mine` keeps yours out."
            )
        )
    return words + " " + _("Yours are kept out; `/alongside model mine` lets them in.")


SECOND_TURN_LABELS: Mapping[str, Callable[[], str]] = {
    "add": lambda: _("Answer"),
    "enough": lambda: _("That is enough"),
}


def suggested_words() -> str:
    """Where the model had a hand in it, it says so."""
    return _("Suggested by the language model that your admin switched on.")
