#!/usr/bin/env bash
# Times a pair of short statements and a pair of long ones; see README.md beside it.
set -euo pipefail
cd "$(dirname "$0")/.."

program=${1:-${CARGO_TARGET_DIR:-target}/release/stancediff}
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
python3 benches/long.py "$folder"

measure() {
    local name=$1 runs=$2
    shift 2
    if command -v hyperfine >/dev/null; then
        hyperfine --warmup 1 --runs "$runs" -N --command-name "$name" "$program compare $* --format json"
        return
    fi
    "$program" compare "$@" --format json >/dev/null
    local from
    from=$(date +%s%N)
    for _ in $(seq "$runs"); do
        "$program" compare "$@" --format json >/dev/null
    done
    printf '%-28s %7d ms\n' "$name" $((($(date +%s%N) - from) / runs / 1000000))
}

measure "short, 450 words each" 20 samples/free-ports/2021-03-18.txt samples/free-ports/2021-06-17.txt
measure "long, 10,000 words each" 5 "$folder/old.txt" "$folder/new.txt"
