"""`copydesk rehearse`: plays drops as a channel would show them, then takes commands at a prompt.

It is the real app; only Slack's side is stood in for. The archive is a file of its own that goes when the rehearsal
ends, and the time is the play's own: each drop comes when it was published.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from importlib.resources import as_file, files
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.progress import track

from bot.desk import Desk
from bot.errors import UserError
from bot.shapes import LOCAL, Drop
from handlers.commands import COMMANDS
from handlers.drops.files import drops_in_path
from handlers.terminal.prompt import PROMPT, LineCompleter, about, typed_lines
from handlers.terminal.screen import Screen
from handlers.terminal.stage import PlayClock, Stage
from handlers.terminal.standin import CHANNEL, StandIn

OpenDesk = Callable[..., Desk]

# How long after the one before a drop that names no time comes in.
PAUSE = timedelta(minutes=7)

# Where a page says when it was published or changed last; looked for in its head only.
PAGE_TIME = re.compile(r'"article:(modified|published)_time" content="([0-9T:.+Z-]{10,40})"')
PAGE_HEAD = 20_000

# A play goes on for weeks; a drop of the year 1 or 9999 has its time wrong, and calendars end there.
EARLIEST, LATEST = datetime(1900, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)

OWN_WORDS = {
    "press N": "press button [N] of the latest message",
    "press N of M": "press button [N] of message [M]",
    "say TEXT": "post a message in the channel; a link in it is a drop, @copydesk takes a question",
    "channel": "show the channel as it stands now",
    "help": "this page",
    "quit": "end (or Ctrl-D)",
}

INTRODUCTION = (
    "A rehearsal: drops come in as they were published, and below each you see what #newsroom would show. "
    "Nothing leaves this machine, and no archive of yours is touched."
)

EXAMPLES = ("help", "channel", "/digest", "/what-changed", "/story", "/conflicts")


def rehearse(
    open_desk: OpenDesk, paths: Sequence[Path], script: Path | None = None, database_url: str | None = None
) -> int:
    """Plays the drops in these files and folders, or the program's own samples; then takes the script's lines, or
    those typed where standard input is a terminal. `open_desk(database_url, clock)` opens the desk, on the archive
    named or on one that goes when the rehearsal ends. Returns the exit status: 1 where a drop was rejected. Raises
    UserError where the archive is a newsroom's own."""
    typed = _script(script) if script else None
    with ExitStack() as stack:
        folder = stack.enter_context(TemporaryDirectory(prefix="copydesk-rehearsal-", ignore_cleanup_errors=True))
        samples = stack.enter_context(as_file(files("handlers.terminal") / "samples"))
        drops = list(_drops(paths or [samples]))
        clock = PlayClock(next((at for drop in drops if (at := when(drop))), datetime.now(UTC)))
        slack = stack.enter_context(StandIn(clock))
        desk = open_desk(database_url or f"sqlite:///{Path(folder) / 'rehearsal.db'}", clock)
        stack.callback(desk.store.close)
        _refuse_newsrooms(desk)
        rehearsal = Rehearsal(Stage(desk, slack, clock), Screen())
        status = rehearsal.play(_progress(drops))
        rehearsal.talk(_lines(rehearsal, typed))
    return status


def _refuse_newsrooms(desk: Desk) -> None:
    """What a rehearsal tells, it marks as told: in an archive with real channels these would never hear of it."""
    if any(channel.id != CHANNEL for channel in desk.store.channels()):
        raise UserError("This archive belongs to a newsroom's channels. Name a new one for the rehearsal, or none.")


def _drops(paths: Iterable[Path]) -> Iterator[Drop]:
    return chain.from_iterable(drops_in_path(path, workspace=LOCAL, received=datetime.now(UTC)) for path in paths)


def _progress(drops: Sequence[Drop]) -> Iterable[Drop]:
    """A progress bar on standard error, where a person watches it and the play goes elsewhere."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        return drops
    return track(drops, description="Playing", console=Console(stderr=True))


def when(drop: Drop) -> datetime | None:
    """When a drop would have come in: when it was published, or its page was changed last."""
    at = _told_time(drop)
    return at if at and EARLIEST < at < LATEST else None


def _told_time(drop: Drop) -> datetime | None:
    if drop.published or drop.media != "html" or not drop.body:
        return drop.published
    times = [found[2] for found in PAGE_TIME.finditer(drop.body[:PAGE_HEAD])]
    try:
        found = [datetime.fromisoformat(time) for time in times]
    except ValueError:  # a page with its own idea of a time
        return None
    return max((at if at.tzinfo else at.replace(tzinfo=UTC) for at in found), default=None)


class Rehearsal:
    """The play and the talk after it."""

    def __init__(self, stage: Stage, screen: Screen) -> None:
        self.stage, self.screen = stage, screen

    def play(self, drops: Iterable[Drop]) -> int:
        """Every drop in its order, then the next digest."""
        self.screen.line(INTRODUCTION)
        rejected = 0
        for drop in drops:
            self._wait_until(when(drop) or self.stage.clock() + PAUSE)
            rejected |= self._take(drop)
        digest = self.stage.next_digest()
        if digest:
            self._wait_until(digest)
        return rejected

    def _wait_until(self, at: datetime) -> None:
        for happened in self.stage.wait_until(at):
            self.screen.happened(happened)

    def _take(self, drop: Drop) -> int:
        at = self.stage.clock()
        outcomes, happened = self.stage.take(drop)
        for outcome in outcomes:
            article = self.stage.desk.store.article(LOCAL, outcome.article) if outcome.article else None
            self.screen.drop(drop, outcome, article, at)
        self.screen.happened(happened)
        return int(any(outcome.outcome == "rejected" for outcome in outcomes))

    def talk(self, lines: Iterable[str]) -> None:
        """One line after the other, until one says quit."""
        for line in lines:
            if line.strip() in ("quit", "exit"):
                return
            if line.strip():
                self.answer(line.strip())

    def answer(self, line: str) -> None:
        """Shows what one line brings about."""
        word, _, rest = line.partition(" ")
        if word in COMMANDS:
            self.screen.happened(self.stage.command(line))
        elif word == "press":
            self._press(rest)
        elif word == "say" and rest:
            self.screen.happened(self.stage.say(rest))
        elif word == "channel":
            self._channel()
        else:
            self._help(word)

    def _press(self, which: str) -> None:
        numbers = [int(word) for word in which.split() if word.isdecimal()]
        found = self.screen.pressable(numbers[1] if len(numbers) > 1 else None)
        if not numbers or found is None or not 1 <= numbers[0] <= len(found[1]):
            return self.screen.line("There is no such button. A message's buttons are numbered [1], [2] and so on.")
        message, control = found[0], found[1][numbers[0] - 1]
        if control.url:
            self.screen.line(f"opens {control.url}")
        return self.screen.happened(self.stage.press(dict(message), control))

    def _channel(self) -> None:
        """Every story with its thread below it."""
        messages = self.stage.slack.messages
        for top in (one for one in messages if one.get("thread_ts", one["ts"]) == one["ts"]):
            for message in (one for one in messages if top["ts"] in (one["ts"], one.get("thread_ts"))):
                self.screen.message(message)

    def _help(self, word: str) -> None:
        if word != "help":
            self.screen.line(f"“{word}” is no command here.")
        known = {name: command.summary for name, command in COMMANDS.items()} | OWN_WORDS
        for name, summary in known.items():
            self.screen.line(summary, f"{name:16}")

    def buttons(self) -> list[str]:
        """The numbers that `press` takes now."""
        found = self.screen.pressable()
        return [str(number) for number in range(1, len(found[1]) + 1)] if found else []


def _script(script: Path) -> list[str]:
    """Its lines, read before the play begins. Raises UserError where it is no text."""
    try:
        return script.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"The script {script} cannot be read as UTF-8 text.") from error


def _lines(rehearsal: Rehearsal, script: list[str] | None) -> Iterator[str]:
    """The script's lines, each shown as if typed; or a person's."""
    if script is not None:
        return _script_lines(rehearsal.screen, script)
    if not sys.stdin.isatty():
        return iter(())
    rehearsal.screen.line()
    rehearsal.screen.line("The play is over. Type a command, help, or quit; Tab completes, the arrows go back.")
    words = [*COMMANDS, "press", "say", "channel", "help", "quit"]
    completer = LineCompleter(words, about(rehearsal.stage.desk.store, rehearsal.buttons))
    return typed_lines(completer, EXAMPLES)


def _script_lines(screen: Screen, script: Iterable[str]) -> Iterator[str]:
    for line in script:
        if line.strip() and not line.lstrip().startswith("#"):
            screen.line()
            screen.line(f"{PROMPT}{line.strip()}")
            yield line
