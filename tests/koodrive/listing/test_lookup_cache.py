"""Rows of cached answers in the history; damaged ones do no harm."""

from __future__ import annotations

import json
from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koodrive.listing.lookup_cache import rows_from_text, text_of_rows
from koodrive.models import Folder, SharedFolder, Space

_MAYBE = st.none() | st.text()
_ROWS = {
    Space: st.builds(Space, st.text(), st.none() | st.integers(), _MAYBE, _MAYBE),
    Folder: st.builds(Folder, st.text(), st.text()),
    SharedFolder: st.builds(
        SharedFolder, st.text(), st.text(), *[_MAYBE] * 6, max_member=st.none() | st.integers()
    ),
}


@pytest.mark.parametrize("model", _ROWS)
@given(data=st.data())
def test_rows_come_back_as_they_were(model, data):
    rows = tuple(data.draw(st.lists(_ROWS[model], max_size=5)))
    assert rows_from_text(text_of_rows(rows), model) == rows


@pytest.mark.parametrize("model", _ROWS)
@given(
    text=st.text()
    | st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda part: (
            st.lists(part, max_size=3)
            | st.dictionaries(
                st.sampled_from(["container_id", "capacity_bytes", "folder_id", "name", "id", "x"]), part
            )
        ),
        max_leaves=8,
    ).map(json.dumps)
)
def test_whatever_stands_in_the_history_is_rows_or_nothing(model, text):
    rows = rows_from_text(text, model)
    assert rows is None or all(isinstance(row, model) for row in rows)
    for row in rows or ():
        assert all(
            value is None or type(value) is (int if name in {"capacity_bytes", "max_member"} else str)
            for name, value in asdict(row).items()
        )


def test_what_a_newer_version_knows_besides_is_passed_over():
    assert rows_from_text('[{"folder_id": "17", "name": "a", "colour": "red"}]', Folder) == (
        Folder("17", "a"),
    )
    assert rows_from_text('[{"folder_id": "17"}]', Folder) is None
    assert rows_from_text('[{"folder_id": 17, "name": "a"}]', Folder) is None
    assert rows_from_text("[" * 100_000, Folder) is None
