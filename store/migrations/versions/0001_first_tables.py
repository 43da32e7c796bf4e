"""The first tables: the inbox, articles with their versions and index, stories, quotes, conflicts, outbox, channels."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

# As store/tables.py had them at this revision; a migration never imports what changes after it.
TEXT = sa.Text()
DATA = sa.JSON()
TIME = sa.DateTime(timezone=True)
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WAITING = sa.text("outcome IS NULL")
DUE = sa.text("told < wanted AND NOT given_up")


def _need(name: str, kind: Any) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False)


def _link(name: str, table: str, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, NUMBER, sa.ForeignKey(f"{table}.number"), nullable=nullable)


def upgrade() -> None:
    _inbox_and_desk()
    _archive()
    _findings()


def _inbox_and_desk() -> None:
    op.create_table(
        "drops",
        sa.Column("number", NUMBER, primary_key=True),
        _need("workspace", TEXT),
        _need("key", TEXT),
        _need("id", TEXT),
        _need("source", TEXT),
        _need("where", TEXT),
        sa.Column("outlet", TEXT),
        sa.Column("title", TEXT),
        sa.Column("published", TIME),
        sa.Column("url", TEXT),
        _need("media", TEXT),
        sa.Column("body", TEXT),
        sa.Column("problem", TEXT),
        _need("received", TIME),
        sa.Column("asked", DATA),
        sa.Column("outcome", DATA),
        sa.UniqueConstraint("workspace", "key", name="uq_drops_workspace_key"),
    )
    op.create_index(
        "ix_drops_waiting",
        "drops",
        ["received", "number"],
        sqlite_where=sa.text("outcome IS NULL"),
        postgresql_where=sa.text("outcome IS NULL"),
    )
    op.create_table(
        "events",
        _need("workspace", TEXT),
        _need("event", TEXT),
        _need("at", TIME),
        sa.PrimaryKeyConstraint("workspace", "event"),
    )
    op.create_index("ix_events_at", "events", ["at"])
    op.create_table(
        "feeds",
        sa.Column("number", NUMBER, primary_key=True),
        _need("workspace", TEXT),
        _need("url", TEXT),
        _need("url_key", TEXT),
        sa.Column("title", TEXT),
        sa.Column("etag", TEXT),
        sa.Column("modified", TEXT),
        sa.Column("polled", TIME),
        _need("due", TIME),
        _need("failures", sa.Integer()),
        sa.Column("error", TEXT),
        sa.UniqueConstraint("workspace", "url_key", name="uq_feeds_workspace_url_key"),
    )
    op.create_index("ix_feeds_due", "feeds", ["due"])
    op.create_table(
        "channels",
        _need("workspace", TEXT),
        _need("id", TEXT),
        _need("follows", sa.Boolean()),
        sa.Column("digest_at", TEXT),
        _need("days", DATA),
        _need("timezone", TEXT),
        sa.Column("digested", TIME),
        sa.PrimaryKeyConstraint("workspace", "id"),
    )
    op.create_table(
        "outbox",
        sa.Column("number", NUMBER, primary_key=True),
        _need("workspace", TEXT),
        _need("key", TEXT),
        _need("channel", TEXT),
        _need("kind", TEXT),
        _need("subject", TEXT),
        sa.Column("story", TEXT),
        sa.Column("parent", TEXT),
        sa.Column("thread", TEXT),
        _need("why", TEXT),
        _need("wanted", sa.Integer()),
        _need("told", sa.Integer()),
        sa.Column("ts", TEXT),
        _need("sending", sa.Boolean()),
        _need("attempts", sa.Integer()),
        _need("not_before", TIME),
        sa.Column("error", TEXT),
        _need("given_up", sa.Boolean()),
        sa.UniqueConstraint("workspace", "key", name="uq_outbox_workspace_key"),
    )
    op.create_index(
        "ix_outbox_due",
        "outbox",
        ["not_before", "number"],
        sqlite_where=sa.text("told < wanted AND NOT given_up"),
        postgresql_where=sa.text("told < wanted AND NOT given_up"),
    )
    op.create_index("ix_outbox_workspace_channel_ts", "outbox", ["workspace", "channel", "ts"])
    op.create_index("ix_outbox_workspace_parent", "outbox", ["workspace", "parent"])


def _archive() -> None:
    op.create_table(
        "stories",
        sa.Column("number", NUMBER, primary_key=True),
        _need("workspace", TEXT),
        _need("slug", TEXT),
        _need("stem", TEXT),
        _need("title", TEXT),
        _need("first", TIME),
        _need("last", TIME),
        sa.Column("active", TIME),
        _need("articles", sa.Integer()),
        sa.UniqueConstraint("workspace", "slug", name="uq_stories_workspace_slug"),
    )
    op.create_index("ix_stories_workspace_active", "stories", ["workspace", "active"])
    op.create_index("ix_stories_workspace_stem", "stories", ["workspace", "stem"])
    op.create_table(
        "articles",
        sa.Column("number", NUMBER, primary_key=True),
        _need("workspace", TEXT),
        _link("story", "stories"),
        sa.Column("outlet", TEXT),
        sa.Column("title", TEXT),
        sa.Column("published", TIME),
        sa.Column("url", TEXT),
        _need("seen", TIME),
        _need("updated", TIME),
        _need("versions", sa.Integer()),
        _need("outcome", TEXT),
        _link("of", "articles", nullable=True),
        _need("similarity", sa.Float()),
        _need("reason", TEXT),
        _need("drop", TEXT),
        _need("drop_key", TEXT),
        sa.Column("voice", NUMBER),
        sa.Column("latest", NUMBER),
        sa.Column("outlet_key", TEXT),
        sa.Column("canonical_key", TEXT),
        sa.Column("title_key", TEXT),
        _need("terms", DATA),
        _need("when", TIME),
    )
    op.create_index("ix_articles_workspace_drop_key", "articles", ["workspace", "drop_key"])
    op.create_index("ix_articles_workspace_canonical_key", "articles", ["workspace", "canonical_key"])
    op.create_index("ix_articles_workspace_outlet_key_title_key", "articles", ["workspace", "outlet_key", "title_key"])
    op.create_index("ix_articles_workspace_seen", "articles", ["workspace", "seen"])
    op.create_index("ix_articles_workspace_story_seen_number", "articles", ["workspace", "story", "seen", "number"])
    op.create_table(
        "versions",
        sa.Column("number", NUMBER, primary_key=True),
        _need("workspace", TEXT),
        _link("article", "articles"),
        _need("nth", sa.Integer()),
        sa.Column("title", TEXT),
        sa.Column("published", TIME),
        _need("seen", TIME),
        sa.Column("url", TEXT),
        sa.Column("canonical", TEXT),
        sa.Column("byline", TEXT),
        sa.Column("credit", TEXT),
        _need("language", TEXT),
        _need("body", TEXT),
        _need("own_body", sa.Boolean()),
        _need("furniture", DATA),
        _need("exact", TEXT),
        _need("words", sa.Integer()),
        sa.Column("claims", DATA),
        sa.UniqueConstraint("article", "nth", name="uq_versions_article_nth"),
    )
    op.create_index("ix_versions_workspace_exact", "versions", ["workspace", "exact"])
    op.create_table(
        "addresses",
        _need("workspace", TEXT),
        _need("address", TEXT),
        _link("article", "articles"),
        sa.PrimaryKeyConstraint("workspace", "address", "article"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "bands",
        _need("workspace", TEXT),
        _need("band", sa.BigInteger()),
        _link("article", "articles"),
        sa.PrimaryKeyConstraint("workspace", "band", "article"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_bands_article", "bands", ["article"])
    op.create_table(
        "postings",
        _need("workspace", TEXT),
        _need("term", TEXT),
        _link("article", "articles"),
        _need("weight", sa.Float()),
        sa.PrimaryKeyConstraint("workspace", "term", "article"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_postings_article", "postings", ["article"])
    op.create_table(
        "term_counts",
        _need("workspace", TEXT),
        _need("term", TEXT),
        _need("articles", sa.Integer()),
        sa.PrimaryKeyConstraint("workspace", "term"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "story_terms",
        _need("workspace", TEXT),
        _link("story", "stories"),
        _need("term", TEXT),
        _need("weight", sa.Float()),
        sa.PrimaryKeyConstraint("workspace", "story", "term"),
        sqlite_with_rowid=False,
    )


def _findings() -> None:
    op.create_table(
        "people",
        sa.Column("number", NUMBER, primary_key=True),
        _need("workspace", TEXT),
        _need("name", TEXT),
        _need("named", TEXT),
    )
    op.create_table(
        "names",
        sa.Column("number", NUMBER, primary_key=True),
        _need("workspace", TEXT),
        _link("person", "people"),
        _need("name", TEXT),
        _need("surname", TEXT),
        sa.UniqueConstraint("person", "name", name="uq_names_person_name"),
    )
    op.create_index("ix_names_workspace_surname", "names", ["workspace", "surname"])
    op.create_table(
        "utterances",
        sa.Column("number", NUMBER, primary_key=True),
        _need("workspace", TEXT),
        _link("person", "people", nullable=True),
        _link("story", "stories"),
        _need("text", TEXT),
    )
    op.create_index("ix_utterances_workspace_story_person", "utterances", ["workspace", "story", "person"])
    op.create_table(
        "quotes",
        sa.Column("number", NUMBER, primary_key=True),
        _need("workspace", TEXT),
        _link("version", "versions"),
        _link("article", "articles"),
        _link("story", "stories"),
        _link("person", "people", nullable=True),
        _link("utterance", "utterances"),
        _need("current", sa.Boolean()),
        _need("at", TIME),
        _need("seen", TIME),
        sa.Column("outlet_key", TEXT),
        sa.Column("name", TEXT),
        _need("text", TEXT),
        _need("start", sa.Integer()),
        _need("end", sa.Integer()),
        _need("parts", DATA),
        _need("before", TEXT),
        _need("after", TEXT),
        sa.Column("speaker_text", TEXT),
        sa.Column("lead", TEXT),
        _need("kind", TEXT),
        sa.Column("via", TEXT),
        _need("confidence", sa.Float()),
    )
    op.create_index("ix_quotes_article", "quotes", ["article"])
    op.create_index("ix_quotes_utterance", "quotes", ["utterance"])
    op.create_index("ix_quotes_workspace_current_at", "quotes", ["workspace", "current", "at"])
    op.create_index("ix_quotes_workspace_person_current_at", "quotes", ["workspace", "person", "current", "at"])
    op.create_index("ix_quotes_workspace_story_current_at", "quotes", ["workspace", "story", "current", "at"])
    op.create_table(
        "quote_words",
        _need("workspace", TEXT),
        _need("word", TEXT),
        _link("quote", "quotes"),
        sa.PrimaryKeyConstraint("workspace", "word", "quote"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_quote_words_quote", "quote_words", ["quote"])
    op.create_table(
        "conflicts",
        sa.Column("number", NUMBER, primary_key=True),
        _need("workspace", TEXT),
        _link("story", "stories"),
        _need("key", TEXT),
        _need("kind", TEXT),
        _need("status", TEXT),
        _need("summary", TEXT),
        _need("why", TEXT),
        _need("confidence", sa.Float()),
        _need("sides", DATA),
        _need("confirmed", sa.Boolean()),
        sa.Column("judged_by", TEXT),
        sa.Column("judged_at", TIME),
        sa.UniqueConstraint("workspace", "story", "key", name="uq_conflicts_workspace_story_key"),
    )
    op.create_index("ix_conflicts_workspace_status_number", "conflicts", ["workspace", "status", "number"])
    op.create_table(
        "mutes",
        _need("workspace", TEXT),
        _link("story", "stories"),
        _need("kind", TEXT),
        _need("by", TEXT),
        _need("at", TIME),
        sa.PrimaryKeyConstraint("workspace", "story", "kind"),
    )
