"""The databases of the store's tests."""

from __future__ import annotations

from tests.store.conftest import empty_url, server

__all__ = ["empty_url", "server"]
