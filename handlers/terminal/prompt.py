"""The rehearsal's prompt: lines with history and completion of commands, people, stories and buttons."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.history import InMemoryHistory

from bot.ports import Store
from bot.shapes import LOCAL

PROMPT = "copydesk> "

Choices = Callable[[], Iterable[str]]


class LineCompleter(Completer):
    """Completes a command's name, then what it is about."""

    def __init__(self, words: Iterable[str], about: dict[str, Choices]) -> None:
        self._words, self._about = tuple(words), about

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:
        line = document.text_before_cursor.lstrip()
        command, space, begun = line.partition(" ")
        choices = self._about[command]() if space and command in self._about else () if space else self._words
        typed = begun if space else command
        for choice in choices:
            if choice.casefold().startswith(typed.casefold()) and choice != typed:
                yield Completion(choice, start_position=-len(typed))


def about(store: Store, buttons: Choices) -> dict[str, Choices]:
    """What each command can be followed by."""

    def people() -> list[str]:
        return [person.name for person in store.people(LOCAL)]

    def stories() -> list[str]:
        return [story.slug for story in store.stories(LOCAL)]

    return {
        "/who-said": people,
        "/what-changed": stories,
        "/lineage": stories,
        "/story": stories,
        "/conflicts": stories,
        "press": buttons,
    }


def typed_lines(completer: Completer, examples: Iterable[str]) -> Iterator[str]:
    """Lines as a person types them, until Ctrl-D; Ctrl-C empties the line. The examples are in the history from the
    start, so that the arrow keys offer something to try; nothing is kept after the rehearsal."""
    history = InMemoryHistory()
    for example in examples:
        history.append_string(example)
    session: PromptSession[str] = PromptSession(history=history, completer=completer, complete_while_typing=False)
    while True:
        try:
            yield session.prompt(PROMPT)
        except KeyboardInterrupt:
            continue
        except EOFError:
            return
