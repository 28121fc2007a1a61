#!/usr/bin/env python3
"""How phrases and their actors agree with the trees of a treebank: where to look for faults that repeat.

    tests/scores/treebank.py --bin target/release/stancediff TREES.conllu... [--show torn|welded|actor] [--count 40] [--seed 1]

Takes sentences with dependency trees in CoNLL-U (Universal Dependencies), reads each as a line of its own and counts

  torn    phrases whose head word hangs on a word of another phrase by a relation that no claim is cut at: a noun joined to
          a noun, an object, an attribute
  welded  clauses with a subject and verb of their own, joined to another in the same phrase
  actor   phrases whose actor does not hold the head of the subject that the tree gives to their clause; where that is a
          pronoun nothing is counted

A tree is no label: what is quoted by design is counted too. The figures compare two builds, and `--show` lists places to
read.
"""

import argparse
import bisect
import json
import pathlib
import random
import re
import subprocess
import tempfile
from collections import defaultdict
from typing import NamedTuple

CUT_AT = {"parataxis", "punct", "cc", "mark", "discourse", "orphan", "list", "advmod", "advcl", "ccomp"}
INNER = {"acl", "advcl", "ccomp", "csubj", "xcomp", "nmod", "obl", "obj", "nsubj"}
SUBJECTS = ("nsubj", "csubj", "expl")


class Word(NamedTuple):
    id: int
    form: str
    pos: str
    feats: str
    head: int
    relation: str
    start: int
    end: int


class Tree:
    """A sentence with its words by id and the words that hang on each."""

    def __init__(self, name, text, words):
        self.name, self.text = name, text
        self.words = {word.id: word for word in words}
        self.children = defaultdict(list)
        for word in words:
            self.children[word.head].append(word)

    def subject(self, word):
        return next((child for child in self.children[word.id] if child.relation.startswith(SUBJECTS)), None)

    def is_predicate(self, word):
        return word.pos in ("VERB", "AUX") or any(child.relation == "cop" for child in self.children[word.id])

    def is_finite(self, word):
        verbs = [word] + [child for child in self.children[word.id] if child.relation.startswith(("aux", "cop"))]
        return any("VerbForm=Fin" in verb.feats for verb in verbs)

    def size(self, word, ids):
        return 1 + sum(self.size(child, ids) for child in self.children[word.id] if child.id in ids)


def relation(word):
    return word.relation.split(":")[0]


def trees(paths):
    """The sentences whose words stand in their text in order; others are left out."""
    for path in paths:
        name = text = None
        rows = []
        for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
            if line.startswith("# sent_id"):
                name = line.partition("=")[2].strip()
            elif line.startswith("# text ="):
                text = line.partition("=")[2].strip()
            elif line and not line.startswith("#"):
                rows.append(line.split("\t"))
            elif not line and rows:
                words = placed(text or "", rows)
                if words and re.search(r"[.;:!?\"”']$", text):
                    yield Tree(name, text, words)
                text, rows = None, []


def placed(text, rows):
    """The words of a sentence with their places, none where one is not found; parts of one word share its place."""
    words, at, until = [], 0, 0
    span = (0, 0)
    for row in rows:
        if "." in row[0]:
            continue
        first, _, last = row[0].partition("-")
        if last or int(first) > until:
            start = text.find(row[1], at)
            if not at <= start <= at + 3:
                return None
            span, at = (start, start + len(row[1])), start + len(row[1])
        if last:
            until = int(last)
        else:
            words.append(Word(int(first), row[1], row[3], row[5], int(row[6]), row[7], *span))
    return words


def readings(command, sentences):
    """For each sentence its phrases, with their places in it."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "sentences.txt"
        path.write_text("\n".join(tree.text for tree in sentences) + "\n", encoding="utf-8")
        done = subprocess.run([command, "extract", str(path), "--sentence-per-line", "--format", "jsonl"],
                              capture_output=True, check=True)
    starts, at = [], 0
    for tree in sentences:
        starts.append(at)
        at += len(tree.text) + 1
    found = defaultdict(list)
    for phrase in map(json.loads, done.stdout.decode("utf-8").splitlines()):
        number = bisect.bisect_right(starts, phrase["span"]["start"]) - 1
        spot = (phrase["span"]["start"] - starts[number], phrase["span"]["end"] - starts[number])
        found[number].append((spot, phrase))
    return found


def faults(tree, phrases):
    """What is torn, welded or said of another, each with the words that show it."""
    owners = {word.id: number for number, ((start, end), _) in enumerate(phrases)
              for word in tree.words.values() if start <= word.start and word.end <= end}
    for number, (_, phrase) in enumerate(phrases):
        ids = {id for id, owner in owners.items() if owner == number}
        tops = [word for word in (tree.words[id] for id in ids) if word.head not in ids and word.pos != "PUNCT"]
        for word in tops:
            head = tree.words.get(word.head)
            is_elsewhere = head and owners.get(head.id) is not None
            is_joined = relation(word) == "conj" and head and tree.is_predicate(word) and tree.is_predicate(head)
            if is_elsewhere and relation(word) not in CUT_AT and not is_joined:
                yield "torn", f"{head.form} -> {word.form}"
        for word in (tree.words[id] for id in sorted(ids)):
            head = tree.words.get(word.head)
            if head and head.id in ids and head.id < word.id and is_clause_of_its_own(tree, word, head, ids):
                yield "welded", f"{head.form} + {word.form}"
        if tops:
            subject = subject_of(tree, max(tops, key=lambda word: tree.size(word, ids)))
            if subject and subject.pos not in ("PRON", "DET") and not subject.relation.startswith("expl"):
                names = re.split(r"\W+", (phrase["actor"] or "").lower())
                is_right = any(part in names for part in re.split(r"\W+", subject.form.lower()))
                yield "actor" if not is_right else "right", f"{subject.form}, got {phrase['actor']}"


def is_clause_of_its_own(tree, word, head, ids):
    is_joined = relation(word) in ("conj", "parataxis") and tree.subject(word) and tree.subject(head)
    if not (is_joined and tree.is_finite(word) and tree.is_predicate(head)):
        return False
    while head.head in ids:
        if relation(head) in INNER:
            return False
        head = tree.words[head.head]
    return True


def subject_of(tree, word):
    """The subject of a predicate, or of the one that it is joined to."""
    for _ in range(6):
        subject = tree.subject(word)
        if subject or relation(word) != "conj" or word.head not in tree.words:
            return subject
        word = tree.words[word.head]
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", required=True, help="the program")
    parser.add_argument("trees", nargs="+", type=pathlib.Path, help="sentences with trees, as CoNLL-U")
    parser.add_argument("--show", choices=("torn", "welded", "actor"), help="list such places too")
    parser.add_argument("--count", type=int, default=40, help="how many places to list")
    parser.add_argument("--seed", type=int, default=1, help="which ones")
    args = parser.parse_args()
    sentences = list(trees(args.trees))
    found = readings(args.bin, sentences)
    places = defaultdict(list)
    for number, tree in enumerate(sentences):
        for kind, words in faults(tree, found[number]):
            places[kind].append((number, words))
    asked = len(places["actor"]) + len(places["right"])
    print(f"{len(sentences)} sentences, {sum(map(len, found.values()))} phrases: {len(places['torn'])} torn, "
          f"{len(places['welded'])} welded; {len(places['actor'])} of {asked} actors differ")
    if args.show:
        shown = places[args.show]
        for number, words in random.Random(args.seed).sample(shown, min(args.count, len(shown))):
            print(f"\n{sentences[number].name}: {words}")
            for _, phrase in found[number]:
                print(f"    [{phrase['class']}] <{phrase['actor']}> {phrase['text']}")


if __name__ == "__main__":
    main()
