"""The words by which furniture is known. Every pattern is linear: no repeated group inside a repeated group."""

from __future__ import annotations

import re


def _whole(*phrases: str) -> re.Pattern[str]:
    """One of these phrases, and nothing else on the line but marks around it."""
    return re.compile(rf"^[\W_]{{0,4}}(?:{'|'.join(phrases)})[\W_]{{0,4}}$", re.I)


def _any(*phrases: str) -> re.Pattern[str]:
    return re.compile("|".join(phrases), re.I)


NAME = r"[A-Z][\w.’'-]{0,30}(?: (?:(?:de|la|van|von|der|bin|al|el|of|the|for) )?[A-Z][\w.’'-]{0,30}){1,4}"
"A person's or an outlet's name of two to five words."

AGENCY = (
    r"Reuters|REUTERS|Associated Press|AP|UPI|AFP|Agence France-Presse|Bloomberg|dpa|DPA|Xinhua|TASS"
    r"|Tass|RIA Novosti|Interfax|Kyodo|PTI|ANI|CP|PA|EFE|ANSA|CNN|IANS|CNS"
)

# --- adverts ---------------------------------------------------------------------------------

ADVERT = _whole(
    "advertisements?",
    "ad",
    "adverts?",
    "advertising",
    "sponsored(?: content| links?| post)?",
    "paid post",
    "promoted",
    "(?:story|article|content|scroll) (?:continues|down) (?:below|after)(?: (?:this )?ad(?:vertisement)?)?",
    "(?:story|article) continued? below(?: advertisement)?",
    "continue reading below",
    "other ads",
    "ad details",
    "scroll (?:down )?to continue(?: with content)?",
    "skip (?:ad|advertisement)",
    "report this ad",
    "advertisement ?-? ?(?:article|story) continues below(?: this ad)?",
)

GLUED_ADVERT = re.compile(
    r"(?<=[a-z.!?”\"’')])A(?:dvertisement|DVERTISEMENT)(?=\s*$|[A-Z“\"])|^A(?:dvertisement"
    r"|DVERTISEMENT)(?=[A-Z“\"][a-z])"
)
"The label run together with the text beside it, as text copied off a page has it."

# --- captions --------------------------------------------------------------------------------

CREDIT_AT_END = re.compile(
    r"\((?:(?:[A-Z][\w.’'&-]*(?: [\w.’'&-]+){0,5} ?[/|] ?[\w.’'& -]{2,60}(?:/[\w.’'& -]{2,60})?)"
    r"|(?:[^()]{0,60}\b(?:[Pp]hotos?|PHOTO|[Pp]hotograph|[Cc]ourtesy|Getty|Shutterstock|AFP|EPA"
    r"|Reuters|REUTERS|AP|Instagram"
    r"|YouTube|Twitter|Facebook|Flickr|iStock|Bloomberg|Unsplash|Wikimedia)\b[^()]{0,60}))\)$"
)
"A line that ends in a credit in brackets: (Agency), (Name/Agency), (Photo by Name)."

CREDIT_SENTENCE = re.compile(
    r"(?:^|[.!?”\")] )(?:(?:File |FILE )?(?:[Pp]hoto|PHOTO|[Pp]hotograph|[Pp]icture|[Ii]mage"
    r"|[Vv]ideo|[Ii]llustration)s?"
    r"(?: courtesy(?: of)?| by|:| credit:?| from| ©)|(?:Photo )?[Cc]redit:|Credits:|Courtesy(?: of"
    r"|:)|[Cc]ourtesy [Pp]hoto)[ :]"
    r"[^.!?]{2,80}(?:\.[A-Z]\.?[^.!?]{0,60})?\.?$"
)
"A line whose last sentence is a credit: 'Photo courtesy of the ministry'."

AGENCY_CREDIT = re.compile(
    r"(?:\b(?:REUTERS|AFP|EPA|AP)/[A-Z][\w.’'/ -]{2,60}|\bAP Photo/[\w.,’' /-]{2,80}"
    r"|\b(?:via )?(?:Getty Images|AFP/Getty|Shutterstock)"
    r"|[\w.]/(?:Reuters|REUTERS|AFP|AP|EPA|Getty)|/ ?(?:AP|AFP|EPA))(?: Photo| file photo| Images)?\.?$"
)

CAPTION_START = re.compile(
    r"^(?:FILE ?(?:PHOTO)? ?[:–—-]|File photo|(?:Image|Media|Photo|Video) (?:caption|copyright"
    r"|credit|source)\b|Image:|Photo(?:s|graph)?:|Picture:|PHOTOS?:"
    r"|In this (?:[A-Z][a-z]+\.? \d{1,2}, \d{4},? )?(?:file )?(?:photo|image|frame)|\[?(?:hide|toggle) caption)",
)

GALLERY = _whole(
    r"(?:image|photo|slide)? ?\d{1,3} ?(?:of|/) ?\d{1,3}",
    "back to gallery",
    "(?:hide|toggle|show) caption",
    "(?:view|see) (?:all )?(?:photos|gallery|image|more pictures)",
    "(?:photo )?gallery",
    "enlarge(?: this image)?",
    "(?:ap|afp|reuters|getty images)(?: photo)?/[\\w.’' -]{2,40}",
    "image",
    "photo",
    "photos",
    "video",
    "full ?screen",
    "(?:click|tap) (?:here )?to (?:enlarge|expand|view).{0,30}",
    "file photo",
    "replay video",
    "play video",
    "watch(?: video)?",
)

# --- appeals: asking the reader for money, an address or a password ---------------------------------

APPEAL = _any(
    r"\bsmall favou?r to ask\b",
    r"\bsupport (?:our|independent|quality|local|nonprofit|this) (?:journalism|newsroom|reporting|work)\b",
    r"\byour (?:support|donation|contribution|gift|subscription)\b.{0,60}\b(?:help|makes?|allows?"
    r"|enables?|keeps?|matters)\b",
    r"\b(?:please |to )support us\b",
    r"^support us\b",
    r"\bhelp us (?:fill the gap|keep|continue|stay)\b",
    r"\bconsider making a (?:tax-deductible )?(?:donation|contribution)\b",
    r"^(?:donate|become a (?:member|supporter|patron|subscriber))\b",
    r"\bad-free (?:content|experience|reading)\b",
    r"\bwe have disabled all ads\b",
    r"\bnot ready to support\b",
    r"\bremind me later\b",
    r"\bwe need your (?:help|support) to (?:keep|continue|go on)\b",
    r"\bif you (?:value|appreciate|enjoy(?:ed)?) (?:our|this) (?:journalism|reporting|work|coverage)\b",
    r"\bto continue reading\b.{0,60}\b(?:subscri|log ?in|sign|register|account)",
    r"\b(?:log ?in|sign (?:up|in)|register|subscri\w+)\b.{0,80}\bto continue reading\b",
    r"^(?:already|are you) (?:a|an) (?:subscriber|member)\b",
    r"^(?:don[’']t|do not) have an account\b",
    r"\bsubscribe (?:now|today)\b",
    r"^(?:subscribe|sign up|register|get)\b.{0,60}\b(?:newsletters?|alerts?|inbox|headlines"
    r"|breaking news|digital access|full access|updates by e-?mail)\b",
    r"\b(?:sign up|subscribe) (?:for|to) (?:our|the|my|your) (?:\w+ ){0,4}(?:newsletters?|alerts"
    r"|mailing list|podcast)\b",
    r"\b(?:delivered|straight|sent|direct(?:ly)?) to your inbox\b",
    r"\bthank you for (?:reading|signing in|being a subscriber|your interest in)\b(?=.{0,90}$)",
    r"\byour current subscription does not\b",
    r"\bpurchase a (?:new )?subscription\b",
    r"\bunlimited (?:digital )?access\b.{0,60}[$£€]",
    r"\bby (?:signing up|subscribing|registering|clicking),? you (?:agree|accept|consent)\b",
    r"\benter your e-?mail(?: address)?\b",
    r"\bdownload (?:our|the) (?:[\w ]{1,30} )?app\b(?=.{0,60}$)",
    r"^subscribe$",
    r"^(?:sign up!?|log in|sign in|my account)$",
)

APPEAL_NEAR = _any(
    r"\bour (?:journalism|mission|readers|supporters|newsroom|commitment|reporting)\b",
    r"\byour (?:support|help|contribution|e-?mail|inbox|donation)\b",
    r"\bwe,? the (?:journalists|editors|staff)\b",
    r"\b(?:costs us|[$£€]\d[\d,.]* a month)\b",
    r"\bindependent news source\b",
    r"\bpa[iy]e?ment methods\b",
    r"\bthank you\b",
    r"\bsilence our voice\b",
    r"\bsupport us\b",
)
"Words of an appeal that a report could hold as well: they count only beside a line that is one."

# --- cookies ---------------------------------------------------------------------------------

COOKIES = _any(
    r"\b(?:this|our) (?:web ?)?site uses cookies\b",
    r"\bwe (?:and our partners )?use cookies\b",
    r"\bour use of cookies\b",
    r"\bcookies? (?:policy|settings|preferences|notice)\b(?=.{0,80}$)",
    r"\bthese cookies (?:do not|will|are|allow|help)\b",
    r"\bcookies are (?:absolutely )?(?:essential|necessary)\b",
    r"\bnecessary cookies\b",
    r"\bthird-party cookies that help us\b",
    r"\bcookies that may not be\b",
    r"\bcookies on (?:your|our) (?:device|browser|web ?site)\b",
    r"\bby (?:continuing|using) (?:to (?:use|browse) )?(?:this|our) (?:web ?)?site\b",
    r"\b(?:has|have) updated (?:its|our) privacy policy\b",
    r"^privacy (?:overview|policy|& cookies policy|settings|notice)$",
    r"\baccept(?: all)? ?(?:cookies)? ?reject\b",
    r"^(?:accept|reject|allow) (?:all )?cookies$",
    r"^manage (?:cookies|preferences|consent)$",
    r"\bpersonal data we collect on our site\b",
)

# --- lines of names and times -------------------------------------------------------------------

BYLINE = re.compile(
    rf"^(?:By:?|BY:?|Written by|Story by|Posted by)\s+(?:{NAME}|[A-Z’'.-]+(?: [A-Z’'.-]+){{1,4}}|(?:The )?(?:{AGENCY}))"
    rf"(?:(?:,| and| &| \||,? of| for| in)? (?:{NAME}|[A-Z][\w.’'-]+|\w+ (?:[Ww]riter|[Rr]eporter"
    rf"|[Cc]orrespondent|[Ee]ditor))){{0,6}}$"
)

BARE_BYLINE = re.compile(
    rf"^(?:{NAME}),? (?:\||-|–)? ?(?:(?:The )?(?:{AGENCY})|(?:Staff|AP"
    rf"|Special) (?:[A-Z]\w+ )?(?:[Ww]riter|[Rr]eporter|[Cc]orrespondent))$"
)

BY_AGENCY = _whole(
    "by:?",
    "(?:by )?(?:the )?(?:associated press|reuters|afp|agence france-presse)(?: staff)?",
    "staff (?:reporter|writer|report)s?",
    "news desk",
    "web desk",
)

_SET_OUT = r"(?:(?:first |last )?(?:published|posted|updated|modified|changed)(?: on| at)?:? )"

STAMP = _whole(
    r"(?:(?:first )?(?:published|posted|updated|last updated|modified)(?: on| at)?:?[ ,"
    r"|]*)?(?:\d{1,2}:\d{2} ?(?:[ap]\.?m\.?)? ?(?:[a-z]{2,4})?[ ,|]*(?:on )?)?"
    r"(?:(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?\.?,? )?(?:(?:jan|feb|mar|apr|may|june?"
    r"|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2} (?:jan|feb|mar"
    r"|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? \d{4})"
    r"(?:[ ,|@]*(?:at )?\d{1,2}[:.]\d{2} ?(?:[ap]\.?m\.?)? ?(?:[a-z]{2,4})?)?",
    rf"{_SET_OUT}?(?:about |over |less than )?(?:an?|\d{{1,2}}) ?(?:secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?"
    r"|d|days?|weeks?|months?) ago",
    rf"{_SET_OUT}(?:just now|today|yesterday)?(?: at)? ?\d{{1,2}}[:.]\d{{2}} ?(?:[ap]\.?m\.?)? ?(?:[a-z]{{2,4}})?",
    rf"{_SET_OUT}just now",
    r"(?:\| )?(?:updated|published|posted|just in)",
    r"\d{1,2} min(?:ute)?s? read",
)

_MANY = r"\d[\d.,]{0,9} ?[km]?"

COUNTER = _whole(
    rf"{_MANY} (?:times )?(?:views?|viewed|reads?|readers?|shares?|shared|comments?|likes?|reactions?|replies|votes?)",
    rf"(?:views?|viewed|reads?|shares?|shared|comments?|likes?|reactions?|replies|share|tweet)[: (]{{0,3}}{_MANY}\)?"
    r"(?: times)?",
    rf"{_MANY} (?:people|readers|users) (?:are )?(?:reading|watching|following)(?: (?:this|now|live|along)){{0,3}}",
    r"(?:be the first to|leave a|add a|post a|write a|join the) (?:comment|conversation|discussion)",
    rf"(?:you have )?{_MANY} (?:free )?(?:articles?|stories) (?:left|remaining)(?: this month)?",
)
"How many saw it: another figure at each visit."

NOTHING_HERE = _any(
    r"^(?:error\W{0,3})?(?:40[34]|410)(?:$|\W{1,4}(?:error|page|file|not|forbidden|gone)\b)",
    r"^(?:oops\W{1,4}|sorry\W{1,4})?(?:the |this )?(?:page|article|content|story)\b.{0,30}"
    r"(?:\bnot|\bcannot|\bno longer|n[’']t) (?:be )?(?:found|available|exists?)\b",
    r"^(?:page |file )?not found\b",
)
"The headline of a page that a server shows with a cheerful status where there is nothing."

# --- lists of links --------------------------------------------------------------------------

LINKS_HEAD = _whole(
    "read more(?: (?:on|about) [\\w ’'-]{2,40})?",
    "read (?:also|next|this next)",
    "also read",
    "see also",
    "related(?: (?:articles?|content|stories|story|topics|coverage|news|links|posts|reading|video))?",
    "(?:the )?latest (?:headlines|news|stories|videos?)",
    "in other news",
    "load more(?: .{0,20})?",
    "show more",
    "view more",
    "more (?:from|on|in|stories|news|headlines|coverage|like this)(?: .{0,40})?",
    "most (?:popular|read|viewed|shared|recent|watched)(?: .{0,20})?",
    "trending(?: (?:news|now|stories|videos?))?",
    "recommended(?: (?:for you|stories|reading|videos?))?",
    "you (?:may|might) (?:also )?(?:like|be interested in)",
    "don[’']t miss",
    "up next",
    "what to read next",
    "top (?:stories|news|headlines)",
    "editors?[’']?s? picks?",
    "popular(?: (?:now|stories))?",
    "further reading",
    "around the web",
    "from around the web",
    "more-in",
    "comments?(?: \\(\\d+\\))?",
    "view comments",
    "tags",
    "topics",
    "related tags",
)

LINK_LINE = re.compile(
    r"^(?:READ (?:MORE|ALSO|NEXT)|Read (?:more|also|next)|ALSO READ|Also read|SEE ALSO|See also"
    r"|RELATED|Related(?: story)?|WATCH|MORE|DON[’']T MISS|RECOMMENDED|Recommended|JUST IN"
    r"|PHOTOS)\s*[:|–>-]+ ?\S.{0,160}$|^(?:Click|Tap) here (?:to|for)\b.{0,80}$"
)

CHROME = _whole(
    "share(?: (?:this|article|story|page|post|with|on|facebook|twitter|linkedin|x|whatsapp|via|e-?mail|it)){0,6}",
    "tweet",
    "pin it",
    "print",
    "e-?mail",
    "save",
    "reply",
    "close",
    "cancel",
    "submit",
    "post to facebook",
    "cancelsend",
    "posted",
    "copy link",
    "follow(?: us)?(?: on (?:facebook|twitter|instagram|x))?",
    "join the conversation",
    "a link has been (?:sent|posted) to your .{3,40}",
    "(?:facebook|e-?mail|twitter|google\\+?|linkedin|pinterest|reddit|whatsapp|tumblr|fbshare|tweet"
    "|share|print|more| )+",
    "loading",
    "whatsapp",
    "go to permalink",
    "close share panel",
    "connect tweet linkedin commentemailmore",
    "order reprint(?: →)?",
    "leave a comment",
    "skip to (?:main )?content",
    "{{.{0,40}}}",
    "back to top",
    "listen(?: to (?:this )?article)?",
    "these are external links and will open in a new window",
    "purchase: order reprint",
    "follow @\\w+",
    "×",
    "___+",
    "———+",
    "click any reaction to login",
    "you must be logged in to react",
    "this video file cannot be played",
    "an error occurred.{0,40}",
    "javascript is (?:disabled|required).{0,60}",
    "please enable javascript.{0,60}",
    "\\d+ (?:comments?|shares?)",
    "replay",
    "facebook shares",
)

COPYRIGHT = re.compile(
    r"^(?:©|\(c\) |Copyright\b|Published under|The-CNN-Wire)|\ball rights reserved\b"
    r"|\bmay not be published, broadcast,? |^©|™ & © ",
    re.I,
)

# --- notes about the authors ------------------------------------------------------------------

CONTRIBUTED = re.compile(
    r"\bcontributed (?:to this (?:report|story|article|piece)|(?:additional )?reporting)\b[^!?]{0,80}$"
    rf"|^\(?(?:Additional |With (?:additional )?)?[Rr]eporting (?:by|from) (?:{NAME}|(?:The )?(?:{AGENCY}))"
    rf"|^\(?(?:Edited|Compiled|Editing) by {NAME}[^!?]{{0,120}}$"
    r"|^(?:With|Includes) (?:files|material|reporting|information) from\b[^!?]{2,120}$"
)

REPORTED_FROM = re.compile(
    rf"^(?:{NAME}|[A-Z][\w’'-]+)(?:,? and {NAME}|, {NAME})* reported from"
    r"(?: (?:[A-Z][\w.’'-]*|and|from|in|the|reported)[,;]?){1,30}$"
)
"Names and places only: what somebody reported is prose."

SPEECH = re.compile(r"\b(?:said|says|told|added)\b")
"A note about an author quotes nobody."

FOLLOW = re.compile(
    r"^(?:Follow|Contact|Email|E-mail|Reach|Write to)\b[^!?]{0,120}(?:@\w|\bon (?:Twitter|X|Facebook"
    r"|Instagram)\b|twitter\.com)[^!?]{0,80}$|^[^!?]{3,80}\bcan be reached at\b[^!?]{3,120}$"
)

BIO = re.compile(
    rf"^(?P<name>{NAME})(?:, [^.,]{{3,60}},)? (?:is|was|has been) (?:an? |the "
    rf"|[\w’ ]{{2,40}}[’']s )?[\w ,&’'-]{{0,80}}\b"
    r"(?:editor|reporter|correspondent|writer|columnist|journalist|producer|author|contributor"
    r"|blogger|fellow|bureau chief|intern)\b"
)
