"""The fetcher: what it brings from a server on this machine, and everything it refuses."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from bot.errors import BadDrop, FetchRefused
from bot.settings import Settings
from handlers.fetcher import SafeFetcher
from handlers.network import is_public
from tests.factories import a_drop

PAGE = b"<html><body><p>A crane fell in Port Ellery, caf\xe9.</p></body></html>"


class Site:
    """A web server on this machine, whose pages are a table: path -> (status, headers, body)."""

    def __init__(self) -> None:
        self.pages: dict[str, tuple[int, dict[str, str], bytes]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append((self.path, dict(self.headers)))
                status, headers, body = site.pages.get(self.path, (404, {}, b""))
                self.send_response(status)
                for name, value in ({"Content-Type": "text/html", "Content-Length": str(len(body))} | headers).items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    yield site
    site.close()


def fetcher(site: Site | None = None, **fields: Any) -> SafeFetcher:
    """One that may ask this machine where a site is given, and finds every name there."""
    given = {"allow_private_addresses": site is not None, "fetch_timeout_seconds": 5} | fields
    return SafeFetcher(
        Settings(_env_file=None, **given), lambda workspace: f"xoxb-{workspace}", lambda host, port: ["127.0.0.1"]
    )


def refusal(of: SafeFetcher, url: str) -> str:
    with pytest.raises(FetchRefused) as refused:
        of.page(url)
    return str(refused.value)


# --- what it brings --------------------------------------------------------------------------


def test_a_page_is_decoded_by_the_charset_of_its_header(site: Site) -> None:
    site.pages["/a"] = (200, {"Content-Type": "text/html; charset=iso-8859-1"}, PAGE)
    page = fetcher(site).page(f"{site.url}/a")
    assert (page.media, page.url) == ("html", f"{site.url}/a")
    assert "caf\u00e9" in page.body
    assert site.asked[0][1]["User-Agent"] == "copydesk/0.1 (+newsroom bot)"


def test_the_host_is_asked_by_its_own_name_at_the_address_that_was_checked(site: Site) -> None:
    port = site.url.rpartition(":")[2]
    site.pages["/a"] = (200, {}, PAGE)
    fetcher(site).page(f"http://dispatch.example:{port}/a")
    assert site.asked[0][1]["Host"] == f"dispatch.example:{port}"


def test_redirects_are_followed(site: Site) -> None:
    site.pages |= {"/a": (301, {"Location": "/b"}, b""), "/b": (200, {}, PAGE)}
    assert fetcher(site).page(f"{site.url}/a").url == f"{site.url}/b"


def test_a_compressed_page_is_opened(site: Site) -> None:
    site.pages["/a"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(PAGE))
    assert "crane fell" in fetcher(site).page(f"{site.url}/a").body


def test_a_link_becomes_its_page_and_keeps_its_key(site: Site) -> None:
    site.pages |= {"/a": (302, {"Location": "/b"}, b""), "/b": (200, {}, PAGE)}
    drop = a_drop(source="link", key="link:a", where=f"{site.url}/a", url=f"{site.url}/a", body=None)
    (filled,) = fetcher(site).contents(drop)
    assert (filled.key, filled.media, filled.url) == ("link:a", "html", f"{site.url}/b")
    assert "crane fell" in (filled.body or "")


def test_a_link_to_a_feed_is_refused_in_words(site: Site) -> None:
    site.pages["/f"] = (200, {"Content-Type": "text/xml"}, b'<rss version="2.0"><channel/></rss>')
    drop = a_drop(source="link", where=f"{site.url}/f", url=f"{site.url}/f", body=None)
    with pytest.raises(BadDrop, match="It is a feed, not an article"):
        fetcher(site).contents(drop)


def test_an_upload_is_fetched_with_the_token_and_unpacked(site: Site) -> None:
    site.pages["/files/w.jsonl"] = (200, {"Content-Type": "application/octet-stream"}, b'{"text": "a"}\n{"text": "b"}')
    drop = a_drop(id="w.jsonl", source="upload", key="upload:F1", where=f"{site.url}/files/w.jsonl", body=None)
    parts = fetcher(SLACK_API_URL=f"{site.url}/api/").contents(drop)
    assert [(part.key, part.body) for part in parts] == [("upload:F1#1", "a"), ("upload:F1#2", "b")]
    assert site.asked[0][1]["Authorization"] == "Bearer xoxb-local"


def test_the_token_is_shown_to_slack_alone(site: Site) -> None:
    site.pages["/w.txt"] = (200, {"Content-Type": "text/plain"}, b"A crane fell.")
    drop = a_drop(id="w.txt", source="upload", where=f"{site.url}/w.txt", body=None)
    fetcher(site).contents(drop)
    assert "Authorization" not in site.asked[0][1]


def test_the_token_does_not_travel_with_a_redirect(site: Site) -> None:
    other = site.url.replace("127.0.0.1", "localhost")
    site.pages |= {"/w.txt": (302, {"Location": f"{other}/x"}, b""), "/x": (200, {"Content-Type": "text/plain"}, b"A.")}
    drop = a_drop(id="w.txt", source="upload", where=f"{site.url}/w.txt", body=None)
    fetcher(site, SLACK_API_URL=f"{site.url}/api/").contents(drop)
    assert ["Authorization" in headers for _, headers in site.asked] == [True, False]


def test_slacks_sign_in_page_is_no_file(site: Site) -> None:
    site.pages["/w.txt"] = (200, {}, b"<html>Sign in</html>")
    drop = a_drop(id="w.txt", source="upload", where=f"{site.url}/w.txt", body=None)
    with pytest.raises(BadDrop, match="files:read"):
        fetcher(site).contents(drop)


def test_a_feed_is_asked_for_only_if_it_changed(site: Site) -> None:
    site.pages["/f"] = (200, {"Content-Type": "text/xml", "ETag": '"1"', "Last-Modified": "yesterday"}, b"<rss/>")
    answer = fetcher(site).feed(f"{site.url}/f")
    assert (answer.body, answer.etag, answer.modified) == (b"<rss/>", '"1"', "yesterday")
    site.pages["/f"] = (304, {"Content-Length": "0"}, b"")
    assert fetcher(site).feed(f"{site.url}/f", answer.etag, answer.modified).body is None
    assert (site.asked[1][1]["If-None-Match"], site.asked[1][1]["If-Modified-Since"]) == ('"1"', "yesterday")


# --- what it refuses -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://127.0.0.1/", "it points inside this network"),
        ("http://localhost/", "it points inside this network"),
        ("http://dispatch.example/", "it points inside this network"),
        ("http://[::1]/", "it points inside this network"),
        ("http://127.1/", "it spells an address in an odd way"),
        ("http://2130706433/", "it spells an address in an odd way"),
        ("http://0x7f.1/", "it spells an address in an odd way"),
        ("http://0177.0.0.1/", "it is no web address"),
        ("http://127.0.0.1.:80/", "it spells an address in an odd way"),
        ("http://dispatch.example:22/", "only the usual ports 80 and 443 are asked"),
        ("ftp://dispatch.example/", "only http and https are fetched"),
        ("file:///etc/passwd", "only http and https are fetched"),
        ("http://user:word@dispatch.example/", "it carries a name or password"),
        ("http:///x", "it names no host"),
        ("http://[::1", "it is no web address"),
        ("http://" + "a" * 5000, "its address is too long"),
    ],
)
def test_addresses_that_are_never_asked(url: str, why: str) -> None:
    words = refusal(fetcher(), url)
    assert words.startswith("I cannot fetch ")
    assert words.endswith(f": {why}.")


def test_a_name_with_one_address_inside_the_network_is_refused_whole() -> None:
    mixed = SafeFetcher(Settings(_env_file=None), None, lambda host, port: ["93.184.215.14", "10.0.0.7"])
    assert refusal(mixed, "https://dispatch.example/") == (
        "I cannot fetch https://dispatch.example/: it points inside this network."
    )


def test_a_redirect_into_the_network_is_refused(site: Site) -> None:
    port = int(site.url.rpartition(":")[2])
    site.pages["/a"] = (302, {"Location": "http://127.0.0.1/secret"}, b"")
    drop = a_drop(id="a.txt", source="upload", where=f"{site.url}/a", body=None)
    outside = fetcher(SLACK_API_URL=f"http://127.0.0.1:{port}/api/")
    with pytest.raises(FetchRefused, match="it points inside this network"):
        outside.contents(drop)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.0.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1",
        "255.255.255.255", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:127.0.0.1",
        "64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:7f00:1::",
    ],
)  # fmt: skip
def test_addresses_inside_a_network_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:93.184.215.14"])
def test_addresses_on_the_open_internet_are(address: str) -> None:
    assert is_public(address)


def test_a_ring_of_redirects_ends(site: Site) -> None:
    site.pages["/a"] = (302, {"Location": "/a"}, b"")
    assert refusal(fetcher(site), f"{site.url}/a").endswith("it was sent on more than 5 times.")


@pytest.mark.parametrize("body", [b"x" * 20_001, gzip.compress(b"x" * 50_000_000)])
def test_a_body_over_the_limit_is_refused_however_small_it_is_packed(site: Site, body: bytes) -> None:
    encoding = {"Content-Encoding": "gzip"} if body[:1] == b"\x1f" else {}
    site.pages["/a"] = (200, encoding, body)
    assert refusal(fetcher(site, max_body_bytes=20_000), f"{site.url}/a").endswith("it is larger than 20,000 bytes.")


@pytest.mark.parametrize(
    ("headers", "body", "why"),
    [
        ({"Content-Encoding": "br"}, b"x", "it is compressed in a way that was not asked for"),
        ({"Content-Encoding": "gzip"}, b"no gzip", "its compression is broken"),
        ({"Content-Type": "application/pdf"}, b"%PDF", "it is no article but application/pdf"),
        ({"Content-Length": "50"}, b"too short", "no proper answer came from it"),
    ],
)
def test_answers_that_are_refused(site: Site, headers: dict[str, str], body: bytes, why: str) -> None:
    site.pages["/a"] = (200, headers, body)
    assert refusal(fetcher(site), f"{site.url}/a").endswith(f": {why}.")


@pytest.mark.parametrize(
    ("status", "why"),
    [
        (404, "there is no such page"),
        (403, "it refuses to be read by a program"),
        (500, "its server answered with error 500"),
    ],
)
def test_errors_are_told_in_words(site: Site, status: int, why: str) -> None:
    site.pages["/a"] = (status, {}, b"")
    assert refusal(fetcher(site), f"{site.url}/a").endswith(f": {why}.")


def test_a_drip_ends_with_the_time_for_the_whole(site: Site) -> None:
    class Drips:
        def __init__(self) -> None:
            self.enough = threading.Event()

    drips = Drips()

    def drip(handler: Any) -> None:
        handler.send_response(200)
        handler.end_headers()
        while not drips.enough.wait(0.02):
            try:
                handler.wfile.write(b"x")
            except OSError:
                return

    site.server.RequestHandlerClass.do_GET = drip  # type: ignore[attr-defined]
    try:
        assert refusal(fetcher(site, fetch_timeout_seconds=0.3), f"{site.url}/a").endswith(
            "it took too long to answer."
        )
    finally:
        drips.enough.set()


def test_a_host_without_an_address_is_told() -> None:
    def nowhere(host: str, port: int) -> list[str]:
        raise OSError("no such host")

    lost = SafeFetcher(Settings(_env_file=None), None, nowhere)
    assert refusal(lost, "https://nowhere.example/").endswith("there is no host of this name.")
