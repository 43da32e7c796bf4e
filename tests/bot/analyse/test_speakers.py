"""Who a source phrase is: tables of invented stories, a shape a line, with who speaks in each of their quotations."""

from __future__ import annotations

import pytest

from bot.analyse.quotes import quotes
from bot.shapes import Quote

Table = list[tuple[str, list[str | None]]]


def said(body: str) -> list[Quote]:
    """The quotations of a body, what is only reported aside."""
    return [quote for quote in quotes(body) if quote.kind != "indirect"]


TITLES_AND_NAMES: Table = [
    ("The minister, Sir Colin Marsh, came. “It is late,” Sir Colin said.", ["Colin Marsh"]),
    ("Lord Tarn, the former chancellor, spoke. “It is late,” the peer said.", ["Tarn"]),
    ("Goalkeeper Tove Hald was first. “It is late,” she said.", ["Tove Hald"]),
    ("Mum-of-six Tove Hald, 34, sobbed: “It is late.”", ["Tove Hald"]),
    ("BRAVE Tove Hald came. “It is late,” Hald said.", ["Tove Hald"]),
    ("Maria Lopez Garcia, a nurse, waited. “It is late,” Lopez said.", ["Maria Lopez Garcia"]),
    ("Kate O’Hara-Lunn, the envoy, waited. “It is late,” O’Hara-Lunn said.", ["Kate O’Hara-Lunn"]),
    ("Pieter van den Berg, the envoy, waited. “It is late,” Mr van den Berg said.", ["Pieter van den Berg"]),
    ("Anna Garin, a strategist for Mr. Tarn, waited. “It is late,” Mrs. Garin said.", ["Anna Garin"]),
    ("Anna King, the envoy, waited. “It is late,” King said.", ["Anna King"]),
    ("Skipper Lyle “Tug” Hald tied up. “It is late,” he said.", ["Lyle Hald"]),
    ("Ashby aide Colin Marsh rose. “It is late,” said Ashby aide Colin Marsh.", ["Colin Marsh"]),
    ("Old Peder was calm. “It is late,” he said.", ["Peder"]),
    ("“It is late,” said a trucker named Lyle Hald, who had come far.", ["Lyle Hald"]),
    ("Anna Ashby (@ashby) wrote: “It is late.”", ["Anna Ashby"]),
    ("Ferryman Yusif Daar came. “It is late,” he joked.", ["Yusif Daar"]),
    ("Violist Yusif Daar came. “It is late,” he joked.", ["Yusif Daar"]),
    ("Anna Ashby the baker, who came, said it was “a long and heavy night”.", ["Anna Ashby"]),
    ("Anna Ashby runs Kalvik.\n\nThe boat is late. Sorry!\n— Anna A. (@anna_a) May 2, 2033", ["Anna Ashby"]),
    ("“It is late,” said the envoy to Kesh, Ximo Brull. “Very,” Brull said.", ["Ximo Brull", "Ximo Brull"]),
    ("A clerk for Premier Tara Vane, Nils Aker, spoke. “It is late,” the premier said.", ["Tara Vane"]),
    ("Regular Stan Hodge, 80, came. “It is late,” he moaned.", ["Stan Hodge"]),
    ("Devastated Stan Hodge came. “It is late,” he moaned.", ["Stan Hodge"]),
    ("Park Ji-won, an economist, came. “It is late,” Ms. Park said.", ["Park Ji-won"]),
    ("“It is late,” said Ngozi Miller.", ["Ngozi Miller"]),
    ("Understated Marsh comes late\n\nSecretary Colin Marsh came. “It is late,” Marsh said.", ["Colin Marsh"]),
]

DESCRIPTIONS: Table = [
    ("Minister Anna Ashby came. “It is late,” the under-fire minister said.", ["Anna Ashby"]),
    ("Rovers boss Lou Hald raged. “It is late,” the Rovers coach said.", ["Lou Hald"]),
    ("Former president Colin Marsh came. “It is late,” the ex-president said.", ["Colin Marsh"]),
    ("The captain of the Maid, Colin Marsh, came. “It is late,” the captain said.", ["Colin Marsh"]),
    ("The Speaker, Colin Marsh, rose. “Order,” said Mr Speaker.", ["Colin Marsh"]),
    ("An engineer warned that “the wall will go.” The engineer, Lotte Hald, has left.", ["Lotte Hald"]),
    ("Anna Ashby, 74, came. “It is late,” the 74-year-old said.", ["Anna Ashby"]),
    ("Anna Ashby came. “It is late,” the plucky gran said.", ["Anna Ashby"]),
    ("Up stepped Cosmo Pike. “It is late,” the kid said.", ["Cosmo Pike"]),
    ("Sen. Anna Ashby came. “It is late,” the Ellery senator said.", ["Anna Ashby"]),
    ("Anna Ashby came. “It is late,” the mayor said.", ["Anna Ashby"]),
    ("Joren Hald sailed home. “It is late,” moaned the bearded hunk.", ["Joren Hald"]),
    ("Tara Vane sailed home. “It is late,” gushed the blonde bombshell.", ["Tara Vane"]),
    ("Joren Hald sailed home. “It is late,” quipped the Marrow-born star.", ["Joren Hald"]),
    ("The commissioner for ports, Katrijn Maes, sang. “It is late,” the Belgian said.", ["Katrijn Maes"]),
    ("Striker Joren Hald scored. “It is late,” the Dutchman said.", ["Joren Hald"]),
    ("A diver sank. Tara Vane came. “It is late,” the diver said.", ["a diver"]),
    ("Tara Vane fell. “It is late,” the shocked passenger said.", ["shocked passenger"]),
    ("Tara Vane fell. “It is late,” the bystander said.", ["bystander"]),
    ("Archbishop Tadeo Vane came. “It is late,” the prelate said.", ["Tadeo Vane"]),
    ("Ole Quist, the bishop, came. “It is late,” the shocked cleric said.", ["Ole Quist"]),
    ("Tara Vane came. “It is late,” the coastguard said.", ["coastguard"]),
    ("The rapper, whose real name is Joren Hald, wept: “It is late.”", ["Joren Hald"]),
    ("Sen. Tara Vane, the panel’s top Democrat, came. “It is late,” the Ellery Democrat said.", ["Tara Vane"]),
    ("Gov. Tara Vane came. “It is late,” the Democrat said.", ["Tara Vane"]),
    ("The Dutchman left. Joren Hald came. “It is late,” the Dutchman said.", ["Dutchman"]),
    ("Anna Ashby and Colin Marsh came. Marsh sang. Ashby sang. “It is late,” the mayor said.", [None]),
    ("Anna Ashby, the baker, came. “It is late,” the judge said.", ["judge"]),
    ("The French president came, and President Anna Ashby. “It is late,” the lawyer said.", ["lawyer"]),
    ("A senior port official came. “It is late,” the official said.", ["a senior port official"]),
    ("“It is late,” said one of the officials, who was not authorized to speak.", ["one of the officials"]),
    (
        "A spokeswoman for its owner, Marsh Shipping, said “it is late.”",
        ["a spokeswoman for its owner, Marsh Shipping"],
    ),
]

UNNAMED: Table = [
    ("“It is late,” a person close to the harbour board said.", ["a person close to the harbour board"]),
    ("“It is late,” said two people familiar with the talks.", ["two people familiar with the talks"]),
    ("People waiting at the depot said it was “late and cold”.", ["people waiting at the depot"]),
    ("Two women who were in the hall told him it was “late and cold”.", ["two women who were in the hall"]),
    ("A man sheltering in a barn said it was “late and cold”.", ["a man sheltering in a barn"]),
    ("It was “late and cold”, according to three aides briefed on it.", ["three aides briefed on it"]),
    ("An aide who spoke on condition of anonymity said it was “late and cold”.", ["an aide"]),
    ("A clerk who worked at the port said it was “late and cold”.", ["a clerk who worked at the port"]),
    ("It was “late and cold”, according to a log seen by the Post.", ["a log seen by the Post"]),
    ("It was “late and cold”, according to a regulatory filing.", ["a regulatory filing"]),
    ("A senior aide rose. “It is late,” said a senior aide. “Very late,” the same aide said.", ["a senior aide"] * 2),
]

INSTITUTIONS: Table = [
    ("Ship operator Kalvik said it was “late and slow”.", ["Kalvik"]),
    ("Energy giant Kalvik said it was “late and slow”.", ["Kalvik"]),
    ("The budget airline Kalvik said it was “late and slow”.", ["Kalvik"]),
    ("Kalvik said it was late. “It is slow,” the airline said.", ["Kalvik"]),
    ("Kalvik, which owns the pit, said it was late. The company said it was “dry and safe”.", ["Kalvik"]),
    ("The port ministry said it was late. “It is slow,” the company said.", ["company"]),
    ("Marrow Copper, which owns the pit, said it was late. It said the shaft was “dry and safe”.", ["Marrow Copper"]),
    ("Dulse Foods, the state firm that owns it, left. It said the pit was “dry and safe”.", ["Dulse Foods"]),
    ("The Ministry of Fisheries came. “It is late,” the ministry said.", ["Ministry of Fisheries"]),
]

FAMILIES: Table = [
    ("June and Boyd Marsh came. “No,” said Mrs. Marsh. “Yes, indeed,” Mr. Marsh said.", ["June Marsh", "Boyd Marsh"]),
    ("June and Boyd Marsh came. “It is late,” June said.", ["June Marsh"]),
    ("Anna Ashby wept. Her husband, Bram, did not. “It is late,” he said.", ["Bram"]),
    ("Mr. Marsh’s wife, Helen, watched. “It is late,” Mrs. Marsh said. Ted Marsh slept.", ["Helen Marsh"]),
    ("Colin Marsh and his sister Ilse wept. “It is late,” said her brother.", ["Colin Marsh"]),
    ("Bridie Hald kept shop. Desmond Hald sailed. “It is late,” Mr Hald said.", ["Desmond Hald"]),
    (
        "Anna Ashby’s lawyer, Colin Marsh, spoke. “It is late,” he said. “It is,” she said.",
        ["Colin Marsh", "Anna Ashby"],
    ),
    ("Reg Hald came. “It is late,” sighed Reg’s missus Doreen. Hald slept.", ["Doreen Hald"]),
    ("Anna Ashby came. Her neighbour, Fanta, agrees. “It is late,” she said.", ["Fanta"]),
    ("Mum Greet Hald wept. Joren Hald’s yacht sank. “It is late,” moaned the bearded hunk.", ["Joren Hald"]),
    ("“She is late,” said captain Anna Ashby’s father, Angus.", ["Angus Ashby"]),
]

PRONOUNS: Table = [
    ("Furious villagers came. “It is late,” they chanted.", ["Furious villagers"]),
    ("The Harbour Guild met. “It is late,” it said.", ["Harbour Guild"]),
    ("I reached Anna Ashby at last. She was blunt: “It is late.”", ["Anna Ashby"]),
    ("The army came. Anna Ashby sang. “It is late,” she said.", ["Anna Ashby"]),
    ("Colin Marsh came. The rise of Anna Ashby is new. “It is late,” he said.", ["Colin Marsh"]),
    ("Anna Ashby came. “Colin Marsh rang. He said ‘it is late’,” she said.", ["Anna Ashby", "Colin Marsh"]),
    ("“I told him, ‘it is late’,” said Anna Ashby.", ["Anna Ashby", "Anna Ashby"]),
    ("Anna Ashby said she called it “a long and heavy night”.", ["Anna Ashby", "Anna Ashby"]),
    ("Rowan Hald, who wants her job, came. He raged: “It is late.” Her job is safe.", ["Rowan Hald"]),
    ("Colin Marsh took the longer view.\n\n“In the spring nobody cared for it.”", ["Colin Marsh"]),
    ("Colin Marsh said it was late. Their mother was less sure.\n\n“Ten days. I have counted.”", ["their mother"]),
    ("Osbert Hald chairs it. I asked Cato Vane, who rows, if he cared. “It is late,” he said.", ["Cato Vane"]),
    ("Hundreds of farmers came. “It is late,” they shouted.", ["Hundreds of farmers"]),
    ("Anna Ashby came. Her message to the port: “It is late.”", ["Anna Ashby"]),
]


@pytest.mark.parametrize(
    ("body", "names"), TITLES_AND_NAMES + DESCRIPTIONS + UNNAMED + INSTITUTIONS + FAMILIES + PRONOUNS
)
def test_who_speaks_is_told_inside_the_story(body: str, names: list[str | None]) -> None:
    assert [quote.name for quote in said(body)] == names


@pytest.mark.parametrize("source", ["the plucky gran", "the 74-year-old", "the mayor", "her brother"])
def test_whom_a_description_only_goes_on_with_is_likely_never_sure(source: str) -> None:
    body = f"Colin Marsh and his sister Ilse came. Anna Ashby, 74, came. “It is late,” {source} said."
    assert all(0.5 <= quote.confidence < 0.85 for quote in said(body) if quote.name)


def test_an_institution_is_shown_by_its_full_name_where_there_is_one() -> None:
    body = "The Marrow Harbour Agency met. The agency said the pier was lost."
    assert [(quote.name, quote.named) for quote in quotes(body)] == [("Marrow Harbour Agency", "body")]


LABELS: Table = [
    ("MS S. ASHBY (Ellery): The boat is late.\n\nTHE PREMIER (Mr R. Tarn): It is early.", ["S. Ashby", "R. Tarn"]),
    ("ANNA ASHBY, HOST: The boat is late.\n\nASHBY: It is very late.", ["Anna Ashby", "Anna Ashby"]),
    ("HOST: The boat is late.\n\nABARA J: How late is the boat?", ["host", "Abara"]),
    ("DEAN ASHBY, ANCHOR: The boat is late.\n\nASHBY: It is very late.", ["Dean Ashby", "Dean Ashby"]),
    (
        "Anna Ashby runs Kalvik.\n\nPN: Is it late?\n\nAA: It is.\n\nPN: Very?\n\nAA: Yes, very.",
        ["PN", "Anna Ashby"] * 2,
    ),
    ("CHAIRMAN PORTER: The boat is late.", ["Porter"]),
    ("HON. MEMBERS: Where is the boat?", ["hon. members"]),
]


@pytest.mark.parametrize(("body", "names"), LABELS)
def test_labels_in_capitals_are_read_as_names_and_roles(body: str, names: list[str | None]) -> None:
    assert [quote.name for quote in said(body)] == names
