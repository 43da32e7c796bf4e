"""`/digest`: the digest that would be told now."""

from __future__ import annotations

from bot.desk import Desk
from bot.errors import UserError
from handlers.answers import Answer, DigestAnswer
from handlers.commands.asker import Asker, Command
from handlers.commands.parsing import read_request
from handlers.commands.times import since_when
from handlers.digests import detailed, gather

A_DAY = "24h"


def answer(text: str, desk: Desk, asker: Asker) -> Answer:
    """What came since then; a day's worth unless told otherwise."""
    request = read_request(text, ("since",))
    if request.words:
        raise UserError(f"`/digest` takes only a time, such as `/digest since 7d`, and not “{request.subject[:60]}”.")
    since, now = request.options.get("since", A_DAY), desk.clock()
    found = gather(desk.store, asker.workspace, since_when(since, now), now)
    digest = detailed(desk.store, asker.workspace, found)
    note = "" if digest.entries else _nothing(desk, asker)
    return DigestAnswer(line=f"/digest since {since}", note=note, digest=digest)


def _nothing(desk: Desk, asker: Asker) -> str:
    last = next(iter(desk.store.stories(asker.workspace, limit=1)), None)
    if last is None:
        return "Nothing is kept yet. Post a link or a file, or type /drop, and the next digest has something to tell."
    return f"Nothing came in this time. The latest story, “{last.title}”, is of {last.last.day} {last.last:%b %Y}."


DIGEST = Command(
    name="/digest",
    summary="What is new, as the digest would tell it now",
    usage=("/digest", "/digest since 7d", "/digest since 2026-10-01"),
    answer=answer,
)
