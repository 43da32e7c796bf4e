"""A copydesk that dies: the body of a process of its own.

Takes one drop in and tells the channel of it, and kills itself with SIGKILL at the moment named: after a step of
the pipeline, or before or after one of the teller's three calls. Moment `never` lets it live.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from itertools import count
from typing import Any, cast

from slack_sdk import WebClient

from app import open_desk
from bot.ports import Store
from bot.shapes import LOCAL, Channel
from handlers.teller import Teller
from tests.factories import NOON, a_drop, at
from tests.fake_slack import NEWSROOM

BODY = """A grain barge broke loose in the harbour of Velmouth on Monday night and sank a pilot boat.

"We heard a crack like a gunshot," said the harbour master, Ines Calder. "Nobody was aboard."

The company, Northquay Freight, denied that its lines had been frayed. The port said three lines had been frayed
for weeks.
"""


def die_at(moment: str) -> Callable[[str], None]:
    """Called with the name of each moment as it passes; does not come back from the one named."""

    def passed(name: str) -> None:
        if name == moment:
            os.kill(os.getpid(), signal.SIGKILL)

    return passed


class Mortal:
    """Stands before an object and lets moments pass before and after each of its calls named."""

    def __init__(self, inner: Any, calls: tuple[str, ...], passed: Callable[[str], None]) -> None:
        self._inner, self._calls, self._passed = inner, calls, passed

    def __getattr__(self, name: str) -> Any:
        call = getattr(self._inner, name)
        if name not in self._calls:
            return call

        def mortal(*args: Any, **kwargs: Any) -> Any:
            self._passed(f"before {name}")
            answer = call(*args, **kwargs)
            self._passed(f"after {name}")
            return answer

        return mortal


def live_until(moment: str, database: str, api_url: str) -> None:
    """One start of the program: finishes what waits, takes the drop in, tells what is to be told."""
    passed = die_at(moment)
    desk = open_desk(database, lambda: NOON)
    if desk.store.channel(LOCAL, NEWSROOM) is None:
        desk.store.save_channel(Channel(workspace=LOCAL, id=NEWSROOM))
    desk.pipeline.step = passed
    desk.pipeline.finish_waiting()
    desk.pipeline.take(a_drop(id="barge", key="barge", body=BODY, outlet="Velmouth Echo", published=NOON))
    client = Mortal(WebClient(token="xoxb-test", base_url=api_url), ("chat_postMessage",), passed)
    store = Mortal(desk.store, ("begin_posting", "told"), passed)
    minutes = count(10_000)  # each look at the clock is a minute on, so that no pacing holds a message back
    teller = Teller(cast(Store, store), cast(WebClient, client), lambda: at(next(minutes)))
    while teller.deliver():
        pass
    desk.store.close()
