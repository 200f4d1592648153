"""What in a post points at its client beside the name: account links in a CRM, mail domains."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.domain.mail_domains import domain_of, is_public
from bot.domain.signals import MAIL_DOMAIN, SourceRef
from bot.reading.mrkdwn import Link, Mail

_ACCOUNTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "salesforce_account",
        re.compile(r"(?:force|salesforce)\.com/(?:.{0,60}?/)?(001[A-Za-z0-9]{12})"),
    ),
    (
        "hubspot_company",
        re.compile(
            r"app[\w-]{0,10}\.hubspot\.com/contacts/\d{1,20}/(?:company|record/0-2)/(\d{1,20})"
        ),
    ),
    ("pipedrive_organization", re.compile(r"pipedrive\.com/organization/(\d{1,20})")),
)
"""An account's address in each CRM; of Salesforce's long ids the last three letters are a sum."""
_MOST = 40
_MOST_DOMAINS = 8


def traces_of(links: Iterable[Link], mails: Iterable[Mail]) -> tuple[SourceRef, ...]:
    """Each account and each mail domain once; a post that names two accounts names none."""
    accounts = {
        SourceRef(system, match[1])
        for link in list(links)[:_MOST]
        for system, shape in _ACCOUNTS
        if (match := shape.search(link.url[:600]))
    }
    domains = dict.fromkeys(
        domain
        for mail in list(mails)[:_MOST]
        if (domain := domain_of(mail.address)) and not is_public(domain)
    )
    told = accounts if len({ref.system for ref in accounts}) == len(accounts) else set()
    return (
        *sorted(told, key=lambda ref: ref.system),
        *(SourceRef(MAIL_DOMAIN, domain) for domain in list(domains)[:_MOST_DOMAINS]),
    )
