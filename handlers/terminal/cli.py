"""The `copydesk` command: every subcommand of the contract, its flags and its exit status.

Data goes to standard output, everything else to standard error. Exit status: 0 done, 1 some input was
rejected, 2 wrong usage (or a database that cannot be used).
"""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import structlog
import typer

from bot.desk import Desk
from bot.errors import StoreError, UserError
from bot.settings import Settings, read_settings
from bot.shapes import LOCAL
from handlers.commands import Asker, ask
from handlers.commands.times import since_when
from handlers.terminal import paper
from handlers.terminal.export import FIELDS, PAIR_FIELDS, as_csv, pair_rows, rows
from handlers.terminal.ingest import ingest, quote_lines
from handlers.terminal.replay import as_lines, replay
from handlers.views import draw

OpenDesk = Callable[..., Desk]

Database = Annotated[
    str | None,
    typer.Option("--db", metavar="URL", help="SQLAlchemy URL of the archive.", envvar="COPYDESK_DATABASE_URL"),
]
Unused = Annotated[
    str | None,
    typer.Option("--db", metavar="URL", help="Taken, as by every command; this one opens no archive."),
]
OwnDatabase = Annotated[
    str | None,
    typer.Option("--db", metavar="URL", help="A new archive that stays, in place of one that goes with the rehearsal."),
]
Paths = Annotated[list[Path], typer.Argument(exists=True, metavar="PATH...", help="Files or folders of drops.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")]
AsBlocks = Annotated[bool, typer.Option("--blocks", help="Print the exact Block Kit payload Slack would get.")]


cli = typer.Typer(
    name="copydesk",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def program(open_desk: OpenDesk) -> None:
    """Runs the command line over desks that `open_desk(database_url)` opens."""
    cli(obj=open_desk)


@cli.callback()
def start() -> None:
    """Reads the news with the newsroom: who said what, what changed, who contradicts whom."""
    with _user_errors():
        _log_to_stderr(read_settings().log_level)


@cli.command("run")
def run(
    context: typer.Context,
    db: Database = None,
    or_rehearse: Annotated[bool, typer.Option(help="Rehearse where Slack tokens are missing.")] = False,
) -> None:
    """The Slack app, with its schedule."""
    missing = missing_tokens(read_settings())
    if missing and or_rehearse:
        _say(f"No {' and no '.join(missing)} is set, so this is the rehearsal.")
        raise typer.Exit(_rehearse(context.obj, [], None))
    if missing:
        _say(f"Set {' and '.join(missing)} (README, 'Into your workspace'), or try: copydesk rehearse")
        raise typer.Exit(2)
    with _desk(context.obj, db) as desk:
        importlib.import_module("handlers.serve").run(desk)


@cli.command("rehearse")
def rehearse(
    context: typer.Context,
    paths: Annotated[list[Path] | None, typer.Argument(exists=True, metavar="[PATH...]")] = None,
    script: Annotated[Path | None, typer.Option(exists=True, dir_okay=False, metavar="FILE")] = None,
    db: OwnDatabase = None,
) -> None:
    """The same app with a desk on this machine in place of Slack."""
    raise typer.Exit(_rehearse(context.obj, paths or [], script, db))


@cli.command("ingest")
def ingest_(context: typer.Context, paths: Paths, db: Database = None) -> None:
    """Take drops in; prints one JSON line a drop."""
    with _desk(context.obj, db) as desk:
        raise typer.Exit(ingest(desk, paths))


@cli.command("ask")
def ask_(
    context: typer.Context,
    line: Annotated[str, typer.Argument(metavar="COMMAND", help='Such as "/who-said Ash Carter".')],
    as_json: AsJson = False,
    as_blocks: AsBlocks = False,
    db: Database = None,
    channel: Annotated[str | None, typer.Option(help="Ask as if from this channel.", metavar="ID")] = None,
) -> None:
    """Answer one slash command."""
    with _desk(context.obj, db) as desk:
        _print(ask(line, desk, Asker(workspace=LOCAL, channel=channel, user=None)), as_json, as_blocks)


@cli.command("quotes")
def quotes(paths: Paths, db: Unused = None) -> None:
    """Read drops and print their quotes, one JSON line a drop; touches no store."""
    raise typer.Exit(quote_lines(paths))


@cli.command("digest")
def digest(
    context: typer.Context,
    since: Annotated[str, typer.Option(metavar="TIME", help="Such as 24h, 7d or 2026-10-06.")] = "24h",
    as_json: AsJson = False,
    as_blocks: AsBlocks = False,
    db: Database = None,
) -> None:
    """Print the digest that would be posted now."""
    with _desk(context.obj, db) as desk:
        answer = ask(f"/digest since {since}", desk, Asker(workspace=LOCAL, channel=None, user=None))
        _print(answer, as_json, as_blocks)


@cli.command("export")
def export(
    context: typer.Context,
    since: Annotated[str | None, typer.Option(metavar="TIME", help="Such as 7d.")] = None,
    csv: Annotated[bool, typer.Option("--csv")] = False,
    pairs: Annotated[bool, typer.Option("--pairs", help="What people said of pairs of articles instead.")] = False,
    db: Database = None,
) -> None:
    """Every article kept, one JSON line each, with its state as it stands now."""
    with _desk(context.obj, db) as desk:
        fields, lines = (PAIR_FIELDS, pair_rows(desk, since)) if pairs else (FIELDS, rows(desk, since))
        if csv:
            as_csv(lines, fields, sys.stdout)
        else:
            for line in lines:
                print(json.dumps(line, ensure_ascii=False))


@cli.command("replay")
def replay_(
    context: typer.Context,
    since: Annotated[str, typer.Option(metavar="TIME", help="Such as 7d or 2026-10-06.")] = "7d",
    days: Annotated[int | None, typer.Option(min=1, metavar="N", help="The same in days.")] = None,
    act: Annotated[float | None, typer.Option(metavar="X", help="From this likeness a report is put in.")] = None,
    suggest: Annotated[float | None, typer.Option(metavar="Y", help="From this likeness an editor is asked.")] = None,
    as_json: AsJson = False,
    db: Database = None,
) -> None:
    """Show what other thresholds would have done to the last days; posts and writes nothing."""
    with _desk(context.obj, db) as desk, _desk(context.obj, "sqlite://") as scratch:
        start = since_when(f"{days}d" if days else since, desk.clock())
        found = replay(desk, scratch, start, act, suggest)
        if as_json:
            print(found.model_dump_json())
        else:
            for line in as_lines(found):
                print(line)


@cli.command("bench")
def bench(name: Annotated[str, typer.Argument(metavar="NAME")], db: Unused = None) -> None:
    """Run one of the project's benchmarks and print its figures as JSON."""
    with _user_errors():
        print(json.dumps(_benchmark(name)(), indent=2, ensure_ascii=False))


def missing_tokens(settings: Settings) -> list[str]:
    """The Slack settings without which `run` cannot start, by the names people set them by."""
    needed = {"SLACK_BOT_TOKEN": settings.slack_bot_token}
    if settings.http_port:
        needed["SLACK_SIGNING_SECRET"] = settings.slack_signing_secret
    else:
        needed["SLACK_APP_TOKEN"] = settings.slack_app_token
    return [name for name, value in needed.items() if value is None]


def _rehearse(open_desk: OpenDesk, paths: list[Path], script: Path | None, db: str | None = None) -> int:
    with _user_errors():
        return int(importlib.import_module("handlers.terminal.rehearse").rehearse(open_desk, paths, script, db))


def _print(answer: Any, as_json: bool, as_blocks: bool) -> None:
    """An answer as its contract's JSON, as Slack's payload, or as a person reads it."""
    if as_json:
        print(json.dumps(answer.contract(), ensure_ascii=False))
    elif as_blocks:
        print(json.dumps(draw(answer), ensure_ascii=False))
    else:
        print(paper.render(draw(answer)))


def _benchmark(name: str) -> Callable[[], dict[str, Any]]:
    """A benchmark's `run`. Raises UserError where there is none of this name."""
    bench = Path(importlib.import_module("bench").__path__[0])
    names = sorted(file.stem for file in bench.glob("[a-z]*.py") if "def run(" in file.read_text(encoding="utf-8"))
    if name not in names:
        raise UserError(f"There is no benchmark {name!r}; there are: {', '.join(names)}")
    try:
        run: Callable[[], dict[str, Any]] = importlib.import_module(f"bench.{name}").run
    except ModuleNotFoundError as missing:  # a peer to measure beside, which only the tests' tools bring
        raise UserError(f"This benchmark needs {missing.name}; `make test` installs it.") from missing
    return run


@contextmanager
def _desk(open_desk: OpenDesk, db: str | None) -> Iterator[Desk]:
    with _user_errors():
        desk = open_desk(db)
        try:
            yield desk
        finally:
            desk.store.close()


@contextmanager
def _user_errors() -> Iterator[None]:
    """A person's mistake ends in a line that says what to do, never in a traceback."""
    try:
        yield
    except UserError as mistake:
        _say(str(mistake))
        raise typer.Exit(2) from mistake
    except StoreError as failure:
        what = str(failure).partition("\n")[0]  # the lines below it are SQL
        _say(f"The archive cannot be used: {what}. Check --db or COPYDESK_DATABASE_URL.")
        raise typer.Exit(2) from failure


def _say(words: str) -> None:
    print(f"copydesk: {words}", file=sys.stderr)


def _log_to_stderr(level: str) -> None:
    """One line an event. Tracebacks are plain: a pretty one prints local variables, and tokens are among them."""
    renderer = structlog.dev.ConsoleRenderer(
        colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
    )
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
