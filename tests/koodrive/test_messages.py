"""Messages keep their parts: in another language, in JSON and between processes."""

from __future__ import annotations

import json
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koodrive.messages import (
    Message,
    clauses,
    listed,
    message_from_data,
    message_to_data,
    sentences,
    without,
)

CHINESE = {
    "{first} {second}": "{first}{second}",
    "{first}, {second}": "{first}、{second}",
    "Nothing was sent.": "未发送任何请求。",
    "The keyring is locked.": "密钥环已锁定。",
    "{title}: {message}": "{title}：{message}",
    "Rows with a problem: {count}": "有错误的行：{count}",
    "“{name}” is taken": "“{name}”已被占用",
}

NAMES = st.sampled_from(["name", "count", "first", "second", "text", "values_", "data"])
PLAIN = st.text() | st.integers() | st.booleans() | st.none() | st.floats(allow_nan=False)
LITERAL = st.text(st.characters(exclude_characters="{}"))


def made_of(values: dict[str, object], literal: str) -> Message:
    """Return a message with a place for each of `values`, and some text."""
    return Message(literal + "".join(f"[{{{name}}}]" for name in values), **values)


MESSAGES = st.recursive(
    st.builds(Message, LITERAL),
    lambda inner: st.builds(made_of, st.dictionaries(NAMES, PLAIN | inner, max_size=3), LITERAL),
    max_leaves=8,
)
TEXTS = st.lists(st.text() | MESSAGES, max_size=5)


def parts(message: object) -> object:
    """Return all that a message is made of, so that it can be compared."""
    if not isinstance(message, Message):
        return message
    return message.template, {name: parts(value) for name, value in message.values.items()}


def in_chinese(message: Message) -> str:
    return message.in_language(lambda template: CHINESE.get(template, template))


def test_a_message_in_another_language_keeps_its_values_and_translates_those_that_are_messages() -> None:
    taken = Message("“{name}” is taken", name="“Nothing was sent.”")
    message = Message("{title}: {message}", title=taken, message=Message("Nothing was sent."))
    assert message == "““Nothing was sent.”” is taken: Nothing was sent."
    assert in_chinese(message) == "““Nothing was sent.””已被占用：未发送任何请求。"


def test_a_constant_with_places_is_filled_later() -> None:
    rows = Message("Rows with a problem: {count}")
    assert rows == "Rows with a problem: {count}"
    assert rows.filled(count=3) == "Rows with a problem: 3"
    assert in_chinese(rows.filled(count=3)) == "有错误的行：3"
    assert rows.values == {}


def test_a_place_without_a_value_is_an_error_where_the_message_is_made() -> None:
    with pytest.raises(KeyError, match="count"):
        Message("{name} has {count} rows", name="Anna")


def test_sentences_and_lists_are_joined_as_the_language_does() -> None:
    first, second = Message("Nothing was sent."), Message("The keyring is locked.")
    both = sentences(first, "", second, "Text {of} the service.")
    assert both == "Nothing was sent. The keyring is locked. Text {of} the service."
    assert in_chinese(both) == "未发送任何请求。密钥环已锁定。Text {of} the service."
    assert in_chinese(listed("one", "", "two", "three")) == "one、two、three"
    assert sentences(first) is first
    assert in_chinese(sentences("", second)) == "密钥环已锁定。"


@given(TEXTS)
def test_what_is_joined_is_all_that_was_given_in_english(texts: list[str]) -> None:
    said = [text for text in texts if text]
    assert sentences("", *texts) == " ".join(said)
    assert listed(*texts) == ", ".join(said)
    assert clauses(*texts) == "; ".join(said)
    assert isinstance(listed(*texts), Message)


@given(TEXTS, st.data())
def test_a_sentence_can_be_taken_out_again(texts: list[str], data: st.DataObject) -> None:
    said = [text for text in texts if text]
    unwanted = data.draw(st.sampled_from(said) if said else st.text())
    assert without(sentences("", *texts), unwanted) == " ".join(text for text in said if text != unwanted)


@given(MESSAGES)
def test_without_a_translation_a_message_is_its_english_text(message: Message) -> None:
    assert message.in_language(lambda template: template) == message == str(message)


@given(MESSAGES)
def test_a_message_comes_back_from_json_and_from_another_process_with_all_its_parts(message: Message) -> None:
    stored = json.loads(json.dumps(message_to_data(message)))
    for back in (message_from_data(stored), pickle.loads(pickle.dumps(message))):
        assert parts(back) == parts(message)
        assert back == message


@given(st.text())
def test_a_plain_text_is_stored_as_a_value_and_never_read_as_a_template(text: str) -> None:
    back = message_from_data(json.loads(json.dumps(message_to_data(text))))
    assert back == text
    assert back.template == "{text}"


@pytest.mark.parametrize("data", [{}, {"values": {}}, {"template": "{name}", "values": {"other": 1}}])
def test_other_data_is_no_message(data: dict[str, object]) -> None:
    with pytest.raises(KeyError):
        message_from_data(data)


def test_a_value_is_found_however_deep_in_a_message_it_is() -> None:
    lead = Message("The answer names {lead}.", lead="17")
    message = sentences(Message("Nothing was sent."), Message("{title}: {message}", title="a", message=lead))
    assert (message.value_of("lead"), message.value_of("title"), message.value_of("count")) == (
        "17",
        "a",
        None,
    )
