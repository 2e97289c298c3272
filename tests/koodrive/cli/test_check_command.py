"""``koodrive batch check`` without a connection: what it prints, and its exit codes."""

from __future__ import annotations

HEADING = "kind,ref,name,type,albumKind,Farbe"
READY = "album,x,One,2,1,rot"
TWIN = "album,,One,2,1,blau"
NAMESAKE = "shared_folder,,Two,,,\nshared_folder,,Two,,,"


def check(run, path, *lines, options=("--json",)):
    path.write_text("\n".join((HEADING, *lines)), encoding="utf-8")
    return run.alone("batch", "check", str(path), *options)


def test_rows_and_totals_are_objects_of_the_documented_form(run, tmp_path):
    result = check(run, tmp_path / "a.csv", READY, ",,,,,", "album,,,3,1,")
    first, second, totals = result.records
    assert first == {
        "schema": 1,
        "row": 1,
        "line": 2,
        "ref": "x",
        "kind": "album",
        "verdict": "ready",
        "fields": {"name": "One", "type": "2", "albumKind": "1"},
        "problems": [],
    }
    assert (second["row"], second["line"], second["verdict"]) == (2, 4, "problem")
    assert {(problem["field"], problem["code"]) for problem in second["problems"]} == {
        ("type", "choice_unknown"),
        ("name", "required"),
    }
    assert {name: totals[name] for name in ("rows", "ready", "problem", "empty", "unknown")} == {
        "rows": 2,
        "ready": 1,
        "problem": 1,
        "empty": 1,
        "unknown": ["Farbe"],
    }
    assert result.code == 2


def test_the_exit_code_tells_the_worst_row(run, tmp_path):
    path = tmp_path / "a.csv"
    assert check(run, path, READY).code == 0
    assert check(run, path, READY, "album,,One,1,1,").code == 2
    assert check(run, path, READY, TWIN).code == 2
    shared = "album,,One,2,2,"
    assert check(run, path, READY, shared).code == 2
    path.write_text("name,type,albumKind,groupId,shareFolderId\nA,2,1,,\nA,2,2,11,12\n", encoding="utf-8")
    assert run.alone("batch", "check", str(path)).code == 6


def test_a_file_that_cannot_be_read_is_one_line(run, tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes("name,type\nMüller,2\n".encode("windows-1252"))
    result = run.alone("batch", "check", str(path), "--json")
    (record,) = result.records
    assert (result.code, record["error"]) == (2, "encoding_needed")
    assert "Müller" in record["message"]
    assert run.alone("batch", "check", str(path), "--encoding", "windows-1252").code == 2
    assert run.alone("batch", "check", str(tmp_path), "--json").records[0]["error"] == "not_a_file"


def test_people_read_lines_without_what_steers_a_terminal(run, tmp_path):
    result = check(run, tmp_path / "a.csv", "album,,\x1b[31mred,2,1,", "album,,One,9,1,", options=())
    assert "\x1b" not in result.out
    assert "line 3 “One”, type" in result.out
    assert "“Farbe”" in result.out


def test_a_list_of_names_is_asked_about_and_takes_what_all_rows_have_in_common(run, tmp_path):
    path = tmp_path / "names.csv"
    path.write_text("Kunde\nAnna\nTom\n", encoding="utf-8")

    def checked(*options):
        return run.alone("batch", "check", str(path), "--json", *options)

    assert (checked().code, checked().records[0]["error"]) == (2, "heading_needed")
    common = ("--set", "kind=album", "--set", "album type=manual", "--set", "albumKind=1")
    for option, names in (("--heading", ["Anna", "Tom"]), ("--no-heading", ["Kunde", "Anna", "Tom"])):
        result = checked(option, *common)
        assert [record["fields"]["name"] for record in result.records[:-1]] == names
        assert result.code == 0
    assert checked("--set", "colour=red").records[0]["error"] == "unknown_column"
    assert checked("--set", "kind").code == 2
