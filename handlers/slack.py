"""Builds the Bolt app: the one that Slack talks to, and the same one in rehearsal and in tests."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from slack_bolt import App, BoltContext
from slack_sdk.http_retry.builtin_handlers import RateLimitErrorRetryHandler

from bot.desk import Desk
from handlers import register

Wake = Callable[[], None]


def build_app(
    desk: Desk,
    *,
    token: str,
    signing_secret: str | None = None,
    api_url: str = "https://slack.com/api/",
    wake: Wake = lambda: None,
    process_before_response: bool = False,
) -> App:
    """The app with all its listeners. It makes no call before the first request.

    `signing_secret` is needed for requests over HTTP; without one (Socket Mode verifies none) no request over HTTP
    can be signed rightly. `wake` is called when a drop was kept. `process_before_response` makes `App.dispatch` return
    after the listener instead of before it, so that a test or a rehearsal need not wait. A listener asks for `desk`
    and `wake` by the names of its arguments.
    """

    def hand_in(context: BoltContext, next: Callable[[], None]) -> None:
        """Comes right after the signature was found right: whatever has a desk was sent by Slack."""
        context["desk"], context["wake"] = desk, wake
        next()

    app = App(
        name="copydesk",
        token=token,
        signing_secret=signing_secret or secrets.token_hex(),
        token_verification_enabled=False,
        before_authorize=hand_in,
        process_before_response=process_before_response,
    )

    # Answers to people are few, so their client waits where Slack says so; the teller has one that does not.
    app.client.base_url = f"{api_url.rstrip('/')}/"
    app.client.retry_handlers.append(RateLimitErrorRetryHandler(max_retry_count=2))

    register(app)
    return app
