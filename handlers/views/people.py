"""Draws what can be put right about who is who: under an answer of /who-said, and after a decision."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handlers.answers import Mending, WhoSaid
from handlers.views import ids
from handlers.views.blocks import Block, Message, actions, button, line, message, rich, section, select, t
from handlers.views.text import clip, tidy

# What is left of an option's 75 characters for a title, the words around it taken off.
LABEL = 75


def people_blocks(answer: WhoSaid) -> Iterator[Block | None]:
    """A question for each two who may be one person; under one person's answer, a way to say that it is not."""
    for pair in answer.may_be_one:
        one, other = (clip(tidy(name), 60) for name in pair.names)
        yield section(f"Are {one} and {other} one person?", "", None)
        value = ids.pair_value(pair.one, pair.other)
        yield actions(button("Same person", ids.PEOPLE_SAME, value), button("Not the same", ids.PEOPLE_NOT, value))
    if answer.person:
        yield actions(button("Not the same person?", ids.PEOPLE_ASK, answer.person))


def mending_view(name: str, choices: Sequence[Mending]) -> Message:
    """What may be wrong with one entry, to choose from."""
    if not choices:
        return message(rich(line(t(f"{name} is quoted once and alone: there is nothing to part or join."))))
    menu = select("Choose what is true", ids.PEOPLE_MEND, [_choice(one) for one in choices])
    return message(rich(line(t("What is true of "), t(clip(tidy(name), 100), "bold"), t("?"))), actions(menu))


def _choice(one: Mending) -> tuple[str, str]:
    return clip(tidy(one.label), LABEL), ids.mend_value(one)


def decided(words: str, undo: str | None) -> Message:
    """What was decided, with a button that takes it back."""
    undoing = actions(button("Undo", ids.PEOPLE_UNDO, undo)) if undo else None
    return message(rich(line(t(words))), undoing)
