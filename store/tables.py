"""Every table. The migrations make them; a test holds the two against each other.

Each row belongs to a workspace: by its name, or in the tables that find articles by its number, which is shorter.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
    text,
)

from store.columns import Data, Key, Number, Packed, PackedData, Utc, Words

REVISION = "0007"
"The migration these tables are made by; a database that has it needs no migrating."

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _number() -> Column[int]:
    return Column("number", Number, primary_key=True)


def _workspace() -> Column[str]:
    return Column("workspace", Key, nullable=False)


def _link(name: str, table: str, nullable: bool = False) -> Column[int]:
    return Column(name, Number, ForeignKey(f"{table}.number"), nullable=nullable)


def _need(name: str, kind: Any) -> Column[Any]:
    return Column(name, kind, nullable=False)


drops = Table(
    "drops",
    metadata,
    _number(),
    _workspace(),
    _need("key", Key),
    _need("id", Words),
    _need("source", Words),
    _need("where", Words),
    Column("outlet", Words),
    Column("title", Words),
    Column("published", Utc),
    Column("url", Words),
    _need("media", Words),
    Column("body", Packed),
    Column("problem", Words),
    _need("received", Utc),
    Column("asked", Data),
    Column("outcome", Data),
    UniqueConstraint("workspace", "key"),
    Index(
        "ix_drops_waiting",
        "received",
        "number",
        sqlite_where=text("outcome IS NULL"),
        postgresql_where=text("outcome IS NULL"),
    ),
)

stories = Table(
    "stories",
    metadata,
    _number(),
    _workspace(),
    _need("slug", Key),
    _need("stem", Key),  # the slug before a number was put behind it
    _need("title", Words),
    _need("first", Utc),
    _need("last", Utc),
    Column("active", Utc),  # when its latest article or version arrived
    _need("articles", Integer),
    Column("into", Number),  # the story that its articles were merged into; empty where it has articles of its own
    UniqueConstraint("workspace", "slug"),
    Index(None, "workspace", "stem"),
    Index(None, "workspace", "active"),
)

articles = Table(
    "articles",
    metadata,
    _number(),
    _workspace(),
    _link("story", "stories"),
    Column("outlet", Words),
    Column("title", Words),
    Column("published", Utc),
    Column("url", Words),
    _need("seen", Utc),
    _need("updated", Utc),  # when its latest version arrived
    _need("versions", Integer),
    _need("outcome", Words),
    _link("of", "articles", nullable=True),
    _need("similarity", Float),
    _need("reason", Words),
    _need("drop", Words),
    _need("drop_key", Key),
    Column("voice", Number),  # the article at the root of its chain of copies; empty where that is itself
    Column("lineage", Words),  # whose text its latest version is, with the next four; outcome is what it first came as
    Column("of_version", Number),  # the version that its text was compared with
    Column("new_share", Float),
    Column("kept_share", Float),
    Column("agency", Words),
    Column("latest", Number),  # its latest version
    Column("outlet_key", Key),
    Column("title_key", Key),
    _need("profile", Data),  # of its latest version
    _need("when", Utc),
    Column("touches", Data),  # the numbers of stories that a round-up speaks of
    Index(None, "workspace", "story", "seen", "number"),
    Index(None, "workspace", "seen"),
    Index(None, "workspace", "drop_key"),
    Index(None, "workspace", "outlet_key", "title_key", "number"),
)

versions = Table(
    "versions",
    metadata,
    _number(),
    _workspace(),
    _link("article", "articles"),
    _need("nth", Integer),
    Column("title", Words),
    Column("published", Utc),
    _need("seen", Utc),
    Column("url", Words),
    Column("canonical", Words),
    Column("byline", Words),
    Column("credit", Words),
    _need("language", Words),
    _need("body", Packed),
    _need("own_body", Boolean),
    _need("furniture", Data),
    _need("exact", Key),
    _need("words", Integer),
    Column("claims", PackedData),
    UniqueConstraint("article", "nth"),
    Index(None, "workspace", "exact", "number"),
)

addresses = Table(
    "addresses",
    metadata,
    _workspace(),
    _need("address", Key),
    _link("article", "articles"),
    PrimaryKeyConstraint("workspace", "address", "article"),
    sqlite_with_rowid=False,
)

workspaces = Table(
    "workspaces",
    metadata,
    _number(),
    _workspace(),
    UniqueConstraint("workspace"),
)

bands = Table(
    "bands",
    metadata,
    Column("workspace", Number, nullable=False),
    _need("band", BigInteger),
    _need("held", LargeBinary),  # the articles whose texts have it: see store/held.py
    PrimaryKeyConstraint("workspace", "band"),
    sqlite_with_rowid=False,
)

terms = Table(
    "terms",
    metadata,
    Column("workspace", Number, nullable=False),
    _need("term", Key),  # the empty term counts all articles
    _need("articles", Integer),  # in how many it stands
    _need("held", LargeBinary),  # the newest of them
    PrimaryKeyConstraint("workspace", "term"),
    sqlite_with_rowid=False,
    postgresql_with={"fillfactor": "70"},  # every article rewrites its terms' rows: room to do so in their place
)

index_edition = Table("index_edition", metadata, Column("edition", Integer, primary_key=True, autoincrement=False))

decisions = Table(
    "decisions",
    metadata,
    _number(),
    _workspace(),
    _need("kind", Words),
    _need("status", Words),
    _link("story", "stories"),
    _link("other", "stories"),
    _link("article", "articles", nullable=True),
    Column("by", Words),  # empty where no person gave it its status
    _need("at", Utc),
    Column("score", Float),
    _need("reason", Words),
    Column("asked", Utc),
    Column("moved", Data),  # what it moved, and from where: what undoing it brings back
    Index(None, "workspace", "story"),
    Index(None, "workspace", "other"),
)

pairs = Table(
    "pairs",
    metadata,
    _number(),
    _workspace(),
    _link("one", "articles"),  # the lower number of the two
    _link("other", "articles"),
    _need("same", Boolean),
    Column("score", Float),
    _link("decision", "decisions"),
    Index(None, "one"),
    Index(None, "other"),
    Index(None, "decision"),
    Index(None, "workspace", "number"),
)

people = Table(
    "people",
    metadata,
    _number(),
    _workspace(),
    _need("name", Words),
    _need("named", Words),
    Column("one", Number),  # whom somebody said they are the same as; empty where they stand for themselves
    Index(None, "one"),
)

names = Table(
    "names",
    metadata,
    _number(),
    _workspace(),
    _link("person", "people"),
    _need("name", Key),
    _need("surname", Key),
    Column("sound", Key),  # what it is found by, however it is spelled; empty where it was kept before 0002
    Column("article", Number),  # where it was first seen
    Column("seen", Integer),  # in how many versions of articles
    UniqueConstraint("person", "name"),
    Index(None, "workspace", "name", "seen"),
    Index(None, "workspace", "sound", "seen"),
    Index(
        "ix_names_before_0002",
        "workspace",
        "surname",
        "seen",
        sqlite_where=text("sound IS NULL"),
        postgresql_where=text("sound IS NULL"),
    ),
)

judgements = Table(
    "judgements",
    metadata,
    _workspace(),
    _link("one", "people"),  # the lower number of the two
    _link("other", "people"),
    _need("same", Boolean),
    Column("by", Words),  # empty where no person decided it
    _need("at", Utc),
    PrimaryKeyConstraint("workspace", "one", "other"),
    Index(None, "workspace", "other"),
)

offices = Table(
    "offices",
    metadata,
    _number(),
    _workspace(),
    _link("person", "people"),
    _need("role", Key),
    _need("place", Key),  # '' where it was not told
    _need("first", Utc),
    _need("last", Utc),
    Column("article", Number),  # where it was first seen
    UniqueConstraint("person", "role", "place"),
    Index(None, "workspace", "role", "last"),
)

utterances = Table(
    "utterances",
    metadata,
    _number(),
    _workspace(),
    _link("person", "people", nullable=True),
    _link("story", "stories"),
    _need("text", Words),
    Index(None, "workspace", "story", "person"),
)

quotes = Table(
    "quotes",
    metadata,
    _number(),
    _workspace(),
    _link("version", "versions"),
    _link("article", "articles"),
    _link("story", "stories"),
    _link("person", "people", nullable=True),
    _link("utterance", "utterances"),
    _need("current", Boolean),  # whether it stands in its article's latest version
    _need("at", Utc),  # publication, or arrival where that is not known
    _need("seen", Utc),
    Column("outlet_key", Key),
    Column("name", Words),
    _need("text", Words),
    _need("start", Integer),
    _need("end", Integer),
    _need("parts", Data),
    Column("speaker_text", Words),
    Column("lead", Words),  # from its cue up to it
    _need("kind", Words),
    Column("via", Words),
    _need("confidence", Float),
    Column("why", Words),  # what makes it this person's, where the report does not name them in full
    Index(None, "article"),
    Index(None, "utterance"),
    Index(None, "workspace", "story", "current", "at"),
    Index(None, "workspace", "person", "current", "at"),
    Index(None, "workspace", "current", "at"),
)

quote_words = Table(
    "quote_words",
    metadata,
    _workspace(),
    _need("word", Key),
    _link("quote", "quotes"),
    PrimaryKeyConstraint("workspace", "word", "quote"),
    sqlite_with_rowid=False,
)

conflicts = Table(
    "conflicts",
    metadata,
    _number(),
    _workspace(),
    _link("story", "stories"),
    _need("key", Key),
    _need("kind", Words),
    _need("status", Key),
    _need("summary", Words),
    _need("why", Words),
    _need("confidence", Float),
    _need("sides", Data),
    _need("confirmed", Boolean),
    Column("judged_by", Words),
    Column("judged_at", Utc),
    UniqueConstraint("workspace", "story", "key"),
    Index(None, "workspace", "status", "number"),
)

mutes = Table(
    "mutes",
    metadata,
    _workspace(),
    _link("story", "stories"),
    _need("kind", Key),
    _need("by", Words),
    _need("at", Utc),
    PrimaryKeyConstraint("workspace", "story", "kind"),
)

channels = Table(
    "channels",
    metadata,
    _workspace(),
    _need("id", Key),
    _need("follows", Boolean),
    Column("digest_at", Words),
    _need("days", Data),
    _need("timezone", Words),
    Column("digested", Utc),
    PrimaryKeyConstraint("workspace", "id"),
)

_DUE = "told < wanted AND NOT given_up"

outbox = Table(
    "outbox",
    metadata,
    _number(),
    _workspace(),
    _need("key", Key),
    _need("channel", Key),
    _need("kind", Words),
    _need("subject", Words),
    Column("story", Words),
    Column("parent", Key),
    Column("thread", Words),
    _need("why", Words),
    _need("wanted", Integer),
    _need("told", Integer),
    Column("ts", Key),
    _need("sending", Boolean),
    _need("attempts", Integer),
    _need("not_before", Utc),
    Column("error", Words),
    _need("given_up", Boolean),
    UniqueConstraint("workspace", "key"),
    Index("ix_outbox_due", "not_before", "number", sqlite_where=text(_DUE), postgresql_where=text(_DUE)),
    Index(None, "workspace", "channel", "ts"),
    Index(None, "workspace", "parent"),
)

feeds = Table(
    "feeds",
    metadata,
    _number(),
    _workspace(),
    _need("url", Words),
    _need("url_key", Key),
    Column("title", Words),
    Column("etag", Words),
    Column("modified", Words),
    Column("polled", Utc),
    _need("due", Utc),
    _need("failures", Integer),
    Column("error", Words),
    Column("shown", Data),  # item -> print at the last poll; empty where it was kept before 0006
    UniqueConstraint("workspace", "url_key"),
    Index(None, "due"),
)

events = Table(
    "events",
    metadata,
    _workspace(),
    _need("event", Key),
    _need("at", Utc),
    PrimaryKeyConstraint("workspace", "event"),
    Index(None, "at"),
)
