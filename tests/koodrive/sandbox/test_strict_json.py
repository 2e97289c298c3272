"""The strict JSON reader of the sandbox."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koodrive.sandbox.strict_json import read_object

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=10,
)


@given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), VALUES), st.booleans())
def test_every_object_without_lone_surrogates_is_read(content, escaped):
    text = json.dumps(content, ensure_ascii=escaped)
    try:
        text.encode()
    except UnicodeEncodeError:
        return
    try:
        assert read_object(text.encode()) == content
    except UnicodeEncodeError:
        assert escaped


@pytest.mark.parametrize("text", ['{"a":"\\ud800"}', '{"\\udfff":1}', '{"a":[{"b":"\\ud800x"}]}'])
def test_lone_surrogates_are_refused_everywhere(text):
    with pytest.raises(ValueError, match="surrogate"):
        read_object(text.encode())


def test_a_pair_of_surrogates_is_one_character():
    assert read_object(b'{"a":"\\ud83d\\ude00"}') == {"a": "\N{GRINNING FACE}"}


def test_integers_are_exact_and_other_numbers_are_no_integers():
    content = read_object(b'{"a":1765148493107805441,"b":1.0,"c":1e3}')
    assert content == {"a": 1765148493107805441, "b": Decimal(1), "c": Decimal(1000)}
    assert not isinstance(content["b"], int | float)
    assert not isinstance(content["c"], int | float)
