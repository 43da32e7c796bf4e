"""One GET over a hostile network: no address inside it, no odd spelling, no slow drip, no bomb.

Every connection, also after a redirect, goes to the very address that was checked: names are resolved once, here.
"""

from __future__ import annotations

import ipaddress
import re
import socket
import ssl
import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import httpcore
import httpx

from bot.errors import FetchRefused
from bot.read.addresses import shown

Resolver = Callable[[str, int], list[str]]
"""A host's name and a port -> its addresses. Raises OSError where there are none."""

MOST_REDIRECTS = 5
PORTS = (80, 443)
REDIRECTS = (301, 302, 303, 307, 308)
READ_SECONDS = 10.0
"For each single read; the time for the whole answer is the caller's."

LONGEST_URL = 4_000
NUMERIC = re.compile(r"(?:^|\.)(?:0x[0-9a-f]*|\d+)$", re.I)
"A host that ends in a number is an address; only the plain spelling (four decimal numbers) is taken."

NAT64 = ipaddress.ip_network("64:ff9b::/96")


@dataclass(frozen=True)
class Answer:
    """A server's answer, its body decompressed."""

    url: str
    "where it came from, after redirects"
    status: int
    headers: httpx.Headers
    body: bytes


@dataclass(frozen=True)
class Limits:
    """What one fetch may take."""

    seconds: float
    bytes: int
    private: bool = False
    "whether addresses inside the network, and any port, are let through"


def resolve(host: str, port: int) -> list[str]:
    """The system's own resolver."""
    return [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def is_public(address: str) -> bool:
    """Whether an address is on the open internet, also by what is wrapped inside it (IPv4 in IPv6 in four ways)."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    inner: Iterable[Any] = ()
    if isinstance(ip, ipaddress.IPv6Address):
        nat64 = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF) if ip in NAT64 else None
        inner = [part for part in (ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ()), nat64) if part]
        if ip.ipv4_mapped:
            return is_public(str(ip.ipv4_mapped))
    public = ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)
    return public and all(is_public(str(part)) for part in inner)


def get(
    url: str,
    limits: Limits,
    headers: dict[str, str],
    resolver: Resolver = resolve,
    secret: str | None = None,
    inside: bool = False,
) -> Answer:
    """GETs `url`, following redirects. Two things hold for the first host alone, never for one it sends on to:
    `secret` is an Authorization it is shown, and `inside` lets it lie inside this network.

    Raises FetchRefused with words for a person.
    """
    deadline = time.monotonic() + limits.seconds
    first = target = checked(url, limits.private or inside)
    for _ in range(MOST_REDIRECTS + 1):
        own = (target.scheme, target.netloc) == (first.scheme, first.netloc)
        sent = headers | ({"Authorization": secret} if secret and own else {})
        allowed = replace(limits, private=limits.private or (inside and own))
        answer = _get_once(target, allowed, sent, resolver, deadline)
        if answer.status not in REDIRECTS or "location" not in answer.headers:
            return answer
        target = checked(_joined(target, answer.headers["location"]), allowed.private)
    raise FetchRefused(f"I cannot fetch {shown(url)}: it was sent on more than {MOST_REDIRECTS} times.")


def checked(url: str, private: bool) -> httpx.URL:
    """An address that may be asked for, as far as its spelling says. Raises FetchRefused."""
    try:
        target = httpx.URL(url) if len(url) <= LONGEST_URL else None
        host = target.raw_host.decode("ascii") if target else ""
    except (httpx.InvalidURL, UnicodeError, ValueError, TypeError) as error:
        raise FetchRefused(f"I cannot fetch {shown(url)}: it is no web address.") from error
    why = _why_not(target, host, private) if target else "its address is too long"
    if why or target is None:
        raise FetchRefused(f"I cannot fetch {shown(url)}: {why}.")
    return target


def _why_not(target: httpx.URL, host: str, private: bool) -> str | None:
    if target.scheme not in ("http", "https"):
        return "only http and https are fetched"
    if target.userinfo:
        return "it carries a name or password"
    if not host:
        return "it names no host"
    if not private and (target.port or PORTS[0]) not in PORTS:
        return "only the usual ports 80 and 443 are asked"
    if NUMERIC.search(host.rstrip(".")) and not _is_plain(host):
        return "it spells an address in an odd way"
    return None


def _is_plain(host: str) -> bool:
    try:
        return str(ipaddress.IPv4Address(host)) == host
    except ValueError:
        return False


def _joined(target: httpx.URL, location: str) -> str:
    try:
        return str(target.join(location))
    except (httpx.InvalidURL, UnicodeError, ValueError) as error:
        raise FetchRefused(f"I cannot fetch {shown(str(target))}: it was sent on to no web address.") from error


def _get_once(
    target: httpx.URL, limits: Limits, headers: dict[str, str], resolver: Resolver, deadline: float
) -> Answer:
    backend = CheckedBackend(resolver, limits.private, deadline, str(target))
    sent = {"Host": target.netloc.decode("ascii"), "Accept-Encoding": "gzip, deflate", "Connection": "close"} | headers
    try:
        with (
            httpcore.ConnectionPool(network_backend=backend, ssl_context=_ssl_context()) as pool,
            pool.stream("GET", _core_url(target), headers=list(sent.items()), extensions=_timeouts(deadline)) as raw,
        ):
            answered = httpx.Headers(raw.headers)
            body = b"" if raw.status in REDIRECTS else _body(raw.iter_stream(), answered, limits.bytes)
            return Answer(str(target), raw.status, answered, body)
    except FetchRefused:
        raise
    except (TooLong, TooMuch, Undecodable) as error:
        raise FetchRefused(f"I cannot fetch {shown(str(target))}: {error}.") from error
    except httpcore.TimeoutException as error:
        raise FetchRefused(f"I cannot fetch {shown(str(target))}: it took too long to answer.") from error
    except (httpcore.NetworkError, httpcore.ProtocolError, ssl.SSLError, OSError) as error:
        raise FetchRefused(f"I cannot fetch {shown(str(target))}: {_words(error)}.") from error


def _words(error: Exception) -> str:
    return "its certificate is not to be trusted" if "CERTIFICATE" in str(error) else "no proper answer came from it"


def _core_url(target: httpx.URL) -> httpcore.URL:
    return httpcore.URL(scheme=target.raw_scheme, host=target.raw_host, port=target.port, target=target.raw_path)


def _timeouts(deadline: float) -> dict[str, Any]:
    left = max(0.1, min(READ_SECONDS, deadline - time.monotonic()))
    return {"timeout": {"connect": left, "read": left, "write": left, "pool": left}}


_CONTEXT: list[ssl.SSLContext] = []


def _ssl_context() -> ssl.SSLContext:
    """Made once: reading the certificates takes longer than many a fetch."""
    if not _CONTEXT:
        _CONTEXT.append(httpx.create_ssl_context(trust_env=False))
    return _CONTEXT[0]


class TooLong(Exception):
    """The time for the whole answer is over."""


class TooMuch(Exception):
    """More bytes than are taken."""


class Undecodable(Exception):
    """A body compressed in a way that was not asked for, or badly."""


def _body(chunks: Iterator[bytes], headers: httpx.Headers, most: int) -> bytes:
    """The body, decompressed no further than `most` bytes."""
    inflate = _inflater(headers.get("content-encoding", "identity").strip().lower())
    body = bytearray()
    try:
        for chunk in chunks:
            body += inflate(chunk, most + 1 - len(body))
            if len(body) > most:
                raise TooMuch(f"it is larger than {most:,} bytes")
    except zlib.error as error:
        raise Undecodable("its compression is broken") from error
    return bytes(body)


def _inflater(encoding: str) -> Callable[[bytes, int], bytes]:
    if encoding in ("", "identity"):
        return lambda chunk, most: chunk
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise Undecodable("it is compressed in a way that was not asked for")
    # 32 + MAX_WBITS takes gzip and zlib by their headers.
    return zlib.decompressobj(32 + zlib.MAX_WBITS).decompress


class CheckedBackend(httpcore.NetworkBackend):
    """Connects to addresses that were checked, and to nothing else."""

    def __init__(self, resolver: Resolver, private: bool, deadline: float, url: str) -> None:
        self._resolver, self._private, self._deadline, self._url = resolver, private, deadline, url
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Any = None,
    ) -> httpcore.NetworkStream:
        """The first of the host's addresses that answers, provided that all of them may be asked."""
        failure: Exception | None = None
        for address in self._addresses(host, port):
            try:
                stream = self._plain.connect_tcp(address, port, _left(self._deadline, timeout), None, socket_options)
                return DeadlineStream(stream, self._deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure or httpcore.ConnectError("no address")

    def _addresses(self, host: str, port: int) -> list[str]:
        try:
            addresses = list(dict.fromkeys(self._resolver(host.strip("[]"), port)))[:4]
        except (OSError, UnicodeError) as error:
            raise FetchRefused(f"I cannot fetch {shown(self._url)}: there is no host of this name.") from error
        if not self._private and not all(is_public(address) for address in addresses):
            raise FetchRefused(f"I cannot fetch {shown(self._url)}: it points inside this network.")
        return addresses


class DeadlineStream(httpcore.NetworkStream):
    """A connection that ends with the time for the whole answer, however slowly its bytes drip."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: float) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _left(self._deadline, timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _left(self._deadline, timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        inner = self._stream.start_tls(ssl_context, server_hostname, _left(self._deadline, timeout))
        return DeadlineStream(inner, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _left(deadline: float, timeout: float | None) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TooLong("it took too long to answer")
    return min(left, timeout if timeout is not None else READ_SECONDS)
