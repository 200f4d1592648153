"""What each command can do, with examples to copy."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.texts import _

HELP: Mapping[str, Callable[[], str]] = {
    "alongside": lambda: _(
        "*/alongside*\n"
        "• `/alongside join` – take part; `/alongside leave` – stop, your answers stay yours\n"
        "• `/alongside ignore me` – never hear from me, also without joining\n"
        "• `/alongside pause 2 weeks` or `pause until 12 June`; `/alongside resume`\n"
        "• `/alongside away 3 June to 14 June`; `away` shows your days; `back` – here again\n"
        "• `/alongside settings` – questions a week, hours, days, kinds, language\n"
        "• `/alongside why` – what I noticed lately, what I did, and why\n"
        "• `/alongside status` – whether I am working\n"
        "• `/alongside privacy` – what I read and keep, and for how long\n"
        "• `/alongside export` – a file with everything of yours; `forget me` – all of it goes\n"
        "• `/alongside log` – what admins changed for everybody\n"
        "• `/alongside team` – figures of groups, the same for everybody and for leads; "
        "`team kit`, `team hour`\n"
        "• `/alongside shapes` – what somebody taught me about posts here, to forget it again\n"
        "• `/alongside model` – whether a language model helps to read; `model not mine` keeps "
        "yours out; for admins `model on`, `model off`\n"
        "• for admins: `/alongside owner #deals @Ben` – whom I ask where I can ask nobody else; "
        "`/alongside allow #deals` – read it although outsiders are in it; "
        "`/alongside prompts` – what I ask here, to silence or to add to; "
        "`/alongside groups` – who leads whom; `/alongside admin @Ben`, `admin remove @Ben`"
    ),
    "client": lambda: _(
        "*/client*\n"
        "• `/client Gira` – what they want, what is open, last word\n"
        "• `/client add Gira: fewer callouts at night`\n"
        "• `/client rename Gira to Gira Hospitals`\n"
        "• `/client merge Gira Ltd into Gira Hospitals`\n"
        "• `/client also Gira: gira.example` – another name, or their mail domain\n"
        "• `/client unmerge Gira Hospitals` – undo the last merge\n"
        "• `/client archive Gira`, `/client unarchive Gira` – out of every list, and back\n"
        "• `/client search downtime`, `/client Gira downtime?` – what they said, and when\n"
        "• `/client list`, or `/client list gi` for names with these letters\n"
        "• or send me a file of clients (CSV) in our direct message: you see first what it changes"
    ),
    "promise": lambda: _(
        "*/promise*\n"
        "• `/promise send Delmar the pilot report by Friday`\n"
        "• `/promise Gira: two references, 12 June`\n"
        "• `/promise call Jo at Gira tomorrow`\n"
        "• `/promise list` – what you owe, overdue first; each row has a menu\n"
        "• `/promise closed` – what was sent or dropped lately, to open it again\n"
        "• `/promise hand over` – ask a colleague to take one over; it is yours until they do\n"
        "It comes back the working morning before its day, and on the day."
    ),
    "reflect": lambda: _(
        "*/reflect*\n"
        "• `/reflect` – one question now\n"
        "• `/reflect Gira` – one question about a client\n"
        "It counts in no limit; what you answer is yours unless it is about their goal."
    ),
    "prep": lambda: _(
        "*/prep*\n"
        "• `/prep Gira` – before you meet them: what they want, what we owe, three things to find "
        "out, and a plan of the minutes\n"
        "• `/prep` – the same for your next client meeting\n"
        "You can change the plan, and share it with a preview. Your own notes are never in it."
    ),
    "followups": lambda: _(
        "*/followups*\n"
        "• `/followups` – whom you owe a word, most overdue first\n"
        "• `/followups Gira close`, `steady` or `light` – or `every 6 weeks, at worst 10`\n"
        "• `/followups Gira called today` – or `gave`, `asked`, `visited yesterday`\n"
        "• `/followups Gira renewal 1 October` – or `go-live 3 June`, `anniversary 5 May`; "
        "`yearly` brings it back, `renewal off` takes it off\n"
        "• `/followups Gira off`"
    ),
    "swarm": lambda: _(
        "*/swarm* – ask for help\n"
        "• `/swarm Gira: how do they cut unplanned downtime on line 3?` – brought to colleagues "
        "who listed such topics; nobody sees who said no\n"
        "• `/swarm topics` – what you can help with, and how many questions a month"
    ),
    "digest": lambda: _(
        "*/digest*\n"
        "• `/digest now`\n"
        "• `/digest Thursday 16:00` – once a week, then\n"
        "• `/digest off`"
    ),
}
"""The help of each command. To add a command: an entry here."""


def command_help(command: str = "") -> str:
    """The help of one command, or of all of them where none is named."""
    if command in HELP:
        return HELP[command]()
    whole = "\n\n".join(words() for words in HELP.values())
    return whole + "\n\n" + _("Each also works as `/alongside promise …`, `/alongside client …`.")
