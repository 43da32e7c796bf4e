"""Drop -> Report: formats, extraction, furniture marked, offsets kept."""

from bot.read.reading import read

__all__ = ["read"]
