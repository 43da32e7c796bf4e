"""`/who-said`: what a person said, or who said some words; each thing said once, with every report of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

from rapidfuzz import fuzz, process

from bot.analyse.names import fits
from bot.analyse.offices import may_be_of, office
from bot.desk import Desk
from bot.errors import UserError
from bot.shapes import Bearer, Person, QuoteReport
from handlers.answers import Answer, Candidate, Speaker, Utterance, WhoSaid
from handlers.commands.asker import Asker, Command
from handlers.commands.in_place import arrivals, in_place
from handlers.commands.parsing import Request, read_request
from handlers.commands.people import asked_about
from handlers.commands.remembered import differently_given, find_words, given, likely, nobody_said, only_nearly
from handlers.commands.times import since_of
from handlers.commands.utterances import about_it, in_outlet, says_it, utterances

NAME = "/who-said"

# A person who fits this much better than the next one is meant; less, and the asker is asked.
CLEARLY_BETTER = 0.15

# A name this like what was typed (rapidfuzz, 0 to 100) may be a slip of the thumb.
NEAR_NAME = 65

MOST_OFFERED = 8
MOST_REPORTS = 500

# Utterances whose other reports are looked up.
MOST_UTTERANCES = 300

# People of one name whose words are read to find who is meant.
MOST_WEIGHED = 20

_UTTERANCE_ID = re.compile(r"u\d{1,12}")
_NEVER = datetime.min.replace(tzinfo=UTC)


def answer(text: str, desk: Desk, asker: Asker) -> Answer:
    """By a name, or by words in quotation marks; both together are a name and what it is about."""
    request = read_request(text, ("about", "since", "in"))
    if not request.words:
        raise UserError(
            'Whose words? Type `/who-said Maren Halloran`, or `/who-said "some words"` to find who said them.'
        )
    since = since_of(request.options, desk.clock())
    if _UTTERANCE_ID.fullmatch(request.subject):
        return in_place(request.line(NAME, request.subject), request.subject, desk, asker)
    if request.plain:
        return _by_name(request, since, desk, asker)
    return _by_words(request, since, desk, asker)


# --- by a name -------------------------------------------------------------------------------


def _by_name(request: Request, since: datetime | None, desk: Desk, asker: Asker) -> WhoSaid:
    name, people = request.plain, desk.store.people(asker.workspace)
    known = desk.store.person(asker.workspace, name.lower())
    found = [known] if known else _in_office(name, people, desk, asker) or _meant(name, people)
    if len(found) > 1:
        found = _who_said_so(found, request, since, desk, asker) or found
    if len(found) == 1:
        return _of_person(found[0], request, since, desk, asker)
    line = request.line(NAME, request.subject_again)
    if found:
        candidates = _offered(found, request, desk, asker)
        note = f"“{name}” may be {len(found)} people. Who is meant?"
        asked = asked_about(found, desk, asker)
        return WhoSaid(line=line, asked=name, note=note, candidates=candidates, may_be_one=asked)
    return _nobody(name, people, request, desk, asker)


def _meant(name: str, people: Sequence[Person]) -> list[Person]:
    """The one person a name means, or all that it may mean, the likeliest first."""
    found = sorted(fits(name, people), key=lambda pair: -pair[1])
    return [person for person, score in found if score > found[0][1] - CLEARLY_BETTER]


def _in_office(name: str, people: Sequence[Person], desk: Desk, asker: Asker) -> list[Person]:
    """Whom "the Northland defence minister" means: who held the office last by the reports; of several places, each.
    One word alone is a surname before it is an office."""
    told = office(name) if " " in name else None
    held = desk.store.bearers(asker.workspace, told.role) if told else []
    last: dict[str | None, Bearer] = {}
    for bearer in sorted(held, key=lambda bearer: bearer.last):
        if told and may_be_of(bearer.office, told):
            last[bearer.office.place] = bearer
    bearing = {bearer.person for bearer in last.values()}
    return [person for person in people if person.id in bearing]


def _who_said_so(
    people: Sequence[Person], request: Request, since: datetime | None, desk: Desk, asker: Asker
) -> list[Person]:
    """Those of a name who said something that is asked for: about it, in that outlet, since then."""
    if not request.options and not request.quoted:
        return []
    return [person for person in people[:MOST_WEIGHED] if _asked_for(person, request, since, desk, asker)[2]]


def _asked_for(
    person: Person, request: Request, since: datetime | None, desk: Desk, asker: Asker
) -> tuple[list[QuoteReport], list[QuoteReport], list[QuoteReport]]:
    """What a person said: all of that time, of it what the outlet has, of that what is about it."""
    everything = desk.store.quote_reports(asker.workspace, person=person.id, since=since, limit=MOST_REPORTS)
    of_outlet = in_outlet(everything, request.options.get("in"))
    about = _about(request)
    return everything, of_outlet, about_it(of_outlet, about) if about else of_outlet


def _about(request: Request) -> str:
    return " ".join(filter(None, [request.options.get("about", ""), request.quoted]))


def _of_person(person: Person, request: Request, since: datetime | None, desk: Desk, asker: Asker) -> WhoSaid:
    everything, of_outlet, kept = _asked_for(person, request, since, desk, asker)
    about, said = _about(request), _told(kept, request, since, desk, asker, of=person.id)
    return WhoSaid(
        line=request.line(NAME, " ".join([person.id, *(f'"{word.text}"' for word in request.words if word.quoted)])),
        note="" if kept else _nothing_of(person, request, everything, of_outlet, about, desk, asker),
        asked=person.name,
        speaker=Speaker(name=person.name, also=person.also),
        person=person.id,
        utterances=_over_time(said, about) if about else said,
        topic=about,
    )


def _told(
    kept: Sequence[QuoteReport],
    request: Request,
    since: datetime | None,
    desk: Desk,
    asker: Asker,
    of: str | None = None,
) -> tuple[Utterance, ...]:
    """What was said, with all its reports: also those that give it to somebody else, or have other words of it."""
    if "in" in request.options:
        whole = list(kept)
    else:
        ids = list(dict.fromkeys(report.utterance for report in kept))[:MOST_UTTERANCES]
        every = desk.store.quote_reports(asker.workspace, utterances=ids, since=since, limit=MOST_REPORTS)
        known = {report.quote for report in kept}
        whole = [*kept, *(report for report in every if report.quote not in known)]
    return utterances(whole, arrivals(whole, desk, asker), of)


def _over_time(said: Sequence[Utterance], about: str) -> tuple[Utterance, ...]:
    """By the day each was first reported on, the latest first; of a day those that say it before those that are told
    beside it, the latest first. What nobody dates comes last."""

    def place(one: Utterance) -> tuple[date, bool, datetime]:
        at = one.at or _NEVER
        return at.date(), any(says_it(report.text, about) for report in one.reports), at

    return tuple(sorted(said, key=place, reverse=True))


def _nothing_of(
    person: Person,
    request: Request,
    everything: Sequence[QuoteReport],
    of_outlet: Sequence[QuoteReport],
    about: str,
    desk: Desk,
    asker: Asker,
) -> str:
    """Why nothing is left, and what there is."""
    if of_outlet and about:
        return f"Nothing {person.name} said is about “{about}”. Without it there are {_count(of_outlet)}."
    if everything:
        outlets = ", ".join(dict.fromkeys(report.outlet or "an unnamed outlet" for report in everything))
        return f"{request.options['in']} does not quote {person.name}. These do: {outlets}."
    ever = desk.store.quote_reports(asker.workspace, person=person.id, limit=MOST_REPORTS)
    if ever and "since" in request.options:
        return f"Nothing since {request.options['since']}. Before, {person.name} said {_count(ever)}."
    return f"{person.name} was quoted in an earlier version of a report, and in none that stands now."


def _count(reports: Iterable[QuoteReport]) -> str:
    many = len({report.utterance for report in reports})
    return "1 thing" if many == 1 else f"{many} things"


def _offered(people: Sequence[Person], request: Request, desk: Desk, asker: Asker) -> tuple[Candidate, ...]:
    return tuple(
        Candidate(line=request.line(NAME, person.id), name=person.name, detail=_known_for(person, desk, asker))
        for person in people[:MOST_OFFERED]
    )


def _known_for(person: Person, desk: Desk, asker: Asker) -> str:
    """`3 things said, last in The Harbour Post`: what tells one Smith from another."""
    reports = desk.store.quote_reports(asker.workspace, person=person.id, limit=MOST_REPORTS)
    if not reports:
        return "not quoted in any report that stands now"
    story = desk.store.story(asker.workspace, reports[0].story)
    return f"{_count(reports)} said, last in “{story.title}”" if story else f"{_count(reports)} said"


def _nobody(name: str, people: Sequence[Person], request: Request, desk: Desk, asker: Asker) -> WhoSaid:
    """Nobody is called so: the nearest names, else those quoted most of late."""
    line = request.line(NAME, request.subject_again)
    if not people:
        note = "Nobody is quoted yet: no report with a quote is kept. Post a link or a file, or type /drop."
        return WhoSaid(line=line, asked=name, note=note)
    near = process.extract(name, {p.id: p.name for p in people}, scorer=fuzz.WRatio, score_cutoff=NEAR_NAME, limit=5)
    by_id = {person.id: person for person in people}
    others = [by_id[key] for _, _, key in near] or _most_quoted(by_id, desk, asker)
    how = "The nearest names:" if near else "Quoted most of late:"
    note = f"Nobody called “{name}” is quoted. {how}"
    return WhoSaid(line=line, asked=name, note=note, instead=_offered(others, request, desk, asker))


def _most_quoted(people: dict[str, Person], desk: Desk, asker: Asker) -> list[Person]:
    reports = desk.store.quote_reports(asker.workspace, limit=MOST_REPORTS)
    counted = Counter(report.person for report in reports if report.person)
    return [people[person] for person, _ in counted.most_common(5) if person in people]


# --- by words --------------------------------------------------------------------------------


def _by_words(request: Request, since: datetime | None, desk: Desk, asker: Asker) -> WhoSaid:
    wanted, line = request.quoted, request.line(NAME, request.subject_again)
    scored = find_words(wanted, since, desk, asker)
    of_outlet = {report.quote for report in in_outlet([report for _, report in scored], request.options.get("in"))}
    scored = [(score, report) for score, report in scored if report.quote in of_outlet]
    kept = likely(scored)
    everybody = desk.store.people(asker.workspace)
    if kept:
        people = given(scored, {person.id for person in everybody if person.named == "person"})
        return WhoSaid(
            line=line,
            asked=f"“{wanted}”",
            note=differently_given(wanted, people) or only_nearly(wanted, scored),
            utterances=_told(kept, request, since, desk, asker),
            given=people,
        )
    namesakes = _meant(wanted, everybody)
    return WhoSaid(
        line=line,
        asked=f"“{wanted}”",
        note=nobody_said(wanted, scored, bool(namesakes)),
        instead=_offered(namesakes, Request(options=request.options), desk, asker),
    )


WHO_SAID = Command(
    name=NAME,
    summary="What somebody said, or who said some words",
    usage=(
        "/who-said Maren Halloran",
        "/who-said Halloran about lifeboats since 7d in The Harbour Post",
        '/who-said "some words"',
    ),
    answer=answer,
)
