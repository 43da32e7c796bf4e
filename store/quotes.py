"""Quotes as they stand in the reports, and utterances: one thing said, with its reports."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, bindparam, func, not_, select, update

from bot.errors import StoreError
from bot.match.outlets import outlet_key
from bot.shapes import Claim, Heard, Quote, QuoteReport, Span, Version
from store.ids import number, spelled, spelled_if
from store.people import all_of, names_of, numbers_of, one_of, stands_for
from store.quote_words import holding, index_words, with_near_words
from store.session import Rows
from store.tables import articles, people, quotes, utterances, versions

# A split quotation is shown as the whole stretch, cue included, while a reader takes it in at one look.
WHOLE_STRETCH = 600
AROUND = 160
# A cue further from its quotation than "told a crowded news conference in the town hall" has other words between them.
LEAD = 60
# What is said again is said again soon: among so many of a story's latest quotes it is looked for.
LATEST_HEARD = 1000
LATEST_ELSEWHERE = 400


class QuoteRows(Rows):
    def add_findings(
        self, version: Version, workspace: str, quotes: Sequence[tuple[Quote, str | None, str]], claims: Sequence[Claim]
    ) -> None:
        with self.door.write(workspace) as connection:
            row = connection.execute(
                update(versions)
                .where(versions.c.workspace == workspace, versions.c.number == (number("v", version.id) or 0))
                .values(claims=[claim.model_dump(mode="json", exclude_defaults=True) for claim in claims])
                .returning(versions.c.number, versions.c.article)
            ).first()
            if row is None:
                raise StoreError(f"no version {version.id!r} to add findings to")
            article = connection.execute(select(articles).where(articles.c.number == row.article)).one()
            for quote, person, utterance in quotes:
                _add_quote(connection, version, article, quote, number("p", person or ""), utterance)

    def heard(self, workspace: str, story: str) -> list[Heard]:
        here = _HEARD.where(quotes.c.workspace == workspace, quotes.c.story == (number("s", story) or 0))
        with self.door.read() as connection:
            rows: list[Row[Any]] = [
                *connection.execute(here.where(quotes.c.current).limit(LATEST_HEARD)),
                *connection.execute(here.where(not_(quotes.c.current)).limit(LATEST_HEARD // 4)),
            ]
        return [_heard(row) for row in sorted(rows, key=lambda row: row.number)]

    def heard_elsewhere(self, workspace: str, story: str, persons: Collection[str], since: datetime) -> list[Heard]:
        asked = {"workspace": workspace, "story": number("s", story) or 0, "since": since}
        with self.door.read() as connection:
            rows: list[Row[Any]] = []
            for person in all_of(connection, workspace, persons):
                rows += connection.execute(_HEARD_OF, asked | {"person": person}).all()
        rows = sorted(rows, key=lambda row: row.at, reverse=True)[:LATEST_ELSEWHERE]
        return [_heard(row, elsewhere=True) for row in sorted(rows, key=lambda row: row.number)]

    def open_utterance(self, workspace: str, person: str | None, story: str, text: str) -> str:
        with self.door.write(workspace) as connection:
            row = connection.execute(
                utterances.insert()
                .values(workspace=workspace, person=number("p", person or ""), story=number("s", story), text=text)
                .returning(utterances.c.number)
            ).scalar_one()
        return spelled("u", row)

    def quote_reports(
        self,
        workspace: str,
        person: str | None = None,
        story: str | None = None,
        words: Sequence[str] = (),
        since: datetime | None = None,
        outlet: str | None = None,
        utterances: Collection[str] | None = None,
        limit: int = 500,
    ) -> list[QuoteReport]:
        order: list[ColumnElement[Any]] = [quotes.c.at.desc(), quotes.c.number.desc()]
        with self.door.read() as connection:
            theirs = None if person is None else numbers_of(connection, workspace, person)
            wanted = _quotes_in_place().where(*_filters(theirs, story, since, outlet, utterances))
            if words:
                near = with_near_words(connection, workspace, words)
                wanted, most = holding(wanted, workspace, near, person or story)
                order = [most.desc(), *order]
            else:
                wanted = wanted.where(quotes.c.workspace == workspace)
            rows = connection.execute(wanted.order_by(*order).limit(limit)).all()
            also = names_of(connection, {row.who for row in rows if row.who is not None})
        return [as_report(row, also.get(row.who, ())) for row in rows]


_HEARD: Select[Any] = (
    select(
        *(quotes.c[name] for name in ("number", "utterance", "text", "start", "end", "parts", "kind", "version", "at")),
        stands_for.label("who"),
    )
    .outerjoin(people, people.c.number == quotes.c.person)
    .order_by(quotes.c.at.desc())
)

# One person's at a time: of several SQLite and PostgreSQL would rather read what everybody said since then.
_HEARD_OF: Select[Any] = _HEARD.where(
    quotes.c.workspace == bindparam("workspace"),
    quotes.c.person == bindparam("person"),
    quotes.c.current,
    quotes.c.story != bindparam("story"),
    quotes.c.at >= bindparam("since"),
).limit(LATEST_ELSEWHERE)


def _heard(row: Row[Any], elsewhere: bool = False) -> Heard:
    """The quoted words alone: what stands between two parts is the reporter's."""
    inside = [(start, end) for start, end in row.parts if row.start <= start and end <= row.end]
    return Heard(
        utterance=spelled("u", row.utterance),
        text=" … ".join(row.text[start - row.start : end - row.start] for start, end in inside),
        kind=row.kind,
        person=spelled_if("p", row.who),
        version=spelled("v", row.version),
        elsewhere=elsewhere,
    )


def found_quotes(workspace: str) -> Select[Any]:
    """Quotes of latest versions, with where they stand and who said them."""
    return _quotes_in_place().where(quotes.c.workspace == workspace)


def _quotes_in_place() -> Select[Any]:
    """The same of every workspace: for whoever bounds it by one in another way. `who` is whom its person stands for."""
    given = people.alias("given")
    return (
        select(
            quotes,
            people.c.number.label("who"),
            people.c.name.label("person_name"),
            articles.c.outlet,
            versions.c.url,
            versions.c.published,
            versions.c.body,
        )
        .select_from(quotes)
        .join(articles, articles.c.number == quotes.c.article)
        .join(versions, versions.c.number == quotes.c.version)
        .outerjoin(given, given.c.number == quotes.c.person)
        .outerjoin(people, people.c.number == func.coalesce(given.c.one, given.c.number))
        .where(quotes.c.current)
    )


def as_report(row: Row[Any], names: Iterable[str]) -> QuoteReport:
    """`names`: all that are kept of its person; `also` is those not shown."""
    return QuoteReport(
        quote=spelled("q", row.number),
        utterance=spelled("u", row.utterance),
        person=spelled_if("p", row.who),
        name=row.person_name or row.name,
        called=row.name,
        also=tuple(name for name in names if name != row.person_name),
        article=spelled("a", row.article),
        version=spelled("v", row.version),
        story=spelled("s", row.story),
        outlet=row.outlet,
        url=row.url,
        published=row.published,
        text=row.text,
        start=row.start,
        end=row.end,
        parts=tuple((start, end) for start, end in row.parts),
        before=_before(row.body, row.start),
        after=_after(row.body, row.end),
        speaker_text=row.speaker_text,
        lead=row.lead,
        kind=row.kind,
        via=row.via,
        confidence=row.confidence,
        why=row.why,
    )


def _filters(
    persons: Collection[int] | None,
    story: str | None,
    since: datetime | None,
    outlet: str | None,
    of: Collection[str] | None,
) -> Iterable[ColumnElement[bool]]:
    if persons is not None:
        yield one_of(quotes.c.person, persons)
    if story is not None:
        yield quotes.c.story == (number("s", story) or 0)
    if since is not None:
        yield quotes.c.seen >= since
    if outlet is not None:
        yield quotes.c.outlet_key == (outlet_key(outlet) or outlet)
    if of is not None:
        yield quotes.c.utterance.in_([number("u", utterance) or 0 for utterance in of])


def _add_quote(
    connection: Connection, version: Version, article: Row[Any], quote: Quote, person: int | None, utterance: str
) -> None:
    start, end = shown(quote.content)
    body, seen = version.body, version.seen
    row = connection.execute(
        quotes.insert()
        .values(
            workspace=article.workspace,
            version=number("v", version.id),
            article=article.number,
            story=article.story,
            person=person,
            utterance=number("u", utterance),
            current=article.latest == number("v", version.id),
            at=version.published or seen,
            seen=seen,
            outlet_key=article.outlet_key,
            name=quote.name,
            text=body[start:end],
            start=start,
            end=end,
            parts=quote.content,
            speaker_text=body[slice(*quote.speaker)] if quote.speaker else None,
            lead=_lead(body, quote.cue, start),
            kind=quote.kind,
            via=quote.via,
            confidence=quote.confidence,
            why=quote.why,
        )
        .returning(quotes.c.number, quotes.c.current)
    ).one()
    if row.current:
        index_words(connection, article.workspace, row.number, [body[slice(*part)] for part in quote.content])


def shown(parts: Sequence[Span]) -> Span:
    """The span that is shown for a quotation: from its first part to its last, or its longest part where that
    would show a reader more of the report than of the quotation."""
    whole = parts[0][0], parts[-1][1]
    if whole[1] - whole[0] <= WHOLE_STRETCH:
        return whole
    return max(parts, key=lambda part: part[1] - part[0])


def _lead(body: str, cue: Span | None, start: int) -> str | None:
    """The cue and what stands between it and the quotation; None where the quotation comes first, or not at once."""
    if cue is None or not cue[1] <= start <= cue[1] + LEAD:
        return None
    return body[cue[0] : start].strip() or None


def _before(body: str, start: int) -> str:
    """What stands before a span, from the beginning of a word on."""
    if start <= AROUND:
        return body[:start]
    around = body[start - AROUND - 1 : start]
    cut = re.search(r"\s", around)
    return around[cut.end() :] if cut else around[1:]


def _after(body: str, end: int) -> str:
    """What stands after a span, to the end of a word."""
    around = body[end : end + AROUND + 1]
    if len(around) <= AROUND:
        return around
    cut = max((at for at, character in enumerate(around) if character.isspace()), default=AROUND)
    return around[:cut]
