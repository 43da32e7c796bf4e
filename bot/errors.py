"""Two families: UserError carries words for a person; anything else is ours and goes to the log."""


class UserError(Exception):
    """Something the person can mend. Its message says what is wrong and what to do."""


class FetchRefused(UserError):
    """An address that must not or could not be fetched."""


class BadDrop(UserError):
    """Bytes that hold no drop."""


class StoreError(Exception):
    """The database failed; chained from the driver's own error."""
