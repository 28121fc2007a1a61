#!/usr/bin/env python3
"""Whether `track --phrase` finds a phrase in exactly the statements that hold it.

    tests/scores/timelines.py --bin target/release/stancediff --gold fomc-timelines.jsonl --series FOLDER [--misses]

A line of the gold names a phrase, the dates of all statements whose text has it (letter for letter, case ignored, on
word borders), the first and last of them, and those in which only a paragraph on the vote quotes it (JSON lines with
`phrase_pattern`, `present_in`, `first`, `last`, `vote_paragraph_only`).

  present     phrases found verbatim in exactly the statements of the gold
  first, last phrases whose first and last verbatim appearance are those of the gold
  votes       phrases of which the same statements are told apart as quoted in a vote only
"""

import argparse
import json
import subprocess


def tracked(command, series, phrases):
    """The report with a thread for each phrase, in the order given."""
    wanted = [argument for phrase in phrases for argument in ("--phrase", phrase)]
    done = subprocess.run([*command, "track", series, "--format", "json", *wanted], capture_output=True, check=True)
    return json.loads(done.stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", required=True, help="the program")
    parser.add_argument("--gold", required=True)
    parser.add_argument("--series", required=True, help="the folder of the statements")
    parser.add_argument("--misses", action="store_true", help="list what is wrong")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    with open(arguments.gold, encoding="utf-8") as file:
        rows = [json.loads(line) for line in file if line.strip()]
    report = tracked([arguments.bin], arguments.series, [row["phrase_pattern"] for row in rows])
    dates = [statement["date"] for statement in report["statements"]]
    right = {"present": 0, "first": 0, "last": 0, "votes": 0}
    for row, thread in zip(rows, report["threads"], strict=True):
        verbatim = [dates[at] for at in thread["verbatim_in"]]
        # The very words stand only in a vote where every place that has them is one.
        places = [(dates[a["statement"]], a["vote"]) for a in thread["appearances"] if a["verbatim"]]
        votes = [date for date in verbatim if all(vote for day, vote in places if day == date)]
        found = {
            "present": verbatim == sorted(row["present_in"]),
            "first": verbatim[:1] == [row["first"]],
            "last": verbatim[-1:] == [row["last"]],
            "votes": votes == sorted(row["vote_paragraph_only"]),
        }
        for name, holds in found.items():
            right[name] += holds
            if arguments.misses and not holds:
                gold = row["vote_paragraph_only"] if name == "votes" else row["present_in"]
                mine = votes if name == "votes" else verbatim
                print(f"{row['phrase_pattern']}: {name}: missed {sorted(set(gold) - set(mine))}, "
                      f"too many {sorted(set(mine) - set(gold))}")
    figures = {name: count / len(rows) for name, count in right.items()}
    if arguments.json:
        print(json.dumps({"phrases": len(rows), **figures}))
    else:
        print(f"{len(rows)} phrases: " + ", ".join(f"{name} {figure:.3f}" for name, figure in figures.items()))


if __name__ == "__main__":
    main()
