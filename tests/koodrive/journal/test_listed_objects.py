"""Objects of the service's lists are found by name and ID, of the connections that count."""

from __future__ import annotations

import pytest

from koodrive.journal import Journal
from koodrive.models import Connection, RequestKind

ONE = Connection("c-1", "One", "https://one.example", "user-1", "Bearer", "en-US")
TWO = Connection("c-2", "Two", "https://two.example", "user-2", "Bearer", "en-US")
BOTH = {ONE.account_key, TWO.account_key}


@pytest.fixture
def journal(tmp_path):
    with Journal(tmp_path / "history.sqlite3") as opened:
        opened.service_lists.save(ONE, "album/2/1", [("1805", "Summer 2026"), ("1806", "Ärger")])
        opened.service_lists.save(ONE, "all/album/2/1", [("1805", "Summer 2026")])
        opened.service_lists.save(TWO, "sharedFolder", [("42", "Family"), ("43", None)])
        yield opened


def found(journal, text, accounts=BOTH, most=10):
    listed = journal.history.listed_objects(text, accounts, most)
    return [(each.service_address, each.kind, each.object_id, each.name) for each in listed]


@pytest.mark.parametrize("text", ["summer", "MER 20", "1805", "805", "ｓｕｍｍｅｒ"])
def test_by_part_of_the_name_or_the_id_in_any_case_and_once(journal, text):
    assert found(journal, text) == [(ONE.service_address, RequestKind.ALBUM, "1805", "Summer 2026")]


@pytest.mark.parametrize("text", ["ärger", "ÄRG", "a\u0308rger"])
def test_beyond_ascii(journal, text):
    assert [row[2] for row in found(journal, text)] == ["1806"]


def test_a_folder_with_and_without_a_name(journal):
    assert found(journal, "famil") == [(TWO.service_address, RequestKind.SHARED_FOLDER, "42", "Family")]
    assert found(journal, "43") == [(TWO.service_address, RequestKind.SHARED_FOLDER, "43", "")]


def test_other_accounts_are_left_out_and_no_more_than_asked_for_come(journal):
    assert found(journal, "famil", {ONE.account_key}) == []
    assert len(found(journal, "180", most=1)) == 1


def test_what_counts_as_removed_is_not_found(journal):
    journal.service_lists.save(TWO, "sharedFolder", [("43", None)])
    # It counts as removed only later; until then it may be there.
    assert [row[2] for row in found(journal, "42")] == ["42"]
    journal.service_lists.save(TWO, "x%", [("44", "100 %_\\")])
    assert [row[2] for row in found(journal, "100 %_\\")] == ["44"]
    assert found(journal, "%") == [(TWO.service_address, RequestKind.SHARED_FOLDER, "44", "100 %_\\")]
