"""One event as a wire agency reports it and as five outlets print it, all invented: as it is, cut, changed, rewritten,
and one that has its own."""

from __future__ import annotations

from typing import NamedTuple

LEAD = (
    "VELMOUTH, Oct 6 (Quay Press) - A grain barge broke loose in the harbour of Velmouth on Monday night and sank a "
    "pilot boat, the port authority said."
)
CALDER = '"We heard a crack like a gunshot," said the harbour master, Ines Calder. "Nobody was aboard."'
DIVERS = (
    "Two divers searched the wreck until midnight, and the channel will stay shut until the boat has been raised, "
    "which the authority expects to take four days."
)
OWNER = (
    "The barge belongs to Fennick Grain, which has been fined three times since 2019 for worn mooring lines on its "
    "vessels at Velmouth and Osterly."
)
DENIAL = "Fennick Grain said the lines had been replaced in August and denied that any of them was worn."
SHIPS = (
    "Eleven ships were waiting outside the harbour on Tuesday morning, two of them with grain for the mill at Osterly, "
    "which has flour for five days."
)
COST = "The port loses some 90,000 crowns on each day on which no ship comes in, according to its last yearly account."

WIRE = "\n\n".join([LEAD, CALDER, DIVERS, OWNER, DENIAL, SHIPS, COST])
CUT = "\n\n".join([LEAD, CALDER, DIVERS])
CHANGED = WIRE.replace("Two divers", "Four divers").replace(f"{DENIAL}\n\n", "")
REWRITE = "\n\n".join(
    [
        "Bakers in Osterly are counting their sacks after an accident that nobody in the valley slept through.",
        '"If the mill stops, I stop," said Tove Lindqvist, who has baked rye bread in Mill Street for thirty years.',
        DIVERS,
        SHIPS,
        "The town council meets tonight to speak about a road convoy from Tarn. Quay Press first told of the accident.",
    ]
)
OWN = "\n\n".join(
    [
        "The harbour of Velmouth has been closed since a barge tore itself free and ran down a pilot boat on Monday.",
        "Our reporter counted nine vessels at anchor off the mole at daybreak. Their crews were told by radio to wait.",
        "A pilot, Jens Aker, said he had left the sunken boat ten minutes earlier to fetch a thermos of coffee.",
        "Insurers from Tarn inspected the frayed end of a rope on the quay and took it away in a van.",
    ]
)


class Told(NamedTuple):
    """One outlet's article, in the order in which they come."""

    outlet: str
    title: str
    body: str
    minutes: int


STORY = (
    Told("Quay Press", "Loose barge sinks pilot boat in Velmouth harbour", WIRE, 0),
    Told("Velmouth Echo", "Runaway barge sinks pilot boat", WIRE, 10),
    Told("Tarn Courier", "Barge sinks boat", CUT, 20),
    Told("Coast Ledger", "Loose barge sinks pilot boat in Velmouth harbour", CHANGED, 30),
    Told("The Osterly Times", "Bakers fear for their flour", REWRITE, 90),
    Told("Harbour Radio", "A thermos saved the pilot", OWN, 120),
)
