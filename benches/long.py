#!/usr/bin/env python3
"""Writes old.txt and new.txt, 10,000 words each unless told otherwise, into the folder given.

They are the samples over and over; in every round the names and figures are others, so that no sentence stands twice
and each has one that answers it best. The new text starts one statement later than the old one, so that both hold what
the other does not, and every fifth paragraph of it has moved.
"""

import pathlib
import re
import sys

WORDS = 10_000
SERIES = pathlib.Path(__file__).parent.parent / "samples" / "free-ports"


def paragraphs(path):
    body = path.read_text(encoding="utf-8").split("---\n", 2)[2]
    return body.strip().split("\n\n")


def changed(paragraph, number):
    """The paragraph with other names and figures, told apart by the round's number."""
    paragraph = re.sub(r"\b(Vell|Morrow|Sorrel|Dunmere|Orrin|Kelmouth|Council|Commission)\b", rf"\1 {chr(65 + number % 26)}", paragraph)
    return re.sub(r"\d+", lambda figure: str(int(figure[0]) + number), paragraph)


def text(statements, words):
    parts, count, number = [], 0, 0
    while count < words:
        for paragraph in paragraphs(statements[number % len(statements)]):
            parts.append(changed(paragraph, number))
            count += len(paragraph.split())
        number += 1
    return parts


def main():
    if len(sys.argv) not in (2, 3):
        raise SystemExit("usage: long.py FOLDER [WORDS]")
    words = int(sys.argv[2]) if len(sys.argv) == 3 else WORDS
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    statements = sorted(SERIES.glob("*.txt"))
    old, new = text(statements[:-1], words), text(statements[1:], words)
    new = [part for at, part in enumerate(new) if at % 5] + new[::5]
    for name, date, parts in (("old", "2021-01-01", old), ("new", "2022-01-01", new)):
        head = f"---\ndate: {date}\nlanguage: en\n---\n\n"
        (folder / f"{name}.txt").write_text(head + "\n\n".join(parts) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
