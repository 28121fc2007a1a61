#!/usr/bin/env python3
"""Run the scorers and hold every figure against its floor in floors.json.

Floors only rise: a figure that got better may take its floor up, in the commit that made it better. Figures that count
mistakes (`kept_false`, `failed_pairs`) or places down a list (`depth`) have a ceiling instead, which only falls.
"""

import argparse
import json
import pathlib
import subprocess
import sys

LESS_IS_BETTER = {"kept_false", "failed_pairs", "depth"}
HERE = pathlib.Path(__file__).parent


def scored(shared, script, *arguments):
    return printed(shared / "eval" / script, *arguments)


def printed(script, *arguments):
    done = subprocess.run([sys.executable, script, *map(str, arguments)],
                          capture_output=True, text=True, check=False)
    sys.stderr.write(done.stderr)
    if done.returncode:
        raise SystemExit(f"{script} failed with exit code {done.returncode}")
    return done.stdout


def figures(command, shared):
    """Every figure by set and name."""
    common = ("--bin", command, "--corpora", shared / "corpora", "--json")
    gold = shared / "gold"
    found = {
        "fomc events": json.loads(scored(shared, "score_events.py", *common, "--gold", gold / "fomc-events.jsonl")),
        "fomc ledgers": json.loads(scored(shared, "score_ledger.py", *common, "--gold", gold / "fomc-ledger.jsonl",
                                          "--gold", gold / "fomc-ledger-2.jsonl")),
        "diplomatic events": json.loads(scored(shared, "score_events.py", *common, "--gold",
                                               gold / "diplomatic-events.jsonl", "--skip", "zh", "--skip", "ko")),
        "diplomatic ledger": json.loads(scored(shared, "score_ledger.py", *common, "--gold",
                                               gold / "diplomatic-ledger.jsonl")),
        "benchmarks": {},
    }
    own = HERE.parent / "tests" / "scores"
    found["timelines"] = json.loads(printed(own / "timelines.py", "--bin", command, "--json", "--series",
                                            shared / "corpora" / "fomc", "--gold", gold / "fomc-timelines.jsonl"))
    found["breaks"] = json.loads(printed(own / "breaks.py", "--bin", command, "--json", "--corpora", shared / "corpora",
                                         "--gold", gold / "diplomatic-events.jsonl"))["means"]
    only = [part for name in ("argrewrite2", "deplain_web", "aesop") for part in ("--only", name)]
    for line in scored(shared, "score_benchmarks.py", "--bin", command, "--data", shared / "benchmarks",
                       *only).splitlines():
        for name, row in json.loads(line).items():
            if isinstance(row, dict):
                found["benchmarks"][f"{name} links"] = row["links"]["f1"]
    ledgers = sorted(gold.glob("*-ledger*.jsonl"))
    script = HERE.parent / "tests" / "scores" / "extraction.py"
    found["extraction"] = json.loads(scored(shared, script, "--bin", command, "--corpora", shared / "corpora", "--json",
                                            "--gold", *ledgers))
    only = [part for name in ("pledges_en", "promise_eval", "wcb_time") for part in ("--only", name)]
    for line in scored(shared, "score_benchmarks.py", "--bin", command, "--data", shared / "benchmarks",
                       *only).splitlines():
        row = json.loads(line)
        if "pledges_en" in row:
            found["extraction"]["pledges"] = row["pledges_en"]["positive"]["f1"]
        if "promise_eval" in row:
            found["extraction"]["promises"] = row["promise_eval"]["macro_f1"]
        if "wcb_time" in row:
            found["extraction"] |= {name: row["wcb_time"][name]["macro_f1"] for name in ("time", "certainty")}
    return found


def holds(name, now, floor):
    """Whether a figure holds; one that is missing or no number does not."""
    if now is None or now != now:
        return False
    return now <= floor if name in LESS_IS_BETTER else now >= floor


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", required=True, help="the program")
    parser.add_argument("--shared", required=True, type=pathlib.Path, help="the folder with eval, gold and corpora")
    args = parser.parse_args()
    command = str(pathlib.Path(args.bin).resolve())
    floors = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
    found = figures(command, args.shared.resolve())
    broken = 0
    print(f"{'figure':34} {'now':>7} {'floor':>7}")
    for group, rows in floors.items():
        for name, floor in rows.items():
            now = found.get(group, {}).get(name)
            is_broken = not holds(name, now, floor)
            broken += is_broken
            shown = "none" if now is None else f"{now:.4f}"
            print(f"{group + ' ' + name:34} {shown:>7} {floor:7.3f}{'   BROKEN' if is_broken else ''}")
    if broken:
        raise SystemExit(f"{broken} figures do not hold")


if __name__ == "__main__":
    main()
