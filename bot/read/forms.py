"""What an address holds that does not name its page: tracking, sessions, and other forms of one page.

Every list is of what sites were seen to use. Where a field may name an article (`id`, `cid`, `p`, `sid`), it stays:
two addresses for one article cost a comparison of words, one address for two articles loses one of them.
"""

from __future__ import annotations

import re
from urllib.parse import SplitResult, parse_qs


def each(words: str) -> frozenset[str]:
    return frozenset(words.split())


MOBILE = re.compile(r"^(?:(?:www\d?|m|mobile|mobil|amp|touch|wap|edition-m)\.)+(?=[^.]+\.[^.])")
MOBILE_INSIDE = re.compile(r"(?<=^[a-z]{2})(?:\.(?:m|mobile|amp))+(?=\.[^.]+\.[^.])")
"`en.m.post.example` is the English edition for telephones"

AMP_CACHE = re.compile(r"^/(?:c|v|a|r)/(?:s/)?(?=[^/]+\.[^/]+)")
GOOGLE_AMP = re.compile(r"^/amp/(?:s/)?(?=[^/]+\.[^/]+)")

FORM_START = re.compile(r"^(?:/amp)+(?=/.)", re.I)
FORM_INSIDE = re.compile(r"(?<=[^/])(?:[.-](?:amp|print))+(?=\.[sp]?html?$)|;jsessionid=[^/;]*", re.I)
FORM_END = re.compile(
    r"(?:/(?:amp|print|printable|singlepage)(?:\.html?)?|/page/[01]|\.(?:amp|print)"
    r"|/(?:index|default|home)\.(?:[sp]?html?|php\d?|aspx?|jsp|cfm))+/?$",
    re.I,
)

TRACKING = re.compile(
    r"(?:utm|at|amp|mc|pk|piwik|matomo|mtm|hsa|itm|trk|vero|oly|ns|twitter|mkt|bsft|elq|ga|cm|dm|fb|wt)_.*|wt\..*"
    r"|(?:__twitter|_hs|_ga|__s|tblci|s_kwcid|guce_referrer|campaign_?id|partner_?id|newsletter_?id).*"
    r"|(?:fb|g|d|tw|tt|y|msclk|irclick|rb_click|zanpclick)(?:clid|id)|(?:gb|wb)raid|igsh|igshid|li_fat_id|epik|srsltid"
    r"|gad|gad_source|gclsrc|mkwid|pcrid|cmp|cmpid|camp|campaign|ncid|icid|ocid|ito|int_?cmp|ftag|taid|sref|xtor|rss"
    r"|spm|guccounter|wpisrc|wpmm|reflink|ref|ref_?src|ref_?url|referr?er|referral|s_cid|ex_cid|sr_share|soc_src"
    r"|soc_trk|ss_source|__source|_source|tsrc|emc|recip|leadsource|mbid|dicbo|smid|smtyp|share|shared|nwsltr|via|usqp|aoh|sf\d{6,}",
    re.I,
)
"Fields that say where a reader came from."

CAME_FROM = each("source src from medium origin channel partner feed cid ico ns_source")
DOORS = re.compile(
    r"(?:rss\d?|atom|feeds?|twitter|tw|x|facebook|fb|whatsapp|telegram|linkedin|reddit|bluesky|mastodon|threads|flipboard"
    r"|e?mail|newsletters?|push|app|android|ios|social|share|google\w*|apple_?news|home(?:page)?|search|copy|direct|amp)"
    r"(?:[-_.:+ ].*)?",
    re.I,
)
"Fields that may say it as well: `source=rss` does, `source=budget` does not."

SESSIONS = re.compile(r"php_?sess_?id|j?session_?id|asp\.?net_?session_?id|cfid|cftoken|zenid|oscsid|sessid", re.I)
TOKENED = each("s sid session sess token tk gift unlocked_article_code st")
TOKEN = re.compile(r"[0-9a-f]{24,}|(?=.*\d)(?=.*[A-Z])[\w.-]{32,}")
"Fields that hold a reader's key to a page where their value looks like one; `sid=81` is a story."

SWITCHES = each("amp print printable m mobile isprint printpage fullsite desktop noamp singlepage onepage")
ON_OFF = frozenset(("", "1", "0", "true", "false", "yes", "no", "on", "off"))
CHOICES = each("view output outputtype format layout mode display version device pagewanted printmode tmpl page pf")
FORMS = each(
    "amp print printable printpreview printer mobile mobileweb desktop web html all full single singlepage component"
)
"Fields that ask for another form of the same page; kept where their value is none of these."

COUNTERS = each("page pg paged pagenum pagenumber page_no seite")
"`page=1` is the page itself; `page=2` goes on and is another."


def plain_host(host: str) -> str:
    """Without what tells a telephone's edition from a desk's."""
    return MOBILE_INSIDE.sub("", MOBILE.sub("", host))


def plain_path(path: str) -> str:
    """Without what asks for another form of the page, a session, or the file that a folder shows by itself."""
    path = FORM_INSIDE.sub("", FORM_START.sub("", path))
    return FORM_END.sub("", path).rstrip("/")


def is_idle(name: str, value: str) -> bool:
    """Whether a field of a query says nothing about which page is meant."""
    low, said = name.lower(), value.lower()
    if (low in SWITCHES and (said in ON_OFF or said in FORMS)) or (low in CHOICES and said in FORMS):
        return True
    if (low in COUNTERS and said in ("", "0", "1")) or (low == "_" and said.isdigit()):
        return True
    if (low in CAME_FROM and DOORS.fullmatch(value)) or (low in TOKENED and TOKEN.fullmatch(value)):
        return True
    return bool(TRACKING.fullmatch(low) or SESSIONS.fullmatch(low))


def inside(parts: SplitResult) -> str | None:
    """The address of the page that another address wraps, or None."""
    host = plain_host(parts.hostname or "")
    if host.endswith((".cdn.ampproject.org", "bing-amp.com")):
        return _behind(AMP_CACHE, parts)
    if host == "google.com":
        return _behind(GOOGLE_AMP, parts) or _field(parts, "/url", "q", "url")
    if host in ("l.facebook.com", "lm.facebook.com", "l.instagram.com"):
        return _field(parts, "/l.php", "u") or _field(parts, "", "u")
    return None


def _behind(prefix: re.Pattern[str], parts: SplitResult) -> str | None:
    found = prefix.match(parts.path)
    return f"https://{parts.path[found.end() :]}{'?' + parts.query if parts.query else ''}" if found else None


def _field(parts: SplitResult, path: str, *names: str) -> str | None:
    fields = parse_qs(parts.query) if parts.path.rstrip("/") == path else {}
    return next((fields[name][0] for name in names if name in fields), None)
