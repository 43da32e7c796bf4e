"""The slash commands: the one table of what can be asked, and the one way to ask it.

Slack's listeners, the rehearsal and `copydesk ask` all come through `ask`, so none of them knows another truth.
"""

from __future__ import annotations

from rapidfuzz import process

from bot.desk import Desk
from bot.errors import UserError
from handlers.answers import Answer, Help
from handlers.commands.asker import Asker, Command
from handlers.commands.conflicts import CONFLICTS
from handlers.commands.copydesk import COPYDESK
from handlers.commands.digest import DIGEST
from handlers.commands.drop import DROP
from handlers.commands.lineage import LINEAGE
from handlers.commands.parsing import clean
from handlers.commands.story import STORY
from handlers.commands.what_changed import WHAT_CHANGED
from handlers.commands.who_said import WHO_SAID

__all__ = ["COMMANDS", "Asker", "Command", "ask"]

COMMANDS: dict[str, Command] = {
    command.name: command for command in (WHO_SAID, WHAT_CHANGED, LINEAGE, CONFLICTS, STORY, DIGEST, DROP, COPYDESK)
}
"""Every slash command by its name, slash included, in the order help lists them."""

# Below this likeness (rapidfuzz, 0 to 100) another command's name is no help.
NEAR_COMMAND = 60


def ask(line: str, desk: Desk, asker: Asker) -> Answer:
    """Answers a line such as `/who-said Maren Halloran`. Raises UserError, in words for whoever typed it, for an
    unknown command, an unclosed quotation mark, an option that means nothing, and the like."""
    name, _, text = line.strip().partition(" ")
    command = COMMANDS.get(name.lower())
    if command is None:
        raise UserError(_unknown(name))
    text = clean(text)
    if text.lower() in ("help", "?") or (command is COPYDESK and not text):
        return _help(command)
    return command.answer(text, desk, asker)


def _help(command: Command) -> Help:
    """One command's page; under /copydesk everybody's."""
    commands = COMMANDS.values() if command is COPYDESK else (command,)
    return Help(line=f"{command.name} help", about=command.name, pages=tuple(one.page for one in commands))


def _unknown(name: str) -> str:
    near = process.extractOne(name.lower(), COMMANDS.keys(), score_cutoff=NEAR_COMMAND)
    known = ", ".join(f"`{command}`" for command in COMMANDS)
    return f"There is no command {name[:40]!r}." + (f" Did you mean `{near[0]}`?" if near else f" There are: {known}.")
