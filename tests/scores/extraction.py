#!/usr/bin/env python3
"""How many of the phrases that readers labelled `extract` finds, and how much of what it gives answers one of them.

    tests/scores/extraction.py --bin target/release/stancediff --gold LEDGER... --corpora FOLDER [--misses]

A ledger lists every stance phrase of a pair of statements, kept ones included (JSON lines with `series`, `from`, `to`,
`phrase_from`, `phrase_to`). The phrases of a statement are those of all its pairs. A labelled phrase is found where an
extracted one shares at least half of their characters taken together (IoU >= 0.5); an extracted phrase answers where a
labelled one does. Where a ledger covers a part of a statement only (`scope`), extracted phrases that touch no labelled
words are left out.

  found    the share of labelled phrases that are found            (recall)
  answers  the share of extracted phrases that answer a label      (precision)
"""

import argparse
import json
import pathlib
import re
import subprocess
from collections import defaultdict

FOLD = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "\u00a0": " "})


def places(text, phrase):
    """Everywhere a labelled phrase stands; white space, quotation marks and dashes match their kin."""
    pattern = r"\s+".join(re.escape(word) for word in phrase.translate(FOLD).split())
    found = tuple(match.span() for match in re.finditer(pattern, text.translate(FOLD)))
    if not found:
        raise SystemExit(f"the ledger names words that the statement does not hold: {phrase!r}")
    return found


def labelled(ledgers, corpora, languages):
    """For each statement its labels, each as the places where its words stand, and whether only a part is labelled."""
    statements = defaultdict(lambda: (set(), []))
    for ledger in ledgers:
        with open(ledger, encoding="utf-8") as file:
            for row in map(json.loads, filter(str.strip, file)):
                series = row.get("series", "fomc")
                if series.startswith(languages):
                    continue
                for day, key in ((row["from"], "phrase_from"), (row["to"], "phrase_to")):
                    path = corpora / series / f"{day.removesuffix('.txt')}.txt"
                    labels, scopes = statements[path]
                    scopes.append("scope" in row)
                    if row.get(key):
                        labels.add(places(read(path), row[key]))
    return statements


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


def extracted(command, path):
    done = subprocess.run([*command, "extract", str(path), "--format", "jsonl"], capture_output=True, check=True)
    spans = [json.loads(line)["span"] for line in done.stdout.decode("utf-8").splitlines()]
    return [(span["start"], span["end"]) for span in spans]


def iou(a, b):
    shared = max(0, min(a[1], b[1]) - max(a[0], b[0]))
    return shared / (a[1] - a[0] + b[1] - b[0] - shared)


def answers(one, others):
    return any(iou(one, other) >= 0.5 for other in others)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", required=True, help="the program")
    parser.add_argument("--gold", required=True, nargs="+", help="ledgers")
    parser.add_argument("--corpora", required=True, type=pathlib.Path)
    parser.add_argument("--skip", nargs="*", default=["zh", "ko"], help="series whose names begin so")
    parser.add_argument("--misses", action="store_true", help="list what was not found and what answers nothing")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    found = labels = right = given = 0
    for path, (wanted, scopes) in sorted(labelled(args.gold, args.corpora, tuple(args.skip)).items()):
        text, spans = read(path), extracted(args.bin.split(), path)
        everywhere = [place for label in wanted for place in label]
        if any(scopes):
            spans = [span for span in spans if any(min(span[1], p[1]) > max(span[0], p[0]) for p in everywhere)]
        hits = [label for label in wanted if any(answers(place, spans) for place in label)]
        good = [span for span in spans if answers(span, everywhere)]
        found, labels, right, given = found + len(hits), labels + len(wanted), right + len(good), given + len(spans)
        if args.misses:
            missed = {label[0] for label in wanted - set(hits)}
            for kind, ones in (("MISS ", missed), ("EXTRA", set(spans) - set(good))):
                for start, end in sorted(ones):
                    print(f"{kind} {path.parent.name}/{path.stem}: {' '.join(text[start:end].split())}")
    figures = {"found": found / labels, "answers": right / given, "labels": labels, "extracted": given}
    print(json.dumps(figures) if args.json else "\n".join(f"{name:10} {value:.3f}" for name, value in figures.items()))


if __name__ == "__main__":
    main()
