"""What is said of an event. Between two open places of a sentence stand few words, as reports of two events share few.

In braces: the event's own `place`, `region`, `site`, `who` and `other` (full names), `surname` and `rival` (theirs),
`role` (what `who` is, later called the `post`), `count`, `sum`, `magnitude`, `day`; the rest is drawn anew each time
(see `Slots` in events.py).
"""

from __future__ import annotations

from typing import NamedTuple


class Kind(NamedTuple):
    """A kind of event: which headlines, openings and facts its reports have."""

    headlines: tuple[str, ...]
    openings: tuple[str, ...]
    facts: tuple[str, ...]


KINDS = {
    "fire": Kind(
        (
            "Fire guts {site} in {place}",
            "{count} flee {site} blaze in {place}",
            "{place} {site} burns down",
        ),
        (
            "A fire {adv} {verb} the {site} in {place} on {day}, and {count} {nouns} {verb} it.",
            "Flames {verb} {place}'s {site} {adv} on {day}; {count} {verb} past a {adj} {noun}.",
            "The {site} at {place} burned for {small} hours on {day} before {adj} {nouns} {verb} the {noun}.",
        ),
        (
            "Smoke from the {site} {verb} a {adj} {noun} and the {noun} beside it.",
            "Of {count} people treated, most {verb} a {noun}.",
            "Crews from {small} {nouns} {verb} the {noun} until the {adj} roof gave way.",
            "The blaze began near a {adj} {noun}, according to {who}.",
            "Damage: {sum} crowns, {noun} and {noun} {adv} included.",
        ),
    ),
    "flood": Kind(
        ("{place} flooded as river bursts", "{count} homes under water in {place}", "River takes {site} at {place}"),
        (
            "The river {verb} its {adj} {noun} at {place} on {day} and {verb} {count} homes.",
            "Water {adv} {verb} {count} homes in {place} on {day}, the {site} among them.",
            "{count} households left {place} {adv} on {day} when a {noun} above the {site} {verb}.",
        ),
        (
            "At the {site} water stood {small} metres over a {adj} {noun}.",
            "{who} asked for {nouns}, {nouns} and a {adj} {noun}.",
            "A {noun} upstream had {verb} {adv}, which {verb} the {noun}.",
            "Losses may reach {sum} crowns once {adj} {nouns} are {verb}.",
            "The {noun} to {region} was cut by a {adj} {noun}.",
        ),
    ),
    "trial": Kind(
        ("{other} in court over {site} fraud", "{place} trial of {rival} opens", "{rival} denies {site} charges"),
        (
            "{other} went on trial in {place} on {day} over {sum} crowns of the {site}'s {noun}.",
            "A court in {place} heard on {day} how {other} {verb} {sum} crowns of the {site}'s {noun}.",
            "Prosecutors in {place} {verb} {adv} on {day} that {other} {verb} the {site}'s {nouns}.",
        ),
        (
            "The charge names {count} {nouns} and a {adj} {noun}.",
            "{rival} denies {noun} fraud and says a {adj} {noun} {verb} the {noun}.",
            "{who} will {adv} speak of the {noun} in {region}.",
            "A {noun} seized {adv} at the {site} {verb}, judges heard.",
            "A verdict comes {adv} after {small} weeks of {adj} {nouns}.",
        ),
    ),
    "strike": Kind(
        ("{place} {site} staff walk out", "{count} strike at {site}", "Pay strike shuts {site} in {place}"),
        (
            "{count} people {adv} left the {site} in {place} on {day} over a {adj} {noun}.",
            "A strike {verb} the {site} at {place} on {day}; {count} {nouns} stayed away.",
            "The {site} in {place} {adv} stood still on {day}: {count} staff {verb} a {adj} offer.",
        ),
        (
            "The union wants {small} per cent, a {adj} {noun} and {nouns}.",
            "{other}, for the owners, called the {noun} {adj} and {adj}.",
            "Each day costs {sum} crowns, a {noun} in {region} {verb}.",
            "Pickets {verb} {nouns} with a {noun} and a {adj} {noun}.",
            "Talks led by {who} {verb} {adv} after a {noun} {verb}.",
        ),
    ),
    "election": Kind(
        ("{other} wins {place}", "{place} votes for {rival}", "{rival} takes {place} by {count} votes"),
        (
            "{other} won {place} on {day} by {count} votes after a {adj} {noun} over the {site}.",
            "Voters in {place} chose {other} on {day}, {count} ahead of a {adj} {noun}.",
            "By {count} votes {other} took {place} on {day} and promised a {adj} {site}.",
        ),
        (
            "Turnout in {region} {verb} {adv}, with {small} in ten {nouns} at the {noun}.",
            "{rival} {verb} the {noun} and wants {sum} crowns for the {site}.",
            "{who} {verb} the count after a {adj} {noun} {verb}.",
            "A {noun} in {region} was {verb} and counted {adv}.",
            "The loser {verb} a {adj} {noun} and asked for {nouns}.",
        ),
    ),
    "collision": Kind(
        ("{count} hurt in {place} crash", "Ferry and barge collide off {place}", "Crash shuts {site} in {place}"),
        (
            "{count} people were {adv} hurt on {day} when a {noun} struck a {adj} {noun} near {place}'s {site}.",
            "A {adj} {noun} and a {noun} collided at {place}'s {site} on {day}, hurting {count}.",
            "Near the {site} at {place} a {noun} {verb} a {adj} {noun} on {day}; {count} were hurt.",
        ),
        (
            "The {noun} had {verb} {adv} and its {adj} {noun} was {verb}.",
            "{small} of the hurt {verb} {adv} in {region}, {who} said.",
            "Traffic {verb} a {noun} past the {site} for {small} hours.",
            "Its {adj} owner put the loss {adv} at {sum} crowns.",
            "A {noun} with {nouns} {verb} beside the {adj} {noun}.",
        ),
    ),
    "quake": Kind(
        ("Quake shakes {place}", "{count} hurt as quake hits {place}", "Tremor cracks {site} in {place}"),
        (
            "An earthquake of magnitude {magnitude} {verb} {place} on {day} and hurt {count} people.",
            "{count} people were hurt in {place} {adv} on {day} by a quake of {magnitude} that {verb} its {site}.",
            "The ground {adv} {verb} at {place} on {day}: magnitude {magnitude}, {count} hurt, a {adj} {site}.",
        ),
        (
            "The {site} lost a {noun} and {small} {adj} {nouns}.",
            "Aftershocks {verb} {region} where a {noun} {verb} a {noun}.",
            "{who} {verb} {nouns} into a {adj} {noun}.",
            "Repairs will take {sum} crowns and a {adj} {noun}.",
            "A {noun} built on {noun} {verb} {adv}.",
        ),
    ),
    "outbreak": Kind(
        ("Fever spreads in {place}", "{count} ill after {site} meal in {place}", "{place} shuts {site} over illness"),
        (
            "{count} people fell ill in {place} by {day} after a {adj} {noun} at the {site}.",
            "Doctors in {place} counted {count} ill by {day} and {verb} the {site}'s {adj} {noun}.",
            "A fever {verb} {count} people around {place}'s {site}, {region} clinics {verb} on {day}.",
        ),
        (
            "Samples of {noun} and {noun} went to {region}.",
            "{small} patients need a {adj} {noun}, {who} {verb}.",
            "The {site} {verb} its {noun} and {verb} {nouns}.",
            "{other} {verb} a {adj} {noun} against the {noun}.",
            "Care so far has cost {sum} crowns and {nouns}.",
        ),
    ),
}

_SITES = """
    grain store;rope works;city library;ferry terminal;glass factory;cold store;opera house;dairy;timber yard;tram depot
    ;old brewery;north quay;fish market;paper mill;power plant;water works;town archive;night market;rail workshop
    ;cable factory;bus garage;swimming hall;customs house;cement works;goods station;shipyard;textile mill;post office
    ;sugar refinery;hop hall;observatory;quarry;tannery;print works;radio mast;salt works;weaving hall;bell foundry
    """
SITES = [site.strip() for site in _SITES.split(";")]

ROLES = {
    "mayor": "mayor of {place}",
    "harbour master": "harbour master of {place}",
    "fire chief": "fire chief of {place}",
    "union leader": "union leader in {region}",
    "police chief": "police chief of {place}",
    "governor": "governor of {region}",
    "chief engineer": "chief engineer of the {site}",
    "health minister": "health minister of {region}",
}
"""How somebody is called later -> at first."""

QUOTES = (
    "“We {verb} the {noun} and {nouns} will {adv} follow,” said {who}, the {role}.",
    "“Nobody {verb} a {adj} {noun} here in {small} years,” {surname} said.",
    "“The {noun} was {adj}, and that {verb} us,” said {surname}.",
    "{surname} told reporters: “A {noun} like the {site} {verb} {nouns} once.”",
    "“I {verb} my {noun} and the {adj} {noun} behind it,” said {other}.",
    "“If the {noun} {verb}, {nouns} in {region} are {adj},” {rival} said.",
    "“Ask the {noun}, not the {adj} {noun},” {rival} said, as {nouns} {verb}.",
    "“They {adv} {verb} {small} {nouns} and a {noun},” said {other}, who {verb} it.",
    "“What {verb} the {site} was a {noun}, a {adj} one,” {surname} said.",
    "“No {noun} in {region} {verb} so {adj} a {noun},” the {post} said.",
    "“{Nouns} come first, then the {adj} {noun},” the {post} told reporters.",
)

BACKGROUND = (
    "The {adj} {noun} in {region} {verb} a {noun} {small} years ago.",
    "A {noun} of {nouns} {verb} {adv} while the {adj} {noun} {verb}.",
    "Near {region} the {noun} {verb} {nouns}, {small} of them {adj}.",
    "For {small} {nouns} a {adj} {noun} {verb} the {noun}.",
    "{Nouns} and {nouns} {adv} {verb} a {adj} {noun}.",
    "No {noun} {verb} the {adj} {noun}, which {verb} {nouns}.",
    "Since a {noun} {verb} in {month}, {nouns} {verb} {adv}.",
    "The {site}, built of {noun} and {noun}, {verb} {nouns} for {small} decades.",
    "One {adj} {noun} {verb} its {noun}; another {verb} {nouns}.",
    "With a {noun} and {small} {nouns} the {adj} {noun} {verb}.",
    "{Nouns} in {region} {verb} the {noun} {adv}.",
    "Whether a {adj} {noun} {verb} the {noun} is {adj}.",
)
