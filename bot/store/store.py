"""One transaction, bound to one team, with its nouns; no query can leave the team out."""

from __future__ import annotations

from functools import cached_property

from sqlalchemy import Connection

from bot.store.admin_acts import AdminActs
from bot.store.answers import Answers
from bot.store.briefs import Briefs
from bot.store.candidates import Candidates
from bot.store.channels import Channels
from bot.store.check_ins import CheckIns
from bot.store.client_dates import ClientDates
from bot.store.client_names import ClientNames
from bot.store.client_people import ClientPeople
from bot.store.clients import Clients
from bot.store.deals import Deals
from bot.store.decisions import Decisions
from bot.store.deliveries import Deliveries
from bot.store.erasures import Erasures
from bot.store.experts import Experts
from bot.store.exports import Exports
from bot.store.goals import Goals
from bot.store.group_quarters import GroupQuarters
from bot.store.groups import Groups
from bot.store.import_changes import ImportChanges
from bot.store.imports import Imports
from bot.store.meetings import Meetings
from bot.store.merges import Merges
from bot.store.model_asks import ModelAsks
from bot.store.model_switches import ModelSwitches
from bot.store.moments import Moments
from bot.store.noticed import Noticed
from bot.store.nudges import Nudges
from bot.store.old_rows import OldRows
from bot.store.past_nudges import PastNudges
from bot.store.people import People
from bot.store.personal_rows import PersonalRows
from bot.store.pictures import Pictures
from bot.store.promise_moves import PromiseMoves
from bot.store.promises import Promises
from bot.store.prompt_tallies import PromptTallies
from bot.store.pulses import Pulses
from bot.store.quarter_counts import QuarterCounts
from bot.store.search import Search
from bot.store.sendings import Sendings
from bot.store.shapes import Shapes
from bot.store.sources import Sources
from bot.store.swarm_asks import SwarmAsks
from bot.store.swarms import Swarms
from bot.store.team_hours import TeamHours
from bot.store.team_prompts import TeamPrompts
from bot.store.teams import Teams
from bot.store.touches import Touches
from bot.store.weeks import Weeks


class Store:
    """What flows read and write with. It lives as long as its transaction."""

    def __init__(self, connection: Connection, team_id: str) -> None:
        self.connection = connection
        self.team_id = team_id

    @cached_property
    def admin_acts(self) -> AdminActs:
        return AdminActs(self.connection, self.team_id)

    @cached_property
    def answers(self) -> Answers:
        return Answers(self.connection, self.team_id)

    @cached_property
    def briefs(self) -> Briefs:
        return Briefs(self.connection, self.team_id)

    @cached_property
    def candidates(self) -> Candidates:
        return Candidates(self.connection, self.team_id)

    @cached_property
    def channels(self) -> Channels:
        return Channels(self.connection, self.team_id)

    @cached_property
    def check_ins(self) -> CheckIns:
        return CheckIns(self.connection, self.team_id)

    @cached_property
    def client_names(self) -> ClientNames:
        return ClientNames(self.connection, self.team_id)

    @cached_property
    def client_people(self) -> ClientPeople:
        return ClientPeople(self.connection, self.team_id)

    @cached_property
    def client_dates(self) -> ClientDates:
        return ClientDates(self.connection, self.team_id)

    @cached_property
    def clients(self) -> Clients:
        return Clients(self.connection, self.team_id)

    @cached_property
    def deals(self) -> Deals:
        return Deals(self.connection, self.team_id)

    @cached_property
    def decisions(self) -> Decisions:
        return Decisions(self.connection, self.team_id)

    @cached_property
    def deliveries(self) -> Deliveries:
        return Deliveries(self.connection, self.team_id)

    @cached_property
    def experts(self) -> Experts:
        return Experts(self.connection, self.team_id)

    @cached_property
    def erasures(self) -> Erasures:
        return Erasures(self.connection, self.team_id)

    @cached_property
    def exports(self) -> Exports:
        return Exports(self.connection, self.team_id)

    @cached_property
    def goals(self) -> Goals:
        return Goals(self.connection, self.team_id)

    @cached_property
    def import_changes(self) -> ImportChanges:
        return ImportChanges(self.connection, self.team_id)

    @cached_property
    def imports(self) -> Imports:
        return Imports(self.connection, self.team_id)

    @cached_property
    def meetings(self) -> Meetings:
        return Meetings(self.connection, self.team_id)

    @cached_property
    def merges(self) -> Merges:
        return Merges(self.connection, self.team_id)

    @cached_property
    def model_asks(self) -> ModelAsks:
        return ModelAsks(self.connection, self.team_id)

    @cached_property
    def model_switches(self) -> ModelSwitches:
        return ModelSwitches(self.connection, self.team_id)

    @cached_property
    def moments(self) -> Moments:
        return Moments(self.connection, self.team_id)

    @cached_property
    def noticed(self) -> Noticed:
        return Noticed(self.connection, self.team_id)

    @cached_property
    def nudges(self) -> Nudges:
        return Nudges(self.connection, self.team_id)

    @cached_property
    def past_nudges(self) -> PastNudges:
        return PastNudges(self.connection, self.team_id)

    @cached_property
    def old_rows(self) -> OldRows:
        return OldRows(self.connection, self.team_id)

    @cached_property
    def people(self) -> People:
        return People(self.connection, self.team_id)

    @cached_property
    def personal_rows(self) -> PersonalRows:
        return PersonalRows(self.connection, self.team_id)

    @cached_property
    def promise_moves(self) -> PromiseMoves:
        return PromiseMoves(self.connection, self.team_id)

    @cached_property
    def promises(self) -> Promises:
        return Promises(self.connection, self.team_id)

    @cached_property
    def prompt_tallies(self) -> PromptTallies:
        return PromptTallies(self.connection, self.team_id)

    @cached_property
    def search(self) -> Search:
        return Search(self.connection, self.team_id)

    @cached_property
    def sendings(self) -> Sendings:
        return Sendings(self.connection, self.team_id)

    @cached_property
    def shapes(self) -> Shapes:
        return Shapes(self.connection, self.team_id)

    @cached_property
    def sources(self) -> Sources:
        return Sources(self.connection, self.team_id)

    @cached_property
    def swarm_asks(self) -> SwarmAsks:
        return SwarmAsks(self.connection, self.team_id)

    @cached_property
    def swarms(self) -> Swarms:
        return Swarms(self.connection, self.team_id)

    @cached_property
    def team_prompts(self) -> TeamPrompts:
        return TeamPrompts(self.connection, self.team_id)

    @cached_property
    def teams(self) -> Teams:
        return Teams(self.connection, self.team_id)

    @cached_property
    def touches(self) -> Touches:
        return Touches(self.connection, self.team_id)

    @cached_property
    def weeks(self) -> Weeks:
        return Weeks(self.connection, self.team_id)

    @cached_property
    def pictures(self) -> Pictures:
        return Pictures(self.connection, self.team_id)

    @cached_property
    def pulses(self) -> Pulses:
        return Pulses(self.connection, self.team_id)

    @cached_property
    def groups(self) -> Groups:
        return Groups(self.connection, self.team_id)

    @cached_property
    def group_quarters(self) -> GroupQuarters:
        return GroupQuarters(self.connection, self.team_id)

    @cached_property
    def quarter_counts(self) -> QuarterCounts:
        return QuarterCounts(self.connection, self.team_id)

    @cached_property
    def team_hours(self) -> TeamHours:
        return TeamHours(self.connection, self.team_id)
