"""What follows from a decision about stories: reports that meet now are held against each other, conflicts whose sides
were parted close, and every message that shows any of it is asked to show it as it stands now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from bot.analyse.conflicts import POSTING_THRESHOLD
from bot.comparing import compare
from bot.ports import Store
from bot.shapes import Channel, Conflict, Decision, Notice
from bot.tell.decisions import card_notice, conflict_notice, decision_notice, question_notice
from bot.tell.notices import card_key, is_told

MOST_COMPARED = 12
"Reports that are held against the others after a merge, the newest: some 20 ms each, and somebody waits."

MOST_REPLIES = 50
"Replies about moved reports that are drawn again."

Before = dict[str, Conflict]
"The conflicts of a decision's stories as they stood before it."


class Following:
    """Follows decisions of one workspace at a time."""

    def __init__(self, store: Store, workspace: str, at: datetime) -> None:
        self.store, self.workspace, self.at = store, workspace, at

    def before(self, decision: Decision) -> Before:
        """To be asked for before the decision is carried out."""
        stories = dict.fromkeys(self._stories(decision))
        return {one.id: one for story in stories for one in self.store.conflicts(self.workspace, story)}

    def follow(self, decision: Decision, moved: Sequence[str], before: Before) -> None:
        """`moved`: the articles that it moved, or that undoing it brought back."""
        closed = [one for one in self._changed(decision, before) if one.status == "resolved"]
        meet = {*moved, *(side.article for conflict in closed for side in conflict.sides)}
        for story in dict.fromkeys(self._stories(decision)):
            self._compare(story, meet)
            self._close_covered(story)
        changed = self._changed(decision, before)
        for channel in self.store.channels(self.workspace):
            self._show(channel, decision, moved)
            self._show_conflicts(channel, changed, before)

    def _stories(self, decision: Decision) -> list[str]:
        """The two it is about; where one is part of the other now, that one."""
        found = (self.store.story(self.workspace, story) for story in (decision.story, decision.other))
        return [story.id for story in found if story]

    def _changed(self, decision: Decision, before: Before) -> list[Conflict]:
        """Those that read otherwise now; one that only went along does not."""
        return [one for one in self.before(decision).values() if not _reads_alike(one, before.get(one.id))]

    def _compare(self, story: str, articles: set[str]) -> None:
        accounts = self.store.accounts(self.workspace, story)
        for account in [account for account in accounts if account.article in articles][-MOST_COMPARED:]:
            compare(self.store, self.workspace, account, [one for one in accounts if one is not account], story)

    def _close_covered(self, story: str) -> None:
        """Closes the conflicts all of whose sides another one has: each of two stories had one about the same thing."""
        open_ = [one for one in self.store.conflicts(self.workspace, story, "open") if one.judged_by is None]
        for one in open_:
            if any(one.kind == other.kind and _places(one) < _places(other) for other in open_):
                self.store.save_conflict(self.workspace, story, one.model_copy(update={"status": "resolved"}))

    # --- messages ------------------------------------------------------------------------------

    def _show(self, channel: Channel, decision: Decision, moved: Sequence[str]) -> None:
        """The cards of both stories, the question, what was decided, and the replies about what was moved."""
        shown = [story for story in (decision.story, decision.other) if self._is_wanted(card_key(channel.id, story))]
        for story in shown:
            self._again(card_key(channel.id, story))
        if decision.status == "done" and channel.follows and shown:
            self._open_card(channel, decision)
            self._want(decision_notice(channel, decision))
        else:
            self._again(decision_notice(channel, decision).key)
        self._again(question_notice(channel, decision).key)
        for article in moved[:MOST_REPLIES] if decision.kind == "move" else ():
            self._again(f"report:{channel.id}:{article}")

    def _open_card(self, channel: Channel, decision: Decision) -> None:
        """The story where the articles are has a card from now on; what waits to be told of a merged one goes there."""
        card = card_notice(channel, decision.story, decision.reason)
        if not self._is_wanted(card.key):
            self._want(card)
        if decision.kind == "merge":
            self.store.move_replies(self.workspace, card_key(channel.id, decision.other), card.key, decision.story)

    def _show_conflicts(self, channel: Channel, changed: Iterable[Conflict], before: Before) -> None:
        for conflict in changed:
            key = f"conflict:{channel.id}:{conflict.id}"
            is_new = is_told(conflict, POSTING_THRESHOLD, False) and not self._is_wanted(key)
            if is_new and channel.follows and self._is_wanted(card_key(channel.id, conflict.story)):
                self._want(conflict_notice(channel, conflict))
            else:
                self._again(key)

    def _is_wanted(self, key: str) -> bool:
        return self.store.posting(self.workspace, key) is not None

    def _again(self, key: str) -> None:
        posting = self.store.posting(self.workspace, key)
        if posting is not None:
            self._want(posting.notice)

    def _want(self, notice: Notice) -> None:
        self.store.want(notice, self.at)


def _places(conflict: Conflict) -> set[tuple[str, int]]:
    return {(side.article, side.start) for side in conflict.sides}


def _reads_alike(now: Conflict, was: Conflict | None) -> bool:
    return was is not None and now == was.model_copy(update={"story": now.story, "key": now.key})
