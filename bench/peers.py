"""What copydesk is measured beside and never runs on: a spaCy parse. `make bench` installs it, nothing else does.

Where the English model is not installed, a pipeline of its shape is built with untrained weights: the same layers do
the same sums on every token, so it costs the same time, and what it answers is never looked at.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Any

MODEL = "en_core_web_sm"
_WITHOUT = ["senter", "attribute_ruler", "lemmatizer"]

_WIDTH = 96
_PARSER = {
    "@architectures": "spacy.TransitionBasedParser.v2",
    "extra_state_tokens": False,
    "hidden_width": 64,
    "maxout_pieces": 2,
    "use_upper": True,
}
_ENCODER = {
    "@architectures": "spacy.MaxoutWindowEncoder.v2",
    "width": _WIDTH,
    "depth": 4,
    "window_size": 1,
    "maxout_pieces": 3,
}
_LISTENER = {"@architectures": "spacy.Tok2VecListener.v1", "width": _WIDTH, "upstream": "tok2vec"}
"The sizes of the model's configuration, version 3.8."

_TAGS, _RELATIONS, _ENTITIES = 50, 21, 18
"Labels, as many as make the last layers as wide as the model's: a tag each, 106 moves of the parser, 74 of the names."


class Parse:
    """One spaCy pipeline, and what it is."""

    def __init__(self) -> None:
        """Raises ModuleNotFoundError where spaCy is not installed."""
        spacy = importlib.import_module("spacy")
        trained = spacy.util.is_package(MODEL)
        self.name = f"spaCy {spacy.__version__}, {MODEL}" + ("" if trained else "'s shape with untrained weights")
        self.read: Callable[[str], Any] = spacy.load(MODEL, exclude=_WITHOUT) if trained else _untrained(spacy)


def _untrained(spacy: Any) -> Any:
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": _tok2vec([5000, 1000, 2500, 2500])})
    nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": _LISTENER}})
    nlp.add_pipe("parser", config={"model": {**_PARSER, "state_type": "parser", "tok2vec": _LISTENER}})
    ner = {**_PARSER, "state_type": "ner", "tok2vec": _tok2vec([5000, 1000, 2500, 2500])}
    nlp.add_pipe("ner", config={"model": ner})
    for pipe, count in (("tagger", _TAGS), ("parser", _RELATIONS), ("ner", _ENTITIES)):
        for number in range(count):
            nlp.get_pipe(pipe).add_label(f"L{number}")
    nlp.initialize()
    return nlp


def _tok2vec(rows: list[int]) -> dict[str, Any]:
    embed = {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": _WIDTH,
        "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
        "rows": rows,
        "include_static_vectors": False,
    }
    return {"@architectures": "spacy.Tok2Vec.v2", "embed": embed, "encode": _ENCODER}
