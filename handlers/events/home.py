"""The app's Home tab: what copydesk does and its commands, the same words as /copydesk help."""

from __future__ import annotations

from typing import Any

from slack_sdk import WebClient

from bot.desk import Desk
from handlers.commands import Asker, ask
from handlers.public import public
from handlers.views import draw
from handlers.workspace import workspace_of


def show_home(body: dict[str, Any], event: dict[str, Any], client: WebClient, desk: Desk) -> None:
    """Drawn anew each time it is opened."""
    asker = Asker(workspace_of(body.get("team_id")), event["channel"], event["user"])
    help_ = public(draw(ask("/copydesk help", desk, asker)))
    client.views_publish(user_id=event["user"], view={"type": "home", "blocks": help_["blocks"]})
