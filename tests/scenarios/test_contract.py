"""The command line's contract, held from outside: its commands, their exit status, and the JSON they print.

Every span is looked up in the body its drop was given with; one that shows other words is a lie told to an editor.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import structlog
from typer.testing import CliRunner

from app import main, open_desk
from bot import __main__ as module
from handlers.terminal.cli import cli

FIRST = (
    "\ufeff“We lost the ferry within a minute,” harbour master Anwen Pryce told reporters. “Nobody saw the tug.”"
    "\r\n\r\n"
    "Five people were killed when the ferry Fair Isolde sank off Quillhaven on Monday, police said. 👩‍👩‍👧"
    " e\u0301\r\n\r\n"
    "The ferry company said the collision was an accident.\r\n"
)
SECOND = (
    "“We lost the ferry within two minutes,” harbour master Anwen Pryce said on the quay at Quillhaven.\n\n"
    "Eight people were killed when the ferry Fair Isolde sank off Quillhaven on Monday, the coastguard said.\n\n"
    "Gareth Mostyn, a prosecutor, said the collision was deliberate.\n"
)
LATER = FIRST.replace("Five people", "Six people") + "\r\nDivers went down to the wreck on Tuesday morning.\r\n"

BODIES = {"d1": FIRST, "d2": SECOND, "d3": LATER}
PLACES = {"d1": ("Coast One", "20:00"), "d2": ("Evening Beacon", "20:30"), "d3": ("Coast One", "22:00")}

OUTCOME = ["drop", "article", "outcome", "of", "similarity", "story", "conflicts", "reason"]
OUTCOMES = {"new", "duplicate", "copy", "revision", "rewrite", "rejected"}
LINEAGE = ["lineage", "new"]
EXPORTED = [*OUTCOME, "outlet", "title", "published", "url", "versions", *LINEAGE, "root", "agency"]
QUOTE = {"content", "speaker", "cue", "name", "kind", "via", "confidence"}
REPORT = {"article", "outlet", "url", "published", "text", "start", "end", "via", "differs"}
CHANGES = {
    "headline", "added", "removed", "reworded", "number", "quote-added", "quote-removed", "quote-reworded",
    "attribution", "correction",
}  # fmt: skip
CONFLICTS = {"number", "date", "place", "denial", "opposite", "speaker", "wording"}
STATUS = {"open", "dismissed", "resolved", "superseded"}
CONFLICT = {"id", "kind", "status", "story", "summary", "why", "confidence", "sides"}
SIDE = {"article", "outlet", "published", "text", "start", "end", "says"}

Result = Any  # typer gives that of the click it carries
Run = Callable[..., Result]


def line(drop: str) -> str:
    outlet, hour = PLACES[drop]
    fields = {"id": drop, "outlet": outlet, "title": "Ferry Fair Isolde sinks off Quillhaven", "text": BODIES[drop]}
    url = f"https://{outlet.replace(' ', '').lower()}.example/ferry"
    return json.dumps(fields | {"published": f"2026-11-23T{hour}:00Z", "url": url})


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """The program, each command over one archive that holds the three drops."""
    folder = tmp_path_factory.mktemp("contract")
    (folder / "drops.jsonl").write_text("\n".join(map(line, BODIES)), encoding="utf-8")
    runner = CliRunner()

    def run(command: str, *words: str) -> Result:
        return runner.invoke(cli, [command, "--db", f"sqlite:///{folder / 'desk.db'}", *words], obj=open_desk)

    assert run("ingest", str(folder / "drops.jsonl")).exit_code == 0
    return run


@pytest.fixture(autouse=True)
def log() -> Iterator[None]:
    """The program sets its log up for a process of its own, which a test is not."""
    yield
    structlog.reset_defaults()


def lines(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def answer(run: Run, *words: str) -> dict[str, Any]:
    result = run("ask", "--json", *words)
    assert result.exit_code == 0, result.stderr
    return dict(json.loads(result.stdout))


def shown(article: str, run: Run) -> list[str]:
    """The bodies that an article's spans may count in: those of all its versions."""
    drops = {row["article"]: row["outlet"] for row in lines(run("export"))}
    return [body for drop, body in BODIES.items() if PLACES[drop][0] == drops[article]]


def test_ingest_prints_a_line_a_drop_and_names_what_is_rejected(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "more.jsonl"
    file.write_text(f"{line('d1')}\n{{broken\n{line('d2')}\n", encoding="utf-8")
    result = run("ingest", str(file))
    printed = lines(result)
    assert [list(row) for row in printed] == [[*OUTCOME, *LINEAGE]] * 3
    assert [row["outcome"] for row in printed] == ["duplicate", "rejected", "duplicate"]
    assert all(0 <= row["similarity"] <= 1 and row["reason"] for row in printed)
    assert (result.exit_code, "rejected more#2" in result.stderr) == (1, True)


def test_export_prints_every_article_as_it_stands(run: Run) -> None:
    rows = lines(run("export"))
    assert [list(row) for row in rows] == [EXPORTED] * 2
    assert {row["outlet"]: row["versions"] for row in rows} == {"Coast One": 2, "Evening Beacon": 1}
    assert {row["outcome"] for row in rows} <= OUTCOMES
    assert lines(run("export", "--since", "7d")) == rows
    assert run("export", "--csv").stdout.splitlines()[0].split(",") == EXPORTED


def test_quotes_carry_spans_of_the_body_and_touch_no_store(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "first.txt"
    file.write_bytes(FIRST.encode())
    (printed,) = lines(run("quotes", str(file)))
    assert printed["doc"] == "first"
    direct = next(quote for quote in printed["quotes"] if quote["kind"] == "direct")
    assert direct.keys() >= QUOTE
    assert [FIRST[start:end] for start, end in direct["content"]] == [
        "“We lost the ferry within a minute,”",
        "“Nobody saw the tug.”",
    ]
    assert (FIRST[slice(*direct["cue"])], direct["name"]) == ("told", "Anwen Pryce")
    assert len(lines(run("export"))) == 2


@pytest.mark.parametrize("asked", ["Anwen Pryce", "Pryce", '"lost the ferry within"', "Pryce in Coast One since 30d"])
def test_who_said_shows_each_report_at_its_words(run: Run, asked: str) -> None:
    said = answer(run, f"/who-said {asked}")
    assert said.keys() >= {"command", "speaker", "candidates", "utterances"}
    assert said["utterances"]
    speakers = [said["speaker"]] if said["speaker"] else [one["speaker"] for one in said["utterances"]]
    assert {speaker["name"] for speaker in speakers} == {"Anwen Pryce"}
    reports = [report for one in said["utterances"] for report in one["reports"]]
    assert all(report.keys() >= REPORT for report in reports)
    for report in reports:
        assert report["text"] in [body[report["start"] : report["end"]] for body in shown(report["article"], run)]


def test_what_changed_names_each_change(run: Run) -> None:
    changed = answer(run, "/what-changed https://coastone.example/ferry")
    assert changed.keys() >= {"command", "story", "articles", "changes"}
    assert [article["versions"] for article in changed["articles"]] == [2]
    assert {change["kind"] for change in changed["changes"]} & {"number", "added"}
    for change in changed["changes"]:
        assert change.keys() >= {"kind", "before", "after", "reports", "matters"}
        assert change["kind"] in CHANGES
    assert answer(run, f"/what-changed {changed['story']} Coast One vs Evening Beacon")["changes"]


def test_conflicts_show_each_side_at_its_words(run: Run) -> None:
    found = answer(run, "/conflicts")
    assert found["conflicts"]
    for conflict in found["conflicts"]:
        assert conflict.keys() >= CONFLICT
        assert (conflict["kind"] in CONFLICTS, conflict["status"] in STATUS) == (True, True)
        assert 0 <= conflict["confidence"] <= 1
        for side in conflict["sides"]:
            assert side.keys() >= SIDE
            assert side["text"] in [body[side["start"] : side["end"]] for body in shown(side["article"], run)]
    assert answer(run, f"/conflicts {found['conflicts'][0]['story']}")["conflicts"] == found["conflicts"]


@pytest.mark.parametrize("asked", ["/who-said Pryce", "/what-changed s1", "/conflicts", "/story s1", "/digest"])
def test_blocks_are_the_payload_that_slack_gets(run: Run, asked: str) -> None:
    payload = json.loads(run("ask", "--blocks", asked).stdout)
    assert payload["text"]
    assert all(block["type"] for block in payload["blocks"])


def test_the_digest_is_printed_in_three_ways(run: Run) -> None:
    assert "Quillhaven" in run("digest").stdout
    assert json.loads(run("digest", "--json", "--since", "24h").stdout)["command"] == "digest"
    assert json.loads(run("digest", "--blocks").stdout)["blocks"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("ask", '/who-said "lost the'), "not closed"),
        (("ask", "/who-says Pryce"), "/who-said"),
        (("ask", "/copydesk digest 08:30 weekdays Mars/Olympus", "--channel", "C1"), "no time zone"),
        (("digest", "--since", "whenever"), "no time I know"),
        (("export", "--since", "whenever"), "no time I know"),
        (("ingest", "no-such-file.txt"), "does not exist"),
        (("bench", "no-such-benchmark"), "There is no benchmark"),
        (("run",), "copydesk rehearse"),
    ],
    ids=lambda words: words[0] if isinstance(words, tuple) else None,
)
def test_wrong_usage_says_what_to_do_on_standard_error(run: Run, words: tuple[str, ...], says: str) -> None:
    result = run(*words)
    assert (result.exit_code, result.stdout, says in result.stderr) == (2, "", True), result.stderr


def test_every_command_takes_a_database() -> None:
    runner = CliRunner()
    for command in ("run", "rehearse", "ingest", "ask", "quotes", "digest", "export", "replay", "bench"):
        assert "--db" in runner.invoke(cli, [command, "--help"], obj=open_desk).stdout, command


def test_the_module_is_the_same_program() -> None:
    assert vars(module)["main"] is main


@pytest.mark.parametrize("command", ["export", "rehearse"])
@pytest.mark.parametrize("address", ["nonsense", "mysql://x/y"])
def test_an_archive_that_cannot_be_used_is_named_in_one_line(run: Run, command: str, address: str) -> None:
    result = run(command, "--db", address)
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1), result.stderr
