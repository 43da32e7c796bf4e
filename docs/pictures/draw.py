"""Draws the story thread of the README: `python docs/pictures/draw.py > thread.html`, then a browser's screenshot.

It plays the first evening of the sample story through the real app, up to its first conflict, and draws the messages
that Slack would have got. A look-alike: Slack draws them its own way.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from itertools import dropwhile
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[2]))

from app import open_desk
from bot.shapes import LOCAL
from handlers.drops.files import drops_in_path
from handlers.terminal.page import page
from handlers.terminal.rehearse import when
from handlers.terminal.stage import PlayClock, Stage
from handlers.terminal.standin import StandIn

SAMPLES = Path(__file__).parents[2] / "handlers" / "terminal" / "samples"
FIRST, LAST = "meridian", "Figures differ"


def main() -> None:
    taken = drops_in_path(SAMPLES, workspace=LOCAL, received=datetime.now(UTC))
    drops = list(dropwhile(lambda drop: not drop.id.startswith(FIRST), taken))
    clock = PlayClock(when(drops[0]) or drops[0].received)
    with StandIn(clock) as slack, TemporaryDirectory() as folder:
        stage = Stage(open_desk(f"sqlite:///{folder}/thread.db", clock), slack, clock)
        for drop in drops:
            clock.move(when(drop) or clock())
            stage.take(drop)
            if any(LAST in message["text"] for message in slack.messages):
                break
        sys.stdout.write(page(slack.messages))


if __name__ == "__main__":
    main()
