"""`/who-said`: what a person said, or who said some words; each thing said once, with every report of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime

from rapidfuzz import fuzz, process

from bot.analyse.names import fits
from bot.analyse.utterances import holds
from bot.desk import Desk
from bot.errors import UserError
from bot.shapes import Person, QuoteReport
from handlers.answers import Answer, Candidate, Speaker, Telling, Utterance, WhoSaid
from handlers.commands.asker import Asker, Command
from handlers.commands.parsing import Request, read_request
from handlers.commands.times import since_of
from handlers.commands.utterances import about_it, in_outlet, quotation, utterances

NAME = "/who-said"

# So much of the words must be in a quote (holds, 0 to 1): a slip of memory is forgiven, another sentence is not.
NEARLY_THE_WORDS = 0.75

# A person who fits this much better than the next one is meant; less, and the asker is asked.
CLEARLY_BETTER = 0.15

# A name this like what was typed (rapidfuzz, 0 to 100) may be a slip of the thumb.
NEAR_NAME = 65

MOST_OFFERED = 8
MOST_REPORTS = 500

# People of one name whose words are read to find who is meant.
MOST_WEIGHED = 20

_WORD = re.compile(r"\w+")
_PERSON_ID = re.compile(r"p\d{1,12}")


def answer(text: str, desk: Desk, asker: Asker) -> Answer:
    """By a name, or by words in quotation marks; both together are a name and what it is about."""
    request = read_request(text, ("about", "since", "in"))
    if not request.words:
        raise UserError(
            'Whose words? Type `/who-said Maren Halloran`, or `/who-said "some words"` to find who said them.'
        )
    since = since_of(request.options, desk.clock())
    if request.plain:
        return _by_name(request, since, desk, asker)
    return _by_words(request, since, desk, asker)


# --- by a name -------------------------------------------------------------------------------


def _by_name(request: Request, since: datetime | None, desk: Desk, asker: Asker) -> WhoSaid:
    name, people = request.plain, desk.store.people(asker.workspace)
    found = _meant(name, people)
    if len(found) > 1:
        found = _who_said_so(found, request, since, desk, asker) or found
    if len(found) == 1:
        return _of_person(found[0], request, since, desk, asker)
    line = request.line(NAME, request.subject_again)
    if found:
        candidates = _offered(found, request, desk, asker)
        note = f"“{name}” may be {len(found)} people. Who is meant?"
        return WhoSaid(line=line, asked=name, note=note, candidates=candidates)
    return _nobody(name, people, request, desk, asker)


def _meant(name: str, people: Sequence[Person]) -> list[Person]:
    """The one person a name means, or all that it may mean, the likeliest first."""
    if _PERSON_ID.fullmatch(name.lower()):
        return [person for person in people if person.id == name.lower()]
    found = sorted(fits(name, people), key=lambda pair: -pair[1])
    return [person for person, score in found if score > found[0][1] - CLEARLY_BETTER]


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
    return WhoSaid(
        line=request.line(NAME, " ".join([person.id, *(f'"{word.text}"' for word in request.words if word.quoted)])),
        note="" if kept else _nothing_of(person, request, everything, of_outlet, _about(request), desk, asker),
        asked=person.name,
        speaker=Speaker(name=person.name, also=person.also),
        utterances=_dated(utterances(kept), desk, asker),
    )


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


def _dated(said: tuple[Utterance, ...], desk: Desk, asker: Asker) -> tuple[Utterance, ...]:
    """The same, with when a report came where it does not say when it was published."""
    undated = {report.article for one in said for report in one.reports if report.published is None}
    articles = (desk.store.article(asker.workspace, article) for article in undated)
    seen = {article.id: article.seen for article in articles if article}
    return tuple(
        one.model_copy(update={"reports": tuple(_came(report, seen) for report in one.reports)}) for one in said
    )


def _came(report: Telling, seen: dict[str, datetime]) -> Telling:
    return report if report.published else report.model_copy(update={"seen": seen.get(report.article)})


# --- by words --------------------------------------------------------------------------------


def _by_words(request: Request, since: datetime | None, desk: Desk, asker: Asker) -> WhoSaid:
    wanted = request.quoted
    words = [word for word in _WORD.findall(wanted.lower()) if len(word) > 2]
    if not words:
        raise UserError("Those words are too short to find anything by. Give three or more that stand together.")
    found = desk.store.quote_reports(asker.workspace, words=words, since=since, limit=MOST_REPORTS)
    kept = [report for report in found if holds(wanted, quotation(report)) >= NEARLY_THE_WORDS]
    kept = in_outlet(kept, request.options.get("in"))
    line = request.line(NAME, request.subject_again)
    if kept:
        said = _dated(utterances(_whole(kept, found)), desk, asker)
        return WhoSaid(line=line, asked=f"“{wanted}”", utterances=said)
    people = _meant(wanted, desk.store.people(asker.workspace))
    return WhoSaid(
        line=line,
        asked=f"“{wanted}”",
        note=_nobody_said(wanted, found, people),
        instead=_offered(people, Request(options=request.options), desk, asker),
    )


def _nobody_said(wanted: str, found: Sequence[QuoteReport], people: Sequence[Person]) -> str:
    if people:
        return f"Nobody is quoted with the words “{wanted}”. As a name it would be:"
    if found:
        nearest = max(found, key=lambda report: holds(wanted, quotation(report)))
        return f"Nobody is quoted with the words “{wanted}”. The nearest: {nearest.text} ({nearest.name or 'unknown'})."
    return f"No quote holds any of the words “{wanted}”. For a name, leave the quotation marks out."


def _whole(kept: Sequence[QuoteReport], found: Sequence[QuoteReport]) -> list[QuoteReport]:
    """The reports that hold the words, with the other reports of the same utterances that were found."""
    said = {report.utterance for report in kept}
    return [*kept, *(report for report in found if report.utterance in said and report not in kept)]


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
