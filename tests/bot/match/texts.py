"""Invented reports that the tests of matching share, and short ways to make a Report and a Known of them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from bot.match.fingerprints import fingerprint
from bot.shapes import Known, Report

SIX = datetime(2026, 3, 14, 6, 40, tzinfo=UTC)

FERRY = """\
The night ferry to Orsund struck the north pier shortly before five on Saturday morning and began to take
in water, the coastguard said. Two hundred and six passengers were brought ashore in the ferry's own boats within forty
minutes. Nine people were treated for cuts and bruises at the harbour clinic.

"We felt one long scrape and then every lamp went out," said Edda Holm, a nurse who was on her way home. "The crew were
calm, and so we were calm."

The coastguard's duty officer, Lars Vik, said the vessel had lost steering two miles out and that a tug sent to meet it
had been held up by the tide. He said it was too early to say why the rudder failed. The ferry company, Sundline, has
taken the sister ship out of service until divers have looked at its rudder as well.

The pier, which carries the only road to the fish market, is closed. Traders were moving crates by handcart at first
light, and the harbour master said a temporary bridge would not be in place before Tuesday."""

FERRY_CUT = """\
The night ferry to Orsund struck the north pier shortly before five on Saturday morning and began to take
in water, the coastguard said. Two hundred and six passengers were brought ashore in the ferry's own boats within forty
minutes. Nine people were treated for cuts and bruises at the harbour clinic.

The coastguard's duty officer, Lars Vik, said the vessel had lost steering two miles out and that a tug sent to meet it
had been held up by the tide."""

FERRY_NEW_LEAD = (
    """A ferry crash has cut Orsund off from its fish market.

"""
    + FERRY_CUT
)

FERRY_REWRITE = """\
Passengers on the Orsund ferry have told of a night of darkness and cold after their ship ran into a pier.

Our reporter met Edda Holm outside the clinic, wrapped in a borrowed coat. "We felt one long scrape and then every lamp
went out," said Edda Holm, a nurse who was on her way home. "The crew were calm, and so we were calm." Her daughter had
driven through the night to fetch her and still had snow on the roof of the car.

The coastguard's duty officer, Lars Vik, said the vessel had lost steering two miles out and that a tug sent to meet it
had been held up by the tide. He said it was too early to say why the rudder failed. The ferry company, Sundline, has
taken the sister ship out of service until divers have looked at its rudder as well.

For the fish market this is the worst of weeks. Tomas Brandt, who has sold cod from the same stall since he was a boy,
said he had lost half a day already and did not expect his customers to walk."""

FERRY_LATER = FERRY.replace("Nine people were treated", "Fourteen people were treated").replace(
    "at the harbour clinic.", "at the harbour clinic, and one of them, an elderly man, was flown to Halden overnight."
)

COUNCIL = """\
The town council of Orsund voted on Thursday to sell the old customs house to a brewery from Halden, ending
eleven years in which the building stood empty. The vote was seven to four. Councillors who opposed the sale had wanted
a library there and said the price was half of what a fair auction would have brought.

The brewery intends to open a tap room by next spring and to keep the painted ceiling of the great hall."""

APPEAL = """\
You are reading this free of charge because readers who can afford it support our newsroom with a small monthly
gift. If you value reporting that answers to nobody, please join them today; it takes less than a minute."""


def a_report(body: str = FERRY, **fields: Any) -> Report:
    given = {
        "drop": "d2", "outlet": "Coast Radio", "title": None, "published": SIX, "url": None, "canonical": None,
        "body": body,
    }  # fmt: skip
    return Report.model_validate(given | fields)


def a_known(prose: str = FERRY, **fields: Any) -> Known:
    given = {
        "article": "a1", "version": "v1", "story": "s1", "outlet": "The Harbour Post", "title": None, "canonical": None,
        "published": SIX, "exact": fingerprint(prose).exact, "prose": prose,
    }  # fmt: skip
    return Known.model_validate(given | fields)
