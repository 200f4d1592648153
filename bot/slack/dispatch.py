"""Takes in what Slack delivers, once: one transaction, then whatever is to be said or opened."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from typing import Any
from uuid import uuid4

from bot.domain.letters import Reply
from bot.domain.quiet import local_day
from bot.errors import DatabaseError, RemoteError, TellUser
from bot.flows.account_closed import account_opened
from bot.services import Services
from bot.slack.doors import (
    After,
    AfterForm,
    Doors,
    Errors,
    OnForm,
    Open,
    Say,
    View,
    Visit,
)
from bot.slack.form_answers import NO_FIELD, Answer, as_view, form_answer, form_done
from bot.slack.messenger import SlackMessenger
from bot.slack.payloads import (
    CommandIn,
    SubmissionIn,
    read_action,
    read_command,
    read_event,
    read_shortcut,
    read_submission,
)
from bot.slack.views.blocks import Message
from bot.slack.views.days import read_in
from bot.slack.views.reply import reply_message
from bot.store.store import Store
from bot.texts import speaking

log = logging.getLogger(__name__)


class Dispatch:
    """Finds the listener for each delivery and runs it in one transaction."""

    def __init__(
        self, services: Services, messenger: SlackMessenger, doors: Doors, prefix: str = ""
    ) -> None:
        """`prefix` stands before the short commands where other apps own their names."""
        self._services = services
        self._messenger = messenger
        self._doors = doors
        self._prefix = prefix

    def event(self, body: Mapping[str, Any]) -> None:
        """An event; one that nobody listens to is taken in all the same."""
        event = read_event(body)
        listener = self._doors.events.get(event.type) if event else None
        if event is not None and listener is not None:
            listener(self._services, event)

    def press(self, body: Mapping[str, Any]) -> None:
        """A press in a message, a form or Home."""
        pressed = read_action(body)
        if pressed is None:
            self._say_gone(body)
            return
        listener = self._doors.presses[pressed.press.act]
        if pressed.in_home:
            self._know(pressed.team, pressed.person)
        after = self._visit(
            pressed.team,
            pressed.person,
            f"press:{pressed.trigger_id}",
            lambda visit: listener(visit, pressed),
        )
        view_id = pressed.view.get("id")
        self._then(
            after,
            pressed.team,
            pressed.trigger_id,
            pressed.response_url,
            view_id if isinstance(view_id, str) and not pressed.in_home else None,
        )

    def form(self, body: Mapping[str, Any]) -> Answer:
        """A form that was submitted: what is wrong with it, or nothing and it closes."""
        submitted = read_submission(body)
        listener = self._doors.forms.get(submitted.callback_id) if submitted else None
        if submitted is None or listener is None:
            return {}
        key = f"form:{submitted.view_id}"
        try:
            with self._taken_in(submitted.team, key) as store:
                if store is None:
                    return {}
                visit = self._enter(store, submitted.person, key)
                with speaking(visit.person.locale), _read_by(visit):
                    after = _listen(listener, visit, submitted)
                    if isinstance(after, Errors | Open):
                        # Nothing is saved, so that the same form may come again.
                        raise _NotYet(form_answer(after))  # noqa: TRY301 - rolls it back
            return form_done(after)
        except _NotYet as not_yet:
            return not_yet.answer
        except Exception as error:  # noqa: BLE001 - the app's one boundary: words stay in the form
            reference = _log_failure("form failed", error)
            first = _first_field(submitted.view)
            return form_answer(Errors({first: "error"}, {"reference": reference}))

    def shortcut(self, body: Mapping[str, Any]) -> None:
        """A shortcut, on a message or at large."""
        used = read_shortcut(body)
        listener = self._doors.shortcuts.get(used.callback_id) if used else None
        if used is None or listener is None:
            return
        self._know(used.team, used.person)
        after = self._visit(
            used.team,
            used.person,
            f"shortcut:{used.trigger_id}",
            lambda visit: listener(visit, used),
        )
        url = body.get("response_url")
        self._then(after, used.team, used.trigger_id, url if isinstance(url, str) else None)

    def command(self, body: Mapping[str, Any]) -> Answer:
        """A slash command; its answer goes back to the person alone."""
        ran = read_command(body)
        if ran is None:
            return {}
        name, words = self._command_meant(ran)
        listener = self._doors.commands.get(name)
        if listener is None:
            return _ephemeral(reply_message(Reply("unknown_command", {"said": name}), ""))
        try:
            if not (name == "alongside" and words.lower().startswith("ignore")):
                self._know(ran.team, ran.person)
            after = self._visit(
                ran.team,
                ran.person,
                f"command:{ran.trigger_id}",
                lambda visit: listener(visit, ran, words),
            )
            if isinstance(after, Open):
                self._messenger.open_view(ran.team, ran.trigger_id, after.view)
        except RemoteError as error:
            log.warning("command", extra={"action": "command_failed", "code": error.code})
            return _ephemeral(reply_message(Reply("error", {"reference": error.code}), ""))
        return _ephemeral(after.said) if isinstance(after, Say) else {}

    def _command_meant(self, ran: CommandIn) -> tuple[str, str]:
        """`/client show Acme` and `/alongside client show Acme` are the same."""
        name = ran.command.lstrip("/").lower()
        if name != "alongside":
            return name.removeprefix(self._prefix), ran.text
        first, _, rest = ran.text.partition(" ")
        short = first.lower()
        if short in self._doors.commands and short != "alongside":
            return short, rest.strip()
        return name, ran.text

    def _visit(
        self,
        team_id: str,
        person_id: str,
        key: str,
        listen: Callable[[Visit], After],
    ) -> After:
        """Run a listener in its transaction; what cannot be done is said, and nothing saved."""
        locale = "en"
        try:
            with self._taken_in(team_id, key) as store:
                if store is None:
                    return None
                visit = self._enter(store, person_id, key)
                locale = visit.person.locale
                with speaking(locale), _read_by(visit):
                    return listen(visit)
        except TellUser as error:
            with speaking(locale):
                return Say(reply_message(Reply(error.code, error.values), ""))
        except Exception as error:  # noqa: BLE001 - the app's one boundary: the person is told
            reference = _log_failure("visit failed", error)
            with speaking(locale):
                return Say(reply_message(Reply("error", {"reference": reference}), ""))

    @contextmanager
    def _taken_in(self, team_id: str, key: str) -> Iterator[Store | None]:
        """A transaction whose first write is the delivery's key; None for a second delivery."""
        with self._services.transaction(team_id) as store:
            is_new = store.deliveries.is_new(key, self._services.clock.machine())
            yield store if is_new else None

    def _enter(self, store: Store, person_id: str, key: str) -> Visit:
        person, now = store.people.get_or_stranger(person_id), self._services.clock.now()
        if person.deactivated_at is not None:
            # Whoever can press has an account again, even if the news of it never came.
            person = account_opened(store, person, now)
        return Visit(self._services, store, person, now, key)

    def _know(self, team_id: str, person_id: str) -> None:
        """Whoever comes by a command or Home for the first time has a name, a zone, a language."""
        try:
            with self._services.reading(team_id) as store:
                if store.people.presence(person_id) is not None:
                    return
            presence = self._messenger.presence(team_id, person_id)
            with self._services.transaction(team_id) as store:
                store.people.set_presence(person_id, presence)
        except (RemoteError, DatabaseError) as error:
            log.warning("unknown", extra={"action": "presence_failed", "code": error.code})

    def _then(
        self,
        after: After,
        team_id: str,
        trigger_id: str,
        response_url: str | None,
        view_id: str | None = None,
    ) -> None:
        """After the commit: open what is to be opened, say what is to be said.

        `view_id` is the form in which somebody pressed: there too a word takes the other's place.
        """
        try:
            if isinstance(after, Open) and after.view_id is not None:
                self._messenger.update_view(team_id, after.view_id, after.view)
            elif isinstance(after, Open):
                self._messenger.open_view(team_id, trigger_id, after.view)
            elif isinstance(after, Say) and response_url is not None:
                self._messenger.answer(response_url, after.said, replaces=after.replaces)
            elif isinstance(after, Say) and after.replaces and view_id is not None:
                self._messenger.update_view(team_id, view_id, as_view(after.said))
            elif isinstance(after, Say):
                self._messenger.open_view(team_id, trigger_id, as_view(after.said))
        except RemoteError as error:
            log.warning("not shown", extra={"action": "then_failed", "code": error.code})

    def _say_gone(self, body: Mapping[str, Any]) -> None:
        """A button that we no longer know: last year's message, or another version's."""
        url = body.get("response_url")
        if isinstance(url, str) and url.startswith(("http://", "https://")):
            self._then(Say(reply_message(Reply("gone"), "")), "", "", url)


class _NotYet(Exception):  # noqa: N818 - a control flow of this file alone
    """A form is refused or has a next step: rolls the transaction back, carries the answer."""

    def __init__(self, answer: Answer) -> None:
        super().__init__("not yet")
        self.answer = answer


def _read_by(visit: Visit) -> AbstractContextManager[None]:
    """What is said at once is read in the person's own zone, on their own day."""
    return read_in(visit.person.zone, local_day(visit.now, visit.person.zone))


def _listen(listener: OnForm, visit: Visit, submitted: SubmissionIn) -> AfterForm:
    """A refusal that the listener did not place belongs to the form's first field."""
    try:
        return listener(visit, submitted)
    except TellUser as error:
        return Errors({_first_field(submitted.view): error.code}, error.values)


def _log_failure(what: str, error: Exception) -> str:
    """A person sees a reference, the log sees the cause."""
    reference = uuid4().hex[:8]
    log.error(what, exc_info=error, extra={"action": "failed", "reference": reference})
    return reference


def _first_field(view: View) -> str:
    blocks = view.get("blocks")
    for block in blocks if isinstance(blocks, list) else []:
        if isinstance(block, Mapping) and block.get("type") == "input":
            return str(block.get("block_id", ""))
    return NO_FIELD


def _ephemeral(said: Message) -> Answer:
    return {"response_type": "ephemeral", "text": said.text, "blocks": list(said.blocks)}
