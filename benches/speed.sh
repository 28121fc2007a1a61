#!/usr/bin/env bash
# Times a comparison of two short statements and of two long ones, and what `extract` takes to start and to read; see
# README.md beside it.
set -euo pipefail
cd "$(dirname "$0")/.."

program=${1:-${CARGO_TARGET_DIR:-target}/release/stancediff}
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
python3 benches/long.py "$folder"
echo "The Council will keep the port open to all ships." >"$folder/sentence.txt"

# Sets `took` to what a run takes of a processor, in microseconds: a busy machine hardly changes that, and the program
# uses one core. A run before fetches what is on disk.
measure() {
    local runs=$1 spent TIMEFORMAT='%U %S'
    shift
    "$program" "$@" >/dev/null
    spent=$({ time for _ in $(seq "$runs"); do "$program" "$@" >/dev/null; done; } 2>&1)
    took=$(awk -v runs="$runs" '{ printf "%d", ($1 + $2) * 1000000 / runs }' <<<"$spent")
}

# Prints a name, a value in tenths and its unit.
show() {
    printf '%-34s %5d.%d %s\n' "$1" $(($2 / 10)) $(($2 % 10)) "$3"
}

measure 20 compare samples/free-ports/2021-03-18.txt samples/free-ports/2021-06-17.txt --format json
show "compare, 450 words each" $((took / 100)) ms
measure 5 compare "$folder/old.txt" "$folder/new.txt" --format json
show "compare, 10,000 words each" $((took / 100)) ms
measure 50 extract "$folder/sentence.txt" --format jsonl
show "extract, one sentence" $((took / 100)) ms

# Forty texts, so that the start does not count.
long=()
for _ in $(seq 20); do
    long+=("$folder/old.txt" "$folder/new.txt")
done
measure 5 extract "${long[@]}" --format jsonl
show "extract, 400,000 words" $(($(cat "${long[@]}" | wc -c) * 10 / took)) MB/s
