#!/usr/bin/env python3
"""Bakes the English word table and the tag patches out of two published data sets.

In:  the tagger model of harper-brill (JSON) and the lemminflect wheel.
Out: words.tsv and tag_patches.tsv in the folder given, sorted, the same bytes for the same input.

    python3 scripts/bake_words.py trained_tagger_model.json lemminflect-0.2.3-py3-none-any.whl \\
        src/lexicon/data/en

A line of words.tsv: form, tag, lemma (empty if the form itself), the verb forms it can be, and the
verb's lemma where that is neither the form nor the lemma; empty columns at the end are left out.
"""

import collections
import gzip
import json
import pathlib
import re
import sys
import zipfile

CODES = {
    "ADJ": "J", "ADP": "A", "ADV": "R", "AUX": "X", "CCONJ": "C", "DET": "D", "INTJ": "I", "NOUN": "N",
    "NUM": "M", "PART": "T", "PRON": "O", "PROPN": "P", "SCONJ": "S", "VERB": "V",
}
WORD = re.compile(r"^(?:'s|[a-z]+(?:['-][a-z]+)*)$")
# Closed classes are small, so a slip of the pen in the treebanks stands out: these are not words,
# or are cut-off pieces of one that our words never come as.
SLIPS = set(
    """ans adn ar b'cause ca coz cus cuz dat dthat em en ev everbody fo fot hvae iis iw la le lik ll mat
    n'em na nt ot ould qua r s sa se sha sice someon somethin ta te teh tha thei ther thes thi ti til u ur
    une ve wa waht wether wase whhich whie whil whoooooo wht wil willl wo woud wud ya yer yo youre yuor
    abou amoung becouse becuse cause seince th th- thru""".split()
)
# `am` to `are` are one verb to the tagger; lemminflect lists them apart from the full verbs.
BE = {"am": "b", "are": "b", "is": "z", "was": "d", "were": "d", "be": "b", "been": "n", "being": "g"}
LETTERS = ("d", "n", "g", "z")


def read_lemminflect(wheel):
    """Returns the verb forms by lemma, and the noun lemmas by form."""
    with zipfile.ZipFile(wheel) as archive:
        def lines(name):
            raw = gzip.decompress(archive.read(f"lemminflect/resources/{name}"))
            return [line.split(",") for line in raw.decode("utf-8").splitlines()]

        verbs = {}
        for lemma, kind, *columns in lines("infl_lu.csv.gz"):
            if kind == "verb" and WORD.match(lemma):
                forms = collections.defaultdict(set)
                forms[lemma].add("b")
                past = columns[0]
                for letter, column in zip(LETTERS, [past, columns[1] or past] + columns[2:]):
                    for form in filter(WORD.match, column.split("/")):
                        forms[form].add(letter)
                verbs[lemma] = forms
        nouns = {}
        for form, kind, lemmas in lines("lemma_lu.csv.gz"):
            if kind == "noun" and WORD.match(form):
                nouns[form] = lemmas.lower().split("/")
    return verbs, nouns


def choose_noun_lemma(form, nouns, tags):
    """Returns the singular; where the form can be one too, only if it is a plain plural of a known noun.

    So `expectations` is an `expectation`, but `data`, `media` and `means` are themselves.
    """
    lemmas = nouns.get(form, [form])
    if form not in lemmas:
        return lemmas[0]
    return next((lemma for lemma in lemmas if form == lemma + "s" and tags.get(lemma) == "NOUN"), form)


def respellings(lemma):
    """Yields the American spelling that a word in -ise, -isation or -our would have."""
    for british, spelling in (("ise", "ize"), ("isation", "ization"), ("our", "or")):
        if lemma.endswith(british):
            yield lemma[: -len(british)] + spelling


def choose_verb_lemma(form, lemmas, tags):
    """Returns the likeliest verb of a form: one not spelled the same, known, and short."""
    return min(lemmas, key=lambda lemma: (lemma == form, lemma not in tags, len(lemma), lemma))


def guess_tag(form, letters, lemma, tags, nouns):
    """Returns the tag of an inflection that the tagger's table lacks."""
    if letters <= {"z"} and form in nouns and tags.get(lemma) == "NOUN":
        return "NOUN"
    if letters <= {"b"} and form in nouns:
        return "NOUN"
    return "VERB"


def bake_words(mapping, verbs, nouns):
    tags = {word: tag for word, tag in mapping.items() if WORD.match(word) and tag in CODES and word not in SLIPS}
    verb_lemmas = collections.defaultdict(set)
    for lemma, forms in verbs.items():
        # A verb that the treebanks never show and that is written with a hyphen is read by its parts.
        if any(form in tags for form in forms) or "-" not in lemma:
            for form in forms:
                verb_lemmas[form].add(lemma)


    def american(lemma):
        # `advertise` and `tour` only look British: the treebanks, mostly American, know no other spelling.
        known = tags if lemma in tags else verbs
        same = (other for other in respellings(lemma) if other in known and tags.get(other) == tags.get(lemma))
        return next(same, lemma)

    letters_of, lemma_of = {}, {}
    for form, lemmas in verb_lemmas.items():
        lemma = choose_verb_lemma(form, lemmas, tags)
        letters_of[form] = verbs[lemma][form]
        lemma_of[form] = american(lemma)
    for form, letter in BE.items():
        letters_of[form], lemma_of[form] = {letter}, "be"

    for form in sorted(verb_lemmas):
        if form not in tags:
            tags[form] = guess_tag(form, letters_of[form], lemma_of[form], tags, nouns)
    for form, lemmas in nouns.items():
        regular = any(form == lemma + "s" or form == lemma + "es" for lemma in lemmas)
        if form not in tags and not regular and tags.get(lemmas[0]) == "NOUN":
            tags[form] = "NOUN"

    for form in sorted(tags, key=lambda form: form.encode()):
        tag = tags[form]
        if tag == "NOUN":
            lemma = american(choose_noun_lemma(form, nouns, tags))
        elif tag in ("VERB", "AUX"):
            lemma = lemma_of.get(form, form)
        else:
            lemma = form
        verb = lemma_of.get(form, form)
        letters = "".join(letter for letter in "bzdng" if letter in letters_of.get(form, ()))
        columns = [form, CODES[tag], "" if lemma == form else lemma, letters, "" if verb in (form, lemma) else verb]
        yield "\t".join(columns).rstrip("\t")


def write_condition(criteria):
    """Returns a condition of a patch as words: `word 0 to, any 2 DET`."""
    (kind, value), = criteria.items()
    if kind == "Combined":
        return f"{write_condition(value['a'])}, {write_condition(value['b'])}"
    if kind == "WordIs":
        return f"word {value['relative']} {value['word'].lower()}"
    if kind == "WordIsTaggedWith":
        return f"tag {value['relative']} {value['is_tagged']}"
    if kind == "AnyWordIsTaggedWith":
        return f"any {value['max_relative']} {value['is_tagged']}"
    if kind == "SandwichTaggedWith":
        return f"between {value['prev_word_tagged']} {value['post_word_tagged']}"
    raise ValueError(f"unknown condition `{kind}`")


def main():
    model, wheel, folder = map(pathlib.Path, sys.argv[1:])
    model = json.loads(model.read_text("utf-8"))
    verbs, nouns = read_lemminflect(wheel)
    words = bake_words(model["base"]["mapping"], verbs, nouns)
    (folder / "words.tsv").write_text("".join(f"{line}\n" for line in words), "utf-8")
    patches = (f"{p['from']}\t{p['to']}\t{write_condition(p['criteria'])}\n" for p in model["patches"])
    (folder / "tag_patches.tsv").write_text("".join(patches), "utf-8")


if __name__ == "__main__":
    main()
