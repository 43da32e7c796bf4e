"""The papers tell the truth: README and docs against the program itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.main import get_command

from handlers.commands import COMMANDS
from handlers.terminal.cli import cli

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def subcommands() -> set[str]:
    return set(get_command(cli).commands)  # type: ignore[attr-defined]


def test_readme_names_every_terminal_command() -> None:
    missing = {name for name in subcommands() if f"copydesk {name}" not in README}
    assert not missing


def test_readme_names_no_terminal_command_that_is_not_there() -> None:
    named = set(re.findall(r"`copydesk ([a-z]+)", README))
    assert named <= subcommands()


def test_readme_names_every_slash_command() -> None:
    missing = {name for name in COMMANDS if f"`{name}" not in README}
    assert not missing


def test_readme_opens_with_the_two_commands() -> None:
    assert README.index("make run") < README.index("make test") < README.index("app.yaml")


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "docs/flow.md", "docs/figures.md"])
def test_every_file_a_page_names_exists(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    named = re.findall(r"`((?:bot|handlers|store|tests|bench|docs)/[\w/.-]+\.(?:py|md|json|yaml))`", text)
    links = [link for link in re.findall(r"\]\(([^)#:]+)\)", text) if not link.startswith("http")]
    base = (ROOT / page).parent
    missing = [path for path in named if not (ROOT / path).exists()]
    missing += [link for link in links if not (base / link).exists()]
    assert not missing


@pytest.mark.parametrize("name", ["run.txt", "dev.txt", "peers.txt"])
def test_pins_name_no_host(name: str) -> None:
    assert "://" not in (ROOT / "requirements" / name).read_text(encoding="utf-8")
