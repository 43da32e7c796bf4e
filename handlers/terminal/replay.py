"""`copydesk replay`: what other thresholds would have done to the reports of the last days. Posts nothing, and writes
nothing to the archive."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from rich.console import Console
from rich.progress import track

from bot.desk import Desk
from bot.errors import UserError
from bot.match.stories import DEFAULT
from bot.replaying import Answered, Elsewhere, Placed, Played, Replay, answered, elsewhere
from bot.shapes import LOCAL, Article, Shape, Thresholds
from handlers.views.text import NO_OUTLET, clip, plural, tidy, when

# Where no threshold is named, these parts of the present ones are tried.
SEVERAL = (0.75, 0.9, 1.0, 1.1, 1.25)

MOST_SHOWN = 20


class Replayed(Shape):
    """A replay: of the thresholds that hold now, and of others."""

    since: datetime
    articles: int
    "that came in those days"
    plays: tuple[Played, ...]
    "the first with the thresholds that hold now"
    elsewhere: tuple[Elsewhere, ...] = ()
    answers: tuple[Answered, ...]
    titles: dict[str, str]
    "what each story began with, by the id of that article"


def replay(desk: Desk, scratch: Desk, since: datetime, act: float | None, suggest: float | None) -> Replayed:
    """`scratch` is a desk on an empty archive. Raises UserError where the thresholds cannot be meant."""
    other = chosen(act, suggest)
    played = Replay(desk.store, scratch.store, LOCAL, since)
    tried = [DEFAULT, other] if other else [DEFAULT, *(_part(part) for part in SEVERAL if part != 1)]
    plays = [played.play(thresholds) for thresholds in _progress(tried)]
    kept = [article for article, _ in (*played.before, *played.came)]
    pairs = desk.store.pairs(LOCAL)
    return Replayed(
        since=since,
        articles=len(played.came),
        plays=tuple(plays),
        elsewhere=tuple(elsewhere(plays[0], plays[1], kept)) if other else (),
        answers=tuple(answered(pairs, thresholds) for thresholds in tried),
        titles={article.id: article.title or article.id for article in kept},
    )


def _progress(tried: Sequence[Thresholds]) -> Iterable[Thresholds]:
    """A progress bar on standard error, where a person watches it: a busy week takes minutes."""
    if not sys.stderr.isatty():
        return tried
    return track(tried, description="Replaying", console=Console(stderr=True))


def chosen(act: float | None, suggest: float | None) -> Thresholds | None:
    """The thresholds to try; one that is not named is as it is now."""
    if act is None and suggest is None:
        return None
    act = DEFAULT.act if act is None else act
    suggest = min(DEFAULT.suggest, act) if suggest is None else suggest
    if not 0 <= suggest <= act <= 1:
        raise UserError("Thresholds are between 0 and 1, and --suggest is not above --act.")
    return Thresholds(act=act, suggest=suggest)


def _part(part: float) -> Thresholds:
    return Thresholds(act=round(DEFAULT.act * part, 3), suggest=round(DEFAULT.suggest * part, 3))


def as_lines(found: Replayed) -> Iterator[str]:
    """The same as a person reads it."""
    placed = len(found.plays[0].placed)
    yield f"Since {when(found.since)} {plural(found.articles, 'report')} came; {placed} with a text of their own were"
    yield "placed anew. Nothing was posted, and the archive is as it was."
    yield ""
    yield f"{'act':>6} {'suggest':>8} {'stories opened':>15} {'questions':>10}"
    for play in found.plays:
        mark = "  (as it is now)" if play is found.plays[0] else ""
        yield f"{_both(play.thresholds)} {play.opened:>15} {play.asked:>10}{mark}"
    yield from _elsewhere_lines(found)
    yield from _answer_lines(found.answers)


def _elsewhere_lines(found: Replayed) -> Iterator[str]:
    if len(found.plays) != 2:
        return
    yield ""
    yield (
        f"{plural(len(found.elsewhere), 'report')} would be elsewhere:" if found.elsewhere else "No report would move."
    )
    for one in found.elsewhere[:MOST_SHOWN]:
        yield f"- {_headline(one.article)}" + (f", and {one.followed} more with it" if one.followed else "")
        yield f"  now:  {_where(one.was, found.titles)} {one.was.reason}"
        yield f"  then: {_where(one.now, found.titles)} {one.now.reason}"
    if len(found.elsewhere) > MOST_SHOWN:
        yield f"and {len(found.elsewhere) - MOST_SHOWN} more; --json has all of them."


def _answer_lines(answers: Sequence[Answered]) -> Iterator[str]:
    """A table of what people answered; each row of it is the same pairs."""
    one = answers[0]
    same, parted = one.joined + one.asked + one.missed, one.wrongly_joined + one.wrongly_asked + one.apart
    yield ""
    if not same + parted:
        yield "Nobody has said of two reports yet whether they are of one event: press Same story or Another story."
        return
    yield f"What people said of {same + parted} pairs of reports, {same} of one event and {parted} of two:"
    yield f"{'':>15} {'one event:':>10} {'':>14}  {'two events:':>11}"
    heads = " ".join(f"{head:>7}" for head in ("joined", "asked", "missed", "joined", "asked", "apart"))
    yield f"{'act':>6} {'suggest':>8} {heads}"
    for one in answers:
        figures = one.joined, one.asked, one.missed, one.wrongly_joined, one.wrongly_asked, one.apart
        yield f"{_both(one.thresholds)} {' '.join(f'{figure:>7}' for figure in figures)}"


def _both(thresholds: Thresholds) -> str:
    return f"{thresholds.act:>6.3f} {thresholds.suggest:>8.3f}"


def _headline(article: Article) -> str:
    return f"{clip(tidy(article.title or article.id), 90)} ({tidy(article.outlet or NO_OUTLET)}, {when(article.seen)})"


def _where(placed: Placed, titles: dict[str, str]) -> str:
    where = "opens a story" if placed.story == placed.article else f"in “{clip(tidy(titles[placed.story]), 60)}”"
    return f"{where}{' and asks about another' if placed.asked else ''} ({placed.score:.2f})."
