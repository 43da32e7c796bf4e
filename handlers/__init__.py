"""The edges: whatever starts something or answers. `register` is the whole list of what the app listens to;
a test holds it against app.yaml."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from slack_bolt import App


def register(app: App) -> None:
    """Slash commands, events, shortcuts, buttons, and what is said when any of them goes wrong."""
    # Imported here, so that the terminal's commands need not load Slack's libraries before they start.
    from handlers.actions import answers, conflicts, people, stories
    from handlers.asking import answer_command
    from handlers.commands import COMMANDS
    from handlers.events.home import show_home
    from handlers.events.mention import answer_mention, only_once
    from handlers.events.message import keep_drops, show_kept
    from handlers.replies import answer_error
    from handlers.shortcuts.check_article import CHECK_ARTICLE, check_article
    from handlers.views import ids

    for name in COMMANDS:
        app.command(name)(answer_command)

    app.event("message", middleware=[keep_drops])(show_kept)
    app.event("app_mention", middleware=[only_once])(answer_mention)
    app.event("app_home_opened")(show_home)

    app.shortcut(CHECK_ARTICLE)(check_article)

    app.action(ids.SHARE)(answers.share)
    app.action(ids.PAGE)(answers.page)
    app.action(ids.PICK)(answers.pick)
    app.action(ids.AROUND)(answers.around)
    app.action(ids.OPEN)(answers.nothing)
    for decision in conflicts.VERDICTS:
        app.action(decision)(conflicts.decide)
    app.action(ids.PEOPLE_SAME)(people.same)
    app.action(ids.PEOPLE_NOT)(people.not_same)
    app.action(ids.PEOPLE_ASK)(people.ask)
    app.action(ids.PEOPLE_MEND)(people.mend)
    app.action(ids.PEOPLE_UNDO)(people.undo)
    app.action(ids.STORY_SAME)(stories.same)
    app.action(ids.STORY_OTHER)(stories.other)
    app.action(ids.STORY_WRONG)(stories.wrong)
    app.action(ids.STORY_PART)(stories.part)
    app.action(ids.STORY_MOVE)(stories.move)
    app.action(ids.STORY_MERGE)(stories.merge)
    app.action(ids.STORY_UNDO)(stories.undo)
    app.action(ids.STORY_LEAVE)(stories.leave)

    app.error(answer_error)
