"""Serialization of requests, and the conversion of form values to requests and back."""

from __future__ import annotations

import json
import re
import string
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koodrive import CreateAlbum, CreateSharedFolder
from koodrive.api import serialization
from koodrive.api.auth import check_credentials
from koodrive.core.characters import is_invisible

IDS = st.text(string.ascii_letters + string.digits + "_-", min_size=1, max_size=64).filter(
    # What stands for a missing ID, or was rounded, has the form of one.
    lambda text: not re.fullmatch("(?i)null|none|nil|nan|undefined|[0-9]e[0-9]{2}", text)
)
LONGS = st.integers(1, 2**63 - 1).map(str)
NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20).filter(
    lambda name: not is_invisible(name)
)


@st.composite
def albums(draw: st.DrawFn) -> CreateAlbum:
    """Every album that the rules accept."""
    collection, shared = draw(st.booleans()), draw(st.booleans())
    return CreateAlbum(
        type=1 if collection else 2,
        album_kind=2 if shared else 1,
        name=draw(st.none() | NAMES if collection else NAMES),
        scope_dir=tuple(draw(st.lists(IDS, min_size=1, max_size=30, unique=True))) if collection else (),
        scope_parent_folder_id=draw(IDS) if collection else None,
        scope_kind=draw(st.sampled_from(["1", "2", "1,2"])) if collection else None,
        container_id=draw(st.none() | IDS) if collection else None,
        group_id=draw(IDS) if shared else None,
        share_folder_id=draw(LONGS) if shared else None,
    )


@given(albums())
def test_an_album_survives_the_way_through_form_and_history(album):
    serialization.require_valid(album)
    assert serialization.album_from_fields(serialization.to_fields(album)) == album
    body = serialization.to_json(album)
    assert serialization.album_from_fields(serialization.fields_from_body(body)) == album
    assert (
        serialization.to_json(serialization.album_from_fields(serialization.fields_from_body(body))) == body
    )


@given(albums())
def test_numbers_as_text_are_the_same_request(album):
    as_numbers, as_text = (
        json.loads(serialization.to_json(album, form)) for form in serialization.NumberForm
    )
    assert as_text == as_numbers | {"type": str(album.type.value), "albumKind": str(album.album_kind.value)}
    assert list(as_text) == list(as_numbers)
    assert serialization.request_from_body("album", serialization.to_json(album, "text")) == album
    assert (
        serialization.to_json(album)
        == serialization.to_json(album, "integer")
        == serialization.to_json(album, serialization.NumberForm.INTEGER)
    )


def test_a_shared_folder_has_one_form_only():
    folder = CreateSharedFolder(name="x", container_id="C")
    assert serialization.to_json(folder, serialization.NumberForm.TEXT) == serialization.to_json(folder)


@pytest.mark.parametrize(
    ("language", "form", "header"),
    [
        ("en-US", "hyphen", "en-US"),
        ("zh-CN", serialization.LanguageForm.HYPHEN, "zh-CN"),
        ("en-US", "underscore", "en_us"),
        ("zh-CN", serialization.LanguageForm.UNDERSCORE, "zh_cn"),
    ],
)
def test_the_language_is_spelt_as_the_service_wants_it(language, form, header):
    assert serialization.language_header(language, form) == header
    assert check_credentials("t", "u", "bearer", header) == {}


def test_long_ids_are_integers_on_the_wire_only():
    album = CreateAlbum(type=2, album_kind=2, name="x", group_id="17", share_folder_id="9223372036854775807")
    assert '"shareFolderId": 9223372036854775807' in serialization.to_json(album)
    assert (
        serialization.fields_from_body(serialization.to_json(album))["shareFolderId"] == "9223372036854775807"
    )


def test_a_shared_folder_survives_as_well():
    folder = CreateSharedFolder(name="家 \\ x", container_id="IAAF")
    assert (
        serialization.shared_folder_from_fields(serialization.fields_from_body(serialization.to_json(folder)))
        == folder
    )


@given(albums())
def test_an_album_comes_back_from_the_history(album):
    assert serialization.request_from_body("album", serialization.to_json(album)) == album


@given(NAMES, IDS)
def test_a_shared_folder_comes_back_from_the_history(name, container_id):
    folder = CreateSharedFolder(name=name, container_id=container_id)
    assert serialization.request_from_body("sharedFolder", serialization.to_json(folder)) == folder


@given(st.sampled_from(["album", "sharedFolder", "newer"]), st.text(max_size=60))
def test_any_text_in_the_history_is_a_request_or_none(kind, text):
    assert serialization.request_from_body(kind, text) is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(
    st.sampled_from(["album", "sharedFolder"]),
    st.fixed_dictionaries(
        {},
        optional={
            name: JSON | st.sampled_from([1, 2, "1"]) for name in ("type", "albumKind", "name", "scopeDir")
        },
    ),
)
def test_a_body_in_another_form_breaks_nothing(kind, payload):
    request = serialization.request_from_body(kind, json.dumps(payload))
    assert request is None or isinstance(request, CreateAlbum | CreateSharedFolder)


def test_a_kind_of_a_newer_version_is_not_understood():
    body = serialization.to_json(CreateSharedFolder(name="x", container_id="C"))
    assert serialization.request_from_body("movie", body) is None
    assert serialization.request_from_body("album", body) is None


def test_text_that_is_no_request_gives_no_fields():
    for body in ("", "[1]", "nonsense", "[" * 100_000):
        assert serialization.fields_from_body(body) == {}


def test_trace_ids_have_58_characters_and_differ():
    traces = {serialization.new_trace_id() for _ in range(1000)}
    assert len(traces) == 1000
    assert all(re.fullmatch("[0-9a-f]{58}", trace) for trace in traces)


def test_the_package_brings_no_qt():
    modules = "backend.backend", "api.client", "creation.creator", "journal.export"
    code = (
        f"import sys, {', '.join(f'koodrive.{module}' for module in modules)}; "
        "sys.exit(any(name.startswith(('PySide6', 'shiboken6')) for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=30).returncode == 0


def test_the_window_reaches_no_transport_by_itself():
    built = (
        "ui.app, ui.create.album_page, ui.create.shared_folder_page, ui.recipe.page, ui.live.page,"
        " ui.history.page"
    )
    code = f"import sys, {built}; sys.exit(any(name in sys.modules for name in ('requests', 'keyring')))"
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=30).returncode == 0
