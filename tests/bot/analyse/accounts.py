"""Accounts of invented reports, made from sentences as the pipeline makes them."""

from __future__ import annotations

from datetime import datetime

from bot.analyse.claims import claims
from bot.analyse.conflicts import conflicts
from bot.shapes import Account, Conflict, Said
from tests.factories import at


def an_account(
    name: str,
    text: str,
    published: datetime | None = None,
    said: tuple[Said, ...] = (),
    voice: str | None = None,
) -> Account:
    """The account of one outlet's report; at noon unless it says when."""
    when = published or at(0)
    return Account(
        article=name,
        version=f"{name}-1",
        voice=voice or name,
        outlet=name.title(),
        published=when,
        seen=when,
        claims=claims(text, when),
        said=said,
    )


def between(one: str, other: str, minutes: float = 0) -> list[Conflict]:
    """The conflicts of two reports, the other published so many minutes later."""
    return conflicts(an_account("beacon", other, at(minutes)), [an_account("anchor", one)])


def inside(text: str) -> list[Conflict]:
    """The conflicts of a report with itself."""
    return conflicts(an_account("beacon", text), [])


def said(name: str | None, text: str, confidence: float = 0.95, via: str | None = None) -> Said:
    return Said(text=text, start=0, end=len(text), name=name, kind="direct", via=via, confidence=confidence)
