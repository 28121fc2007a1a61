#!/usr/bin/env python3
"""Whether lines that are known to have been dropped or taken up are seen to break off or begin in the threads.

    tests/scores/breaks.py --bin target/release/stancediff --gold EVENTS.jsonl --corpora FOLDER [--list]

A line of the gold names two statements of a series that follow each other, a kind and the words on each side (JSON lines
with `series`, `from`, `to`, `kind`, `also`, `phrase_from`, `phrase_to`).

  breaks   known as `disappeared` or `appeared`: the words stand in one statement and their thread is absent from the
           other. Words that stand in several threads count by the share of the threads that are.
  one line known in two wordings: one thread holds both, and says at the second that something happened to it

Other kinds that the gold allows (`also`) count too. `by phrase` asks the breaks of `track --phrase WORDS`, by verbatim
hits.
"""

import argparse
import json
import pathlib
import subprocess

FOLD = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "\u00a0": " "})


def tracked(command, series, *more):
    done = subprocess.run([*command, "track", str(series), "--format", "json", *more], capture_output=True, check=True)
    return json.loads(done.stdout)


def places(path, words):
    """Where words stand in a statement, in code points."""
    text = open(path, encoding="utf-8", newline="").read().translate(FOLD).lower()
    words = words.translate(FOLD).lower()
    found, at = [], text.find(words)
    while at >= 0:
        found.append((at, at + len(words)))
        at = text.find(words, at + 1)
    return found


def holding(report, statement, spans):
    """The threads that have some of the words in a statement."""
    def touches(said):
        start, end = said["span"]["start"], said["span"]["end"]
        return said["statement"] == statement and any(start < to and since < end for since, to in spans)

    return [thread for thread in report["threads"] if any(touches(said) for said in thread["appearances"])]


def score(report, folder, row):
    """How much of an event the threads show, 0 to 1, read in the way of those the gold allows that shows most."""
    names = [pathlib.Path(statement["path"]).name for statement in report["statements"]]
    old, new = names.index(row["from"]), names.index(row["to"])
    before, after = (
        holding(report, at, places(folder / names[at], row[side])) if row[side] else []
        for at, side in ((old, "phrase_from"), (new, "phrase_to"))
    )

    def share(kind):
        if kind == "disappeared":
            return sum(new not in thread["present_in"] for thread in before) / max(1, len(before))
        if kind == "appeared":
            return sum(old not in thread["present_in"] for thread in after) / max(1, len(after))
        # Where the gold has words on one side only, the thread that holds them must go on.
        one = [thread for thread in before if not row["phrase_to"] or thread in after]
        moved = [said["kind"] for thread in one for said in thread["appearances"] if said["statement"] == new]
        return float(any(kind not in (None, "kept", "appeared") for kind in moved))

    return max(share(kind) for kind in (row["kind"], *row.get("also", [])))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", required=True, help="the program")
    parser.add_argument("--gold", required=True)
    parser.add_argument("--corpora", required=True, type=pathlib.Path)
    parser.add_argument("--skip", nargs="*", default=["zh", "ko"], help="series whose names begin so")
    parser.add_argument("--list", action="store_true", help="say of each event how much of it is seen")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    with open(arguments.gold, encoding="utf-8") as file:
        rows = [json.loads(line) for line in file if line.strip()]
    rows = [row for row in rows if not row["series"].startswith(tuple(arguments.skip)) and row["kind"] != "kept"]
    figures = {"breaks": [], "by phrase": [], "one line": []}
    for series in sorted({row["series"] for row in rows}):
        folder = arguments.corpora / series
        mine = [row for row in rows if row["series"] == series]
        report = tracked([arguments.bin], folder)
        for row in mine:
            is_break = row["kind"] in ("appeared", "disappeared")
            shown = score(report, folder, row)
            figures["breaks" if is_break else "one line"].append(shown)
            by_phrase = None
            if is_break:
                words = row["phrase_from"] or row["phrase_to"]
                thread = tracked([arguments.bin], folder, "--phrase", words)["threads"][0]
                names = [pathlib.Path(statement["path"]).name for statement in report["statements"]]
                held = [names.index(row[side]) in thread["verbatim_in"] for side in ("from", "to")]
                by_phrase = float(held == [row["kind"] == "disappeared", row["kind"] == "appeared"])
                figures["by phrase"].append(by_phrase)
            if arguments.list:
                words = row["phrase_from"] or row["phrase_to"]
                other = "" if by_phrase is None else f" by phrase {by_phrase:.0f}"
                print(f"{shown:.2f}{other}  {row['id']} {series} {row['to'][:10]} {row['kind']}: {words}")
    means = {name: sum(values) / len(values) for name, values in figures.items() if values}
    if arguments.json:
        print(json.dumps({**{name: len(values) for name, values in figures.items()}, "means": means}))
    else:
        print(", ".join(f"{name} {mean:.3f} of {len(figures[name])}" for name, mean in means.items()))


if __name__ == "__main__":
    main()
