"""The plan of a brief is changed: moved, renamed, timed; the sum is shown with each press."""

from __future__ import annotations

from bot.flows.change_plan import change_plan, plan_of
from bot.slack.doors import After, Doors, Errors, Open, Visit
from bot.slack.payloads import PressIn, SubmissionIn
from bot.slack.presses import Act
from bot.slack.views import plan_form


def register(doors: Doors) -> None:
    """Open this listener's doors."""
    doors.presses[Act.PLAN] = open_form
    doors.presses[Act.PLAN_STEP] = step
    doors.forms[plan_form.CALLBACK] = submit


def open_form(visit: Visit, pressed: PressIn) -> After:
    """The plan as it is kept."""
    row = plan_of(visit.store, visit.person, pressed.press.ref)
    return Open(plan_form.plan_form(plan_form.given_from(row.id, row.minutes, row.plan)))


def step(visit: Visit, pressed: PressIn) -> After:  # noqa: ARG001 - nothing is kept before Save
    """One press in the form: it is shown as it would be."""
    given = plan_form.stepped(plan_form.read_plan_form(pressed.view), pressed.press.ref)
    return Open(plan_form.plan_form(given), str(pressed.view.get("id", "")))


def submit(visit: Visit, submitted: SubmissionIn) -> Errors | None:
    """Save. A plan without any part has no field under which that could be said."""
    given = plan_form.read_plan_form(submitted.view)
    if not given.plan:
        return Errors({"": "plan_empty"})
    catalogue = visit.services.catalogue_of(visit.store)
    change_plan(visit.store, catalogue, visit.person, given.brief_id, given.plan, visit.now)
    return None
