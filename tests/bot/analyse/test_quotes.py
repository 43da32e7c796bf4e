"""Who said what: one table a shape, then what must hold for any text at all."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.analyse.quotes import quotes
from bot.shapes import Quote

STORY = "Harbour Minister Anna Ashby arrived in Port Ellery on Monday. Her deputy, Colin Marsh, waited at the quay.\n\n"


def parts(body: str, quote: Quote) -> list[str]:
    return [body[start:end] for start, end in quote.content]


def read(body: str) -> list[tuple[list[str], str | None]]:
    return [(parts(body, quote), quote.name) for quote in quotes(body)]


DIRECT = [
    ("“We will rebuild the pier,” Ashby said.", ["“We will rebuild the pier,”"], "Anna Ashby"),
    ("“We will rebuild the pier,” said Ashby.", ["“We will rebuild the pier,”"], "Anna Ashby"),
    ("Ashby said: “We will rebuild the pier.”", ["“We will rebuild the pier.”"], "Anna Ashby"),
    ('Ashby told reporters on Monday, "We will rebuild the pier."', ['"We will rebuild the pier."'], "Anna Ashby"),
    ("''We will rebuild the pier,'' Ashby said.", ["''We will rebuild the pier,''"], "Anna Ashby"),
    ("‘We will rebuild the pier,’ Ashby said.", ["‘We will rebuild the pier,’"], "Anna Ashby"),
    ("“We will,” Ashby said, “rebuild the pier.”", ["“We will,”", "“rebuild the pier.”"], "Anna Ashby"),
    ("“We will rebuild it,” Ashby said. “All of it.”", ["“We will rebuild it,”", "“All of it.”"], "Anna Ashby"),
    ("“Will we rebuild the pier?” Ashby asked.", ["“Will we rebuild the pier?”"], "Anna Ashby"),
    ("“It was ‘no pier at all’ to me,” Ashby said.", ["“It was ‘no pier at all’ to me,”"], "Anna Ashby"),
    ("“We will rebuild the pier,” the harbour minister said.", ["“We will rebuild the pier,”"], "Anna Ashby"),
    ("“We will rebuild it,” Ashby, the minister, said of it.", ["“We will rebuild it,”"], "Anna Ashby"),
    ("“We will rebuild the pier.” — Anna Ashby", ["“We will rebuild the pier.”"], "Anna Ashby"),
    ("“We will rebuild it,” said its keeper, Tove Hald.", ["“We will rebuild it,”"], "Tove Hald"),
    ("Ashby: “We will rebuild the pier.”", ["“We will rebuild the pier.”"], "Anna Ashby"),
    ("ASHBY: We will rebuild the pier.", ["We will rebuild the pier."], "Anna Ashby"),
]

MIXED_AND_INDIRECT = [
    ("Ashby said the pier was “beyond any repair” now.", ["the pier was “beyond any repair” now"], "Anna Ashby"),
    ("The talks “will begin this very week,” Ashby said.", ["The talks “will begin this very week,”"], "Anna Ashby"),
    ("Ashby said that the pier was lost.", ["that the pier was lost"], "Anna Ashby"),
    (
        "The pier had been lost in the night, Ashby said on Monday.",
        ["The pier had been lost in the night"],
        "Anna Ashby",
    ),
    ("The pier, Ashby said, was lost.", ["The pier", "was lost"], "Anna Ashby"),
    ("According to Ashby, the pier was lost.", ["the pier was lost"], "Anna Ashby"),
    ("The pier was lost, according to Ashby.", ["The pier was lost"], "Anna Ashby"),
    ("Ashby accused the port of neglecting the pier.", ["the port of neglecting the pier"], "Anna Ashby"),
    ("Ashby said the pier would go, a move that shut the port.", ["the pier would go"], "Anna Ashby"),
    ("Ashby warned of floods after the dam broke.", ["of floods"], "Anna Ashby"),
    ("Ashby denied that the pier was lost.", ["that the pier was lost"], "Anna Ashby"),
    ("Ashby has insisted that the pier was sound.", ["that the pier was sound"], "Anna Ashby"),
    ("NPS said the pier was lost.", ["the pier was lost"], "NPS"),
    ("Port officials said the pier was lost.", ["the pier was lost"], "Port officials"),
]


@pytest.mark.parametrize(("sentence", "content", "name"), DIRECT + MIXED_AND_INDIRECT)
def test_one_attribution_is_found_with_its_speaker(sentence: str, content: list[str], name: str) -> None:
    body = STORY + sentence
    assert read(body) == [(content, name)]


BESIDE_ITS_CUE = [
    ("''It is a 'bad deal,''' Ashby recalled.", ["''It is a 'bad deal,'''"], "Anna Ashby"),
    ("He jokes, “It never ends!”", ["“It never ends!”"], "Colin Marsh"),
    ("Ashby wrote on Harbourbook: “We will rebuild it.”", ["“We will rebuild it.”"], "Anna Ashby"),
    ("“We will rebuild it,” port planning director Tove Hald wrote.", ["“We will rebuild it,”"], "Tove Hald"),
    ("“We will rebuild it,” Ashby, who is harbour minister, said.", ["“We will rebuild it,”"], "Anna Ashby"),
    (
        "The keepers know that “nothing can save it now,” Ashby said.",
        ["The keepers know that “nothing can save it now,”"],
        "Anna Ashby",
    ),
    ("Ashby called the pier “no loss to us” as she left.", ["the pier “no loss to us”"], "Anna Ashby"),
    ("Ashby said it was “no loss to us,” a word she regrets.", ["it was “no loss to us,”"], "Anna Ashby"),
    (
        "“It is lost,” Ashby said. But “the old light house” will be kept.",
        ["“It is lost,”", "But “the old light house” will be kept"],
        "Anna Ashby",
    ),
    (
        "Ashby said that the pier was lost. “We will rebuild it.”",
        ["that the pier was lost", "“We will rebuild it.”"],
        "Anna Ashby",
    ),
]

LAYOUTS = [
    (
        "“It is lost,” said Ashby, a former diver whose boat, “Roll On By,” is for sale, “and nobody came.”",
        ["“It is lost,”", "“and nobody came.”"],
        "Anna Ashby",
    ),
    ("Ashby called the pier “no loss to us” until last May.", ["the pier “no loss to us”"], "Anna Ashby"),
    ("Ashby’s claim that it was “no loss to us” is untrue.", ["that it was “no loss to us”"], "Anna Ashby"),
    ("“It was,” Ashby paused, “a very long night.”", ["“It was,”", "“a very long night.”"], "Anna Ashby"),
    ("Ashby reckons the pier “had it coming for years.”", ["the pier “had it coming for years.”"], "Anna Ashby"),
    ("Two of them, who were diving, called it “a mess.”", ["it “a mess.”"], "two of them"),
    ("It is a bill that Ashby says will “sink us,” and passed by two votes.", ["will “sink us,”"], "Anna Ashby"),
    ("Ashby used to say, “Nothing lasts.”", ["“Nothing lasts.”"], "Anna Ashby"),
    ("Ashby wrote in a May report, “Nothing lasts.”", ["“Nothing lasts.”"], "Anna Ashby"),
    ("“It is lost,” sniffled Ashby, “and I am old.”", ["“It is lost,”", "“and I am old.”"], "Anna Ashby"),
    ("‘It is not lost’, Ashby mouths.", ["‘It is not lost’"], "Anna Ashby"),
    ("“Is it lost or not?” demanded Ashby.", ["“Is it lost or not?”"], "Anna Ashby"),
    ("“With what?” asked Per Dahl, a baker. “Sand?”", ["“With what?”", "“Sand?”"], "Per Dahl"),
    ("‘It is lost for good,’ giggled the plucky gran.", ["‘It is lost for good,’"], "plucky gran"),
    ("“It is lost!” hollered its keeper, Tove Hald. “All!”", ["“It is lost!”", "“All!”"], "Tove Hald"),
    ("“Not now,” Ashby purred.", ["“Not now,”"], "Anna Ashby"),
    ("“If they want it lost, said Ashby, they can wait.”", ["“If they want it lost,", "they can wait.”"], "Anna Ashby"),
    ("As Ashby puts it, the pier is a bath with a view.", ["the pier is a bath with a view"], "Anna Ashby"),
    ("A sign at the quay read: “No boats.”", ["“No boats.”"], "a sign at the quay"),
    ("“Boats”, said Ashby, “can’t read.”", ["“Boats”", "“can’t read.”"], "Anna Ashby"),
    ("“The pier is dead,” the port’s report concludes.", ["“The pier is dead,”"], "port’s report"),
    ("The pier, argues Ashby, was never safe.", ["The pier", "was never safe"], "Anna Ashby"),
    ("“He was a good boy.” So said his mother, Tove Hald.", ["“He was a good boy.”"], "Tove Hald"),
    ("It was Ashby who first called it “a bath with a view”.", ["it “a bath with a view”"], "Anna Ashby"),
    ("The talks failed, with Ashby saying he “never came”.", ["he “never came”"], "Anna Ashby"),
    ("The tape has Ashby saying: “Sink it.”", ["“Sink it.”"], "Anna Ashby"),
    ("“This is what is left”: Anna Ashby, right, on the pier.", ["“This is what is left”"], "Anna Ashby"),
    ("As Ashby likes to say, the pier is a bath.", ["the pier is a bath"], "Anna Ashby"),
    ("As Ashby likes to say, “nothing lasts but rust.”", ["“nothing lasts but rust.”"], "Anna Ashby"),
    ("The pier was praised by Ashby as “a bath with a view”.", ["“a bath with a view”"], "Anna Ashby"),
    ("“The worst pie on the coast” (Ellery Post).", ["“The worst pie on the coast”"], "Ellery Post"),
    ("Asked whether it was lost, Ashby laughed. “It is older than me.”", ["“It is older than me.”"], "Anna Ashby"),
]

NOMINAL = [
    ("“Not without a boat,” was the answer from Ashby.", ["“Not without a boat,”"], "Anna Ashby"),
    ("“A waste of paint” was Ashby’s verdict.", ["“A waste of paint”"], "Anna Ashby"),
    ("“A waste of paint” is how Ashby put it on Friday.", ["“A waste of paint”"], "Anna Ashby"),
    ("“Nobody knows,” was how Ashby summed it up.", ["“Nobody knows,”"], "Anna Ashby"),
    ("“They can keep it,” in the words of its keeper, Tove Hald.", ["“They can keep it,”"], "Tove Hald"),
    ("In the words of Ashby, “nobody gets out dry.”", ["“nobody gets out dry.”"], "Anna Ashby"),
    ("Ashby’s answer was “not on your life”.", ["“not on your life”"], "Anna Ashby"),
    ("Ashby’s reply to the last offer was two words long: “Get lost.”", ["“Get lost.”"], "Anna Ashby"),
    ("The verdict of the court was “not proven”.", ["“not proven”"], "court"),
    ("Here is Ashby, who is minister, quote, “Get lost.”", ["“Get lost.”"], "Anna Ashby"),
    ("Ashby was heard to say: “Get lost.”", ["“Get lost.”"], "Anna Ashby"),
    ("“Get lost.” – a boy at the tap", ["“Get lost.”"], "a boy at the tap"),
    ("[Caption: “Get lost”: Tove Hald with her boat.]", ["“Get lost”"], "Tove Hald"),
]

GOVERNED = [
    ("Ashby thanked the crews “for every single night.”", ["the crews “for every single night.”"], "Anna Ashby"),
    ("Ashby introduced Hald as “the last of the keepers.”", ["Hald as “the last of the keepers.”"], "Anna Ashby"),
    ("Ashby talks about “spoiling the party” in May.", ["“spoiling the party” in May"], "Anna Ashby"),
    ("The ad attacks Hald for “a life at the trough.”", ["Hald for “a life at the trough.”"], "ad"),
    ("The talks ended with Ashby yelling: “Get out of here!”", ["“Get out of here!”"], "Anna Ashby"),
]


@pytest.mark.parametrize(("sentence", "content", "name"), BESIDE_ITS_CUE + LAYOUTS + NOMINAL + GOVERNED)
def test_a_quotation_goes_to_its_cue_or_to_whose_doing_it_is(sentence: str, content: list[str], name: str) -> None:
    assert read(STORY + sentence) == [(content, name)]


def test_a_tag_claims_its_quotation_from_the_cue_before() -> None:
    body = STORY + "Marsh asserted that all was lost: “It is gone for good,” Ashby claimed."
    assert read(body) == [(["that all was lost"], "Colin Marsh"), (["“It is gone for good,”"], "Anna Ashby")]


WHOSE_DOING = [
    ("“We will rebuild it,“ Ashby said.", ["“We will rebuild it,“"], "Anna Ashby"),
    ("\"We call it 'a long road,' \" Ashby said.", ["\"We call it 'a long road,' \""], "Anna Ashby"),
    ("“We will rebuild it,” the keepers conclude.", ["“We will rebuild it,”"], "keepers"),
    ("“We will rebuild it,” a notice on the door reads.", ["“We will rebuild it,”"], "a notice on the door"),
    ("Said Anna Ashby, who came late, “We will rebuild the pier.”", ["“We will rebuild the pier.”"], "Anna Ashby"),
    ("Marsh was asked by Ashby, “Will you rebuild the pier?”", ["“Will you rebuild the pier?”"], "Anna Ashby"),
    ("“Will nobody rebuild it?” Ashby questioned.", ["“Will nobody rebuild it?”"], "Anna Ashby"),
    ("“We will rebuild it,” said retired keeper Tove Hald.", ["“We will rebuild it,”"], "Tove Hald"),
    ("“We will rebuild it,” said Hamed Oksa, a keeper.", ["“We will rebuild it,”"], "Hamed Oksa"),
    ("Skilling told the Echo: “We will rebuild it.”", ["“We will rebuild it.”"], "Skilling"),
    ("Ashby, star of “The Tide at Night,” thanked us for “a long night.”", ["us for “a long night.”"], "Anna Ashby"),
    (
        "Ashby praised Hald, who left the port on Monday, as “the last of the keepers.”",
        ["Hald, who left the port on Monday, as “the last of the keepers.”"],
        "Anna Ashby",
    ),
    (
        "Ashby delivered a snappy retort: “No one is tearing it down.”",
        ["“No one is tearing it down.”"],
        "Anna Ashby",
    ),
    (
        "The council issued a statement on Monday saying the pier “will not be rebuilt.”",
        ["the pier “will not be rebuilt.”"],
        "council",
    ),
    ("Though Marsh smiled, Ashby chose strong words, saying it was “a crime.”", ["it was “a crime.”"], "Anna Ashby"),
    (
        "Ashby called the pier “no loss to anybody” Tuesday, hours after it fell.",
        ["the pier “no loss to anybody”"],
        "Anna Ashby",
    ),
    (
        "Ashby said the pier, which stood for a century, is “in good hands now.”",
        ["the pier, which stood for a century, is “in good hands now.”"],
        "Anna Ashby",
    ),
]


@pytest.mark.parametrize(("sentence", "content", "name"), WHOSE_DOING)
def test_the_speaker_is_whoever_does_what_the_cue_tells(sentence: str, content: list[str], name: str) -> None:
    assert (content, name) in read(STORY + sentence)


def test_who_is_the_source_and_its_name_is_the_one_before() -> None:
    body = STORY + "The port thanked Anna Ashby, who said: “We will rebuild it.”"
    (quote,) = (quote for quote in quotes(body) if quote.kind == "direct")
    assert quote.speaker is not None and body[slice(*quote.speaker)].endswith("who")
    assert quote.name == "Anna Ashby"


def test_a_guess_says_that_it_is_one() -> None:
    body = STORY + "Ashby was under “a cloud that had hung over all of the port for a whole year now.”"
    assert [(quote.name, quote.confidence < 0.5) for quote in quotes(body)] == [("Anna Ashby", True)]


@pytest.mark.parametrize(
    "sentence",
    ["A banner with “no pier, no port” hung there.", "It was all about “boats and tides and more” there."],
)
def test_short_quotations_that_nobody_says_are_no_quotes(sentence: str) -> None:
    assert read(STORY + sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The “old pier” is a landmark.",
        "Her novel “The Tide at Night” sold well.",
        "The so-called “wave wall” held.",
        "The ship was expected to sail on Tuesday.",
        "Ashby was told nothing at all.",
        "Ashby called Mr Marsh.",
    ],
)
def test_scare_quotes_titles_and_passives_are_nobodys_words(sentence: str) -> None:
    assert read(STORY + sentence) == []


def test_participles_go_to_the_subject_of_the_sentence() -> None:
    body = STORY + "Ashby called the pier “a wreck,” adding that “nothing can save it.”"
    assert read(body) == [(["the pier “a wreck,”"], "Anna Ashby"), (["that “nothing can save it.”"], "Anna Ashby")]


def test_a_pronoun_means_the_subject_before_it() -> None:
    body = STORY + "Marsh walked along the quay. “It is gone,” he said. He added that the lamp was broken."
    assert [quote.name for quote in quotes(body)] == ["Colin Marsh", "Colin Marsh"]


def test_she_is_not_a_man() -> None:
    assert [quote.name for quote in quotes("Colin Marsh sighed.\n\n“It is all gone,” she said.")] == [None]


def test_a_quotation_goes_on_over_paragraphs_that_open_with_a_mark() -> None:
    body = STORY + "“We lost the pier,” Ashby said. “We lost the light.\n\n“We will build both again.”"
    assert read(body) == [(["“We lost the pier,”", "“We lost the light.", "“We will build both again.”"], "Anna Ashby")]


def test_a_bare_quoted_paragraph_goes_on_with_the_speaker_before() -> None:
    body = STORY + "“We lost the whole pier,” Ashby told the council.\n\n“We will build it again.”"
    assert read(body) == [(["“We lost the whole pier,”", "“We will build it again.”"], "Anna Ashby")]


def test_a_colon_announces_the_next_paragraph() -> None:
    body = STORY + "Marsh put it this way:\n\n“We lost the whole pier in one night.”"
    assert read(body) == [(["“We lost the whole pier in one night.”"], "Colin Marsh")]


SECOND_HAND = [
    ("“We will rebuild it,” the Ellery Post quoted Ashby as saying.", "Anna Ashby", "The Ellery Post"),
    ("The Ellery Post quoted Ashby as saying the pier would be rebuilt.", "Anna Ashby", "The Ellery Post"),
    ("“We will rebuild it,” Ashby said, according to the ENA news agency.", "Anna Ashby", "ENA"),
    ("“We will rebuild it,” Ashby told a meeting, the Ellery Post reported.", "Anna Ashby", "The Ellery Post"),
    ("Ashby insisted that the pier was safe, the Ellery Post reported.", "Anna Ashby", "The Ellery Post"),
    ("“We will rebuild it,” Ashby told the Marrow Gazette.", "Anna Ashby", "Marrow Gazette"),
    ("Ashby told the Marrow Gazette on Monday that the pier was safe.", "Anna Ashby", "Marrow Gazette"),
    ("“We will rebuild it,” Ashby said in an interview with Marrow Radio.", "Anna Ashby", "Marrow Radio"),
    ("“We will rebuild it,” Ashby told reporters in Marrow.", "Anna Ashby", None),
    ("“We will rebuild it,” Ashby told a news conference.", "Anna Ashby", None),
    ("“We will rebuild it,” Ashby told the Port Ellery Evening Echo.", "Anna Ashby", None),
    (
        "Ashby told Marsh that the pier was safe, according to a senior port official.",
        "Anna Ashby",
        "a senior port official",
    ),
]


@pytest.mark.parametrize(("sentence", "name", "via"), SECOND_HAND)
def test_second_hand_words_are_the_speakers_by_way_of_another(sentence: str, name: str, via: str | None) -> None:
    found = quotes(STORY + sentence, outlet="Evening Echo")
    assert [(quote.name, quote.via) for quote in found] == [(name, via)]


def test_the_fullest_name_in_the_article_is_shown() -> None:
    body = "Ashby said the pier was lost. Anna B. Ashby, the harbour minister, came on Monday."
    assert [quote.name for quote in quotes(body)] == ["Anna B. Ashby"]


def test_he_is_the_last_man_even_behind_a_woman() -> None:
    body = STORY + "Mr Marsh sighed. Anna Ashby said the pier was lost. It would be rebuilt, he said."
    found = quotes(body)
    assert [quote.name for quote in found] == ["Anna Ashby", "Colin Marsh"]
    assert found[1].confidence < 0.85


def test_a_headline_is_whose_words_it_holds() -> None:
    body = "“We will rebuild the pier”: town hears its minister\n\n" + STORY + "“We will rebuild the pier,” Ashby said."
    assert [quote.name for quote in quotes(body)] == ["Anna Ashby", "Anna Ashby"]


def test_a_name_below_a_quotation_signs_it() -> None:
    body = STORY + "“We will rebuild the old pier.”\n\n— Colin Marsh, Port Ellery"
    assert [quote.name for quote in quotes(body)] == ["Colin Marsh"]


def test_somebody_met_by_name_alone_is_whom_she_means() -> None:
    body = "One of those who listened was Ilse Tarn. Her boat was safe. “I have seen it now,” she said."
    assert [quote.name for quote in quotes(body)] == ["Ilse Tarn"]


def test_a_lone_name_is_a_persons_where_a_pronoun_takes_it_up() -> None:
    assert [quote.named for quote in quotes("Oksa said the pier was lost. He had seen it go.")] == ["person"]


@pytest.mark.parametrize(
    "source", ["An Ashby spokesman", "A colleague of Harbour Minister Anna Ashby", "Ashby’s lawyer"]
)
def test_a_name_inside_a_description_is_not_who_speaks(source: str) -> None:
    assert "Anna Ashby" not in [quote.name for quote in quotes(STORY + f"{source} said the pier was lost.")]


def test_a_rank_tells_two_people_of_one_surname_apart() -> None:
    body = "Colin Marsh came late, and Mr Marsh left soon. Supt Marsh said the pier was lost."
    assert [(quote.name, quote.named) for quote in quotes(body)] == [("Supt Marsh", "unnamed")]


def test_two_people_with_one_surname_are_not_mixed_up() -> None:
    body = "Anna Marsh and Colin Marsh came late. Marsh said the pier was lost."
    assert [(quote.name, quote.named) for quote in quotes(body)] == [("Marsh", "unnamed")]


@pytest.mark.parametrize(
    ("source", "named"),
    [
        ("Harbour Minister Anna Ashby", "person"),
        ("Lauri Oksa of the Pilots' Guild", "person"),
        ("Its retired engineer Lauri Oksa", "person"),
        ("Supt. Oksa", "person"),
        ("Quorl", "unnamed"),
        ("The harbour ministry", "body"),
        ("Ellery Ferries", "body"),
        ("Marrow Dredging", "body"),
        ("Norway", "body"),
        ("Norway and Sweden", "unnamed"),
        ("The Ellery Post and the Marrow Courier", "unnamed"),
        ("Port officials", "unnamed"),
        ("Crew of the Lady Marian", "unnamed"),
        ("Police", "unnamed"),
    ],
)
def test_people_bodies_and_the_unnamed_are_told_apart(source: str, named: str) -> None:
    assert [quote.named for quote in quotes(f"{source} said the pier was lost.")] == [named]


@pytest.mark.parametrize(
    "phrase",
    ["he said ", "“a b c ", '"', "'a ", "Poe, ", "A.", "(", "— ", "said “x y z” ", "claim that ", "according to "],
)
def test_odd_repetition_ends(phrase: str) -> None:
    body = phrase * 2000
    assert all(0 <= start < end <= len(body) for quote in quotes(body) for start, end in quote.content)


PIECES = st.sampled_from(
    ["“", "”", '"', "'", "’", "‘", "''", "``", "«", "»", " ", "  ", "\n", "\n\n", "\u2029", ".", "?", ", ", ": ", "; ",
     " — ", "(", ")", "…", "é", "😀", "ŉ", "A", "J. ", "U.S. ", "Gen. ", "Ashby", "Anna Ashby", "Mr Marsh", "he", "I",
     "the minister", "the minister, Anna Ashby,", "her husband", "who ", "which ", " said", " told", " told reporters",
     " added", " wrote", " went on", "put it", " hit back", " accused", " denied", " wants to", "adding", "as saying",
     "according to ", "quoted", "that ", "to go", "claim that ", "pier", "the pier was lost", "and ", "but ", "Q: ",
     "A: ", "ASHBY: ", "Dear Sir: ", "— Anna Ashby (@anna) May 19", "1,000"]
)  # fmt: skip


@settings(max_examples=250, deadline=None)
@example("Dear Sir: \u2029He")
@example("who claim that “")
@given(st.lists(PIECES, max_size=60).map("".join))
def test_spans_lie_in_the_body_in_order_and_the_same_way_twice(body: str) -> None:
    found = quotes(body)
    assert found == quotes(body)
    for quote in found:
        spans = [*quote.content, *(span for span in (quote.speaker, quote.cue) if span)]
        assert all(0 <= start < end <= len(body) for start, end in spans)
        assert all(one[1] <= other[0] for one, other in pairwise(quote.content))
        assert 0 <= quote.confidence <= 1


def test_bare_words_go_on_with_the_quotation_and_not_with_what_was_added_to_it() -> None:
    body = STORY + "“It is lost,” Ashby said, calling the plan “a folly.” “All of it.”\n\n“Nobody came.”"
    assert read(body) == [
        (["“It is lost,”", "“All of it.”", "“Nobody came.”"], "Anna Ashby"),
        (["the plan “a folly.”"], "Anna Ashby"),
    ]


def test_a_colon_in_its_own_sentence_leads_to_another_quote() -> None:
    body = STORY + "“It is lost,” Ashby said.\n\nAnd later, on the stairs: “All of it.”"
    assert read(body) == [(["“It is lost,”"], "Anna Ashby"), (["“All of it.”"], "Anna Ashby")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The storm that sailors call “the Widow” passed in the night.",
        "A fog they call “the big milk” hid the quay.",
        "The wind they call the “Widow” passed in the night.",
        "“Roads First” was the line on the cover.",
        "“The Silent Pier,” a novel with much the same plot, is out.",
        "The word “sorry” was the only comment in the book.",
        "The report, which clerks call “the long book”, is out.",
        "On the quay lay a copy of “Harbour of Gold”, the history of the port that nobody has finished.",
    ],
)
def test_what_things_go_by_is_nobodys_words(sentence: str) -> None:
    assert quotes(STORY + sentence) == ()


def test_a_clause_behind_a_quotation_and_its_comma_has_its_own_quotation() -> None:
    body = STORY + "Ashby wrote that she “would sooner swim,” and in a bar at noon she told a reporter, “I have.”"
    assert [said for said, _ in read(body)] == [["that she “would sooner swim,”"], ["“I have.”"]]
