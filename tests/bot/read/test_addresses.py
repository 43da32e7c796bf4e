"""The same page always has the same address, and another page another."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.read.addresses import canonical

PLAIN = "https://dispatch.example/2026/05/port-crane-81"
STORY = "https://dispatch.example/story?id=7"

ONE_PAGE = [
    PLAIN,
    "http://dispatch.example/2026/05/port-crane-81",
    "//dispatch.example/2026/05/port-crane-81",
    "https://www.dispatch.example/2026/05/port-crane-81/",
    "https://www2.dispatch.example/2026/05/port-crane-81",
    "HTTPS://DISPATCH.Example/2026/05/port-crane-81",
    "https://dispatch.example.:443/2026/05/port-crane-81",
    "http://dispatch.example:80/2026/05/port-crane-81",
    "https://reader:secret@dispatch.example/2026/05/port-crane-81",
    "  https://dispatch.example/2026/05/\n port-crane-81 ",
    "https://dispatch.example//2026/./05/../05/port-crane-81",
    "https://dispatch.example/2026/05/%70ort%2Dcrane-81",
    "https://dispatch.example/2026/05/port-crane-81#comments",
    "https://dispatch.example/2026/05/port-crane-81#:~:text=the%20crane",
    "https://dispatch.example/2026/05/port-crane-81#Echobox=1779112",
    "https://dispatch.example/2026/05/port-crane-81/index.html",
    "https://dispatch.example/2026/05/port-crane-81/default.aspx",
    "https://dispatch.example/2026/05/port-crane-81;jsessionid=81F0A4",
    "https://dispatch.example/2026/05/port-crane-81?utm_source=a&utm_medium=b&fbclid=c",
    "https://dispatch.example/2026/05/port-crane-81?utm_source=a&amp;utm_medium=b",
    "https://dispatch.example/2026/05/port-crane-81?gclid=EAIaIQ&gbraid=0AAA&wbraid=1&srsltid=Af",
    "https://dispatch.example/2026/05/port-crane-81?at_medium=custom7&at_campaign=64",
    "https://dispatch.example/2026/05/port-crane-81?CMP=share_btn_tw&smid=tw-share",
    "https://dispatch.example/2026/05/port-crane-81?mc_cid=3&mc_eid=4&_hsenc=p2&_hsmi=9",
    "https://dispatch.example/2026/05/port-crane-81?ref=rss&ref_src=twsrc&sref=x",
    "https://dispatch.example/2026/05/port-crane-81?source=rss&src=twitter&from=email_daily",
    "https://dispatch.example/2026/05/port-crane-81?WT.mc_id=e_1&xtor=RSS-81&ocid=x&spm=1",
    "https://dispatch.example/2026/05/port-crane-81?share=facebook&igsh=81&via=dispatch",
    "https://dispatch.example/2026/05/port-crane-81?PHPSESSID=81ab&jsessionid=2",
    "https://dispatch.example/2026/05/port-crane-81?sid=0f3a91b2c44d5e6f708192a3b4c5d6e7",
    "https://dispatch.example/2026/05/port-crane-81?_=1779112345",
    "https://dispatch.example/2026/05/port-crane-81?page=1",
    "https://dispatch.example/2026/05/port-crane-81/page/1/",
    "https://dispatch.example/2026/05/port-crane-81?",
    "https://dispatch.example/2026/05/port-crane-81?&&",
    "https://m.dispatch.example/2026/05/port-crane-81",
    "https://mobile.dispatch.example/2026/05/port-crane-81",
    "https://www.m.dispatch.example/2026/05/port-crane-81",
    "https://touch.dispatch.example/2026/05/port-crane-81?m=1",
    "https://amp.dispatch.example/2026/05/port-crane-81",
    "https://dispatch.example/2026/05/port-crane-81/amp/",
    "https://dispatch.example/2026/05/port-crane-81.amp",
    "https://dispatch.example/2026/05/port-crane-81/amp.html",
    "https://dispatch.example/amp/2026/05/port-crane-81",
    "https://dispatch.example/2026/05/port-crane-81?amp",
    "https://dispatch.example/2026/05/port-crane-81?amp=1&outputType=amp",
    "https://dispatch.example/2026/05/port-crane-81?print=1",
    "https://dispatch.example/2026/05/port-crane-81?view=print&tmpl=component",
    "https://dispatch.example/2026/05/port-crane-81/print/",
    "https://dispatch.example/2026/05/port-crane-81?pagewanted=all",
    "https://dispatch.example/2026/05/port-crane-81?singlepage=true",
    "https://www.google.com/amp/s/www.dispatch.example/2026/05/port-crane-81",
    "https://www.google.com/url?sa=t&url=https%3A%2F%2Fdispatch.example%2F2026%2F05%2Fport-crane-81&ved=2",
    "https://l.facebook.com/l.php?u=https%3A%2F%2Fdispatch.example%2F2026%2F05%2Fport-crane-81%3Ffbclid%3D1&h=AT",
    "https://dispatch-example.cdn.ampproject.org/c/s/www.dispatch.example/2026/05/port-crane-81",
    "https://dispatch-example.cdn.ampproject.org/v/s/dispatch.example/2026/05/port-crane-81/amp?amp_js_v=0.1#x",
    "https://www.bing-amp.com/c/s/dispatch.example/2026/05/port-crane-81",
]  # fmt: skip


@pytest.mark.parametrize("url", [url for url in ONE_PAGE if "amp_js_v" not in url])
def test_forms_of_one_page_have_one_address(url: str) -> None:
    assert canonical(url) == PLAIN


EACH_ITS_OWN = [
    ("https://dispatch.example/", "https://dispatch.example"),
    ("https://dispatch.example/?p=123", "https://dispatch.example?p=123"),
    ("https://dispatch.example/?p=124&utm_id=1", "https://dispatch.example?p=124"),
    ("https://dispatch.example/story?utm_id=3&id=7", STORY),
    ("https://dispatch.example/story?id=8", "https://dispatch.example/story?id=8"),
    ("https://dispatch.example/story?id=7&page=2", "https://dispatch.example/story?id=7&page=2"),
    ("https://dispatch.example/story?page=2&id=7", "https://dispatch.example/story?id=7&page=2"),
    ("https://dispatch.example/story?ID=7", "https://dispatch.example/story?ID=7"),
    ("https://dispatch.example/story?20260504", "https://dispatch.example/story?20260504"),
    ("https://dispatch.example/story?cid=81", "https://dispatch.example/story?cid=81"),
    ("https://dispatch.example/story?sid=81", "https://dispatch.example/story?sid=81"),
    ("https://dispatch.example/story?gallery=3", "https://dispatch.example/story?gallery=3"),
    ("https://dispatch.example/story?eid=81", "https://dispatch.example/story?eid=81"),
    ("https://dispatch.example/story?section=world&copy=2", "https://dispatch.example/story?copy=2&section=world"),
    ("https://dispatch.example/story?source=budget", "https://dispatch.example/story?source=budget"),
    ("https://dispatch.example/story?view=map", "https://dispatch.example/story?view=map"),
    ("https://dispatch.example/story?m=202605", "https://dispatch.example/story?m=202605"),
    ("https://dispatch.example/story/page/2/", "https://dispatch.example/story/page/2"),
    ("https://dispatch.example/en/crane", "https://dispatch.example/en/crane"),
    ("https://dispatch.example/de/crane", "https://dispatch.example/de/crane"),
    ("https://dispatch.example/crane?lang=de", "https://dispatch.example/crane?lang=de"),
    ("https://en.m.dispatch.example/crane", "https://en.dispatch.example/crane"),
    ("https://de.dispatch.example/crane", "https://de.dispatch.example/crane"),
    ("https://sport.dispatch.example/crane", "https://sport.dispatch.example/crane"),
    ("https://dispatch.example:8443/crane", "https://dispatch.example:8443/crane"),
    ("https://dispatch.example/Crane", "https://dispatch.example/Crane"),
    ("https://dispatch.example/a%2Fb", "https://dispatch.example/a%2Fb"),
    ("https://dispatch.example/a%252Fb", "https://dispatch.example/a%252Fb"),
    ("https://dispatch.example/k%C3%B6hler", "https://dispatch.example/k%C3%B6hler"),
    ("https://dispatch.example/köhler", "https://dispatch.example/k%C3%B6hler"),
    ("https://dispatch.example/k%f6hler", "https://dispatch.example/k%F6hler"),
    ("https://dispatch.example/find?q=two+words", "https://dispatch.example/find?q=two%20words"),
    ("https://dispatch.example/find?q=two%20words", "https://dispatch.example/find?q=two%20words"),
    ("https://küste.example/kran", "https://xn--kste-0ra.example/kran"),
    ("https://xn--kste-0ra.example/kran", "https://xn--kste-0ra.example/kran"),
    ("https://dispatch.example/#!/crane/81", "https://dispatch.example#!/crane/81"),
    ("https://dispatch.example/app#/crane/81", "https://dispatch.example/app#/crane/81"),
    ("https://dispatch.example/app#!", "https://dispatch.example/app"),
    ("https://dispatch.example/music/guitar-amp", "https://dispatch.example/music/guitar-amp"),
    ("https://dispatch.example/tech/mobile", "https://dispatch.example/tech/mobile"),
    ("https://dispatch.example/amp", "https://dispatch.example"),
    ("https://www.example", "https://www.example"),
    ("https://m.example/a", "https://m.example/a"),
    ("https://192.0.2.7/a", "https://192.0.2.7/a"),
    ("https://[2001:DB8::7]/a", "https://[2001:db8::7]/a"),
    ("http://news-server/a", "https://news-server/a"),
    (
        "https://web.archive.org/web/20260504/https://dispatch.example/a",
        "https://web.archive.org/web/20260504/https:/dispatch.example/a",
    ),
]


@pytest.mark.parametrize(("url", "address"), EACH_ITS_OWN)
def test_what_names_the_page_stays(url: str, address: str) -> None:
    assert canonical(url) == address


NO_ADDRESS = [
    None,
    "",
    " ",
    "crane",
    "/2026/05/crane",
    "dispatch.example/crane",
    "mailto:a@b.example",
    "javascript:alert(1)",
    "ftp://dispatch.example/a",
    "https://",
    "https:///crane",
    "http://[::1",
    "http://a:b:c/",
    "http://a:0/",
    "http://a:99999/",
    "http://dis patch.example\\crane@/<>",
    "http://a_very<odd>host/",
    f"https://{'a' * 64}.example/",
    "https://dispatch.example/" + "a" * 4_000,
]


@pytest.mark.parametrize("url", NO_ADDRESS)
def test_no_web_address_is_none(url: str | None) -> None:
    assert canonical(url) is None


PIECES = [
    *(
        "amp",
        "/amp",
        "print",
        "/index.html",
        ".amp",
        "/page/1",
        "www.",
        "m.",
        "en.",
        "..",
        "//",
        "?",
        "&",
        "=",
        "#!",
        "%",
    ),
    *("%2F", "%C3", "ö", "ß", ";jsessionid=1", "utm_a=1", "page=1", "_=1", "．", "google.com", "/amp/s/", "/url?q="),
    *("http://", "https%3A%2F%2F", ".cdn.ampproject.org", "/c/", "l.facebook.com/l.php?u=", ":80", "@", "a"),
]
pieces = st.sampled_from(PIECES)
rubbish = st.one_of(st.text(max_size=80), st.lists(pieces, max_size=24).map("".join))


@given(rubbish.flatmap(lambda text: st.sampled_from([text, f"http://{text}", f"https://a.example/{text}"])))
@example("https://www.google.com/url?q=https://www.google.com/url?q=https://a.example/amp/amp/")
@example("https://a.example/\x80𐀀𐀀𐀀𐀀")
@example("https://a.example/x.amp.amp.html/index.html/amp/page/1")
def test_no_text_raises_and_a_canonical_address_is_its_own(url: str) -> None:
    found = canonical(url)
    if found is not None:
        assert canonical(found) == found
        assert found.isascii() and found.startswith("https://")
        assert len(found) <= 12 * len(url) + 9  # of a sign of four bytes each is spelled %XX


@pytest.mark.parametrize(
    "piece",
    ["/amp", "/index.html", "a&", "%2F", "../", ".amp", ";jsessionid=", "ö", "www.", "https://a.example/", "x=1&", "%"],
)
def test_an_address_that_repeats_itself_holds_nobody_up(piece: str) -> None:
    start = time.process_time()
    for head in ("https://", "https://a.example/", "https://a.example/?", "https://www.google.com/url?q="):
        canonical((head + piece * 4_000)[:4_000])
    assert time.process_time() - start < 0.5
