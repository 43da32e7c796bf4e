"""Bytes to text: what UTF-8 promises, what a page declares, and what cannot be text at all."""

from __future__ import annotations

import codecs
import re

UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
"NUL and lone surrogates: no database takes them. Each is replaced by one character, so offsets stay."

HEAD = 4096
"Browsers look for a declared charset in the first kilobyte; pages with long heads are met generously."

DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})|<\?xml[^>]{0,200}?encoding=["']([\w.:-]{2,40})""",
    re.I,
)

CHARSETS = re.compile(
    r"utf-8|utf-16(-[bl]e)?|cp125\d|iso8859-\d+|koi8-[ru]|gbk|gb2312|gb18030|big5|euc_(jp|kr)|shift_jis|cp932|mac-roman"
)
"The ones the web uses. Python knows more (punycode, idna, unicode_escape); those are slow or not for text."

CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")

MAGIC = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a compressed file",
    b"{\\rtf": "a Rich Text file",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"\x7fELF": "a program",
    b"SQLite format 3": "a database",
}
"What the wrong kinds of file begin with, in words for the person who sent one."


def storable(text: str) -> str:
    """The text with what no database takes replaced, one character for one."""
    return UNSTORABLE.sub("\ufffd", text)


def binary_kind(data: bytes) -> str | None:
    """What kind of file that is not text this is, in words; None for text."""
    for magic, kind in MAGIC.items():
        if data.startswith(magic):
            return kind
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return None
    head = data[:HEAD]
    return "a binary file" if len(CONTROLS.findall(head)) * 20 > len(head) or b"\x00" in head else None


def decode_text(data: bytes) -> tuple[str, str | None]:
    """Text that promises to be UTF-8, every character kept, and what is wrong with it (None: nothing).

    A byte that is not UTF-8 is replaced, so that what arrived can still be looked at.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return storable(data.decode("utf-16", "replace")), None
    try:
        return storable(data.decode("utf-8")), None
    except UnicodeDecodeError as error:
        problem = f"is not UTF-8 text: byte 0x{data[error.start]:02X} at offset {error.start}; save it as UTF-8"
        return storable(data.decode("utf-8", "replace")), problem


def decode_page(data: bytes, charset: str | None = None) -> str:
    """A web page as a browser decodes it: by byte order mark, the header's charset, the page's own, UTF-8, a guess."""
    if data.startswith(codecs.BOM_UTF8):
        return storable(data[3:].decode("utf-8", "replace"))
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return storable(data.decode("utf-16", "replace"))
    declared = _codec(charset) or _declared(data)
    return storable(data.decode(declared or _guessed(data), "replace"))


def _declared(data: bytes) -> str | None:
    found = DECLARED.search(data[:HEAD])
    codec = _codec((found[1] or found[2]).decode("ascii", "replace")) if found else None
    # A page that could be read as ASCII up to here is not UTF-16, whatever it says (the HTML standard's rule).
    return "utf-8" if codec and codec.startswith("utf-16") else codec


def _guessed(data: bytes) -> str:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        from trafilatura.utils import detect_encoding  # where it is needed: it takes long to load

        guesses = (_codec(guess) for guess in detect_encoding(data))
        return next((guess for guess in guesses if guess and guess not in ("utf-8", "ascii")), "cp1252")
    return "utf-8"


def _codec(label: str | None) -> str | None:
    """The codec of a charset's label; Latin-1 is read as Windows-1252, as every browser does."""
    try:
        name = codecs.lookup(label.strip().lower()).name if label else ""
    except (LookupError, ValueError):
        return None
    if name in ("iso8859-1", "ascii"):
        return "cp1252"
    return name if CHARSETS.fullmatch(name) else None
