"""Reads with pandas what tests/formats.rs had written, by the file names alone, and holds it against the reports."""

import json
import pathlib
import sys

import pandas as pd

folder = pathlib.Path(sys.argv[1])


def same(cell, value):
    """Whether a cell is a value of the report; what would be a formula stands behind an apostrophe."""
    if value in (None, ""):
        return pd.isna(cell)
    return cell == value or cell == f"'{value}"


report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
changes = pd.read_csv(folder / "changes.csv")
assert len(changes) == len(report["changes"]), len(changes)
assert changes["moved"].dtype == bool and changes["salience"].dtype == float, changes.dtypes
assert list(changes["id"]) == [change["id"] for change in report["changes"]]
for row, change in zip(changes.itertuples(), report["changes"]):
    assert row.kind == change["kind"] and abs(row.similarity - change["similarity"]) < 1e-9
    for side in ("old", "new"):
        phrase = change[side] or {}
        assert same(getattr(row, f"{side}_text"), phrase.get("text")), row
        assert same(getattr(row, f"{side}_actor"), phrase.get("actor")), row
        assert same(getattr(row, f"{side}_sentence"), phrase.get("sentence")), row
assert set(pd.to_datetime(changes["old_date"]).dt.year) == {2022}

extract = json.loads((folder / "extract.json").read_text(encoding="utf-8"))
phrases = pd.read_csv(folder / "phrases.csv")
assert len(phrases) == len(extract["phrases"])
for row, phrase in zip(phrases.itertuples(), extract["phrases"]):
    assert same(row.text, phrase["text"]) and row.start == phrase["span"]["start"]
assert "'=HYPERLINK(1)" in set(phrases["speaker"]), set(phrases["speaker"])

package = json.loads((folder / "package" / "datapackage.json").read_text(encoding="utf-8"))
tables = {one["name"]: pd.read_csv(folder / "package" / one["path"]) for one in package["resources"]}
for one in package["resources"]:
    table = tables[one["name"]]
    fields = one["schema"]["fields"]
    assert list(table.columns) == [field["name"] for field in fields]
    for field in fields:
        column = table[field["name"]].dropna()
        if field["type"] in ("integer", "number"):
            assert pd.api.types.is_numeric_dtype(column) or column.empty, (one["name"], field, column)
        if field["type"] == "boolean":
            assert column.dtype == bool, (one["name"], field)
    for key in one["schema"].get("foreignKeys", []):
        known = set(tables[key["reference"]["resource"]][key["reference"]["fields"][0]])
        assert set(table[key["fields"][0]].dropna()) <= known, key
assert len(tables["statements"]) == 4

try:
    import frictionless
except ImportError:
    pass
else:
    checked = frictionless.validate(str(folder / "package" / "datapackage.json"))
    assert checked.valid, checked.flatten(["type", "note"])
