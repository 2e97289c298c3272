"""Reading a new shared folder's group and content before an album is created in it."""

from __future__ import annotations

import pytest
from lost_answer_services import ALBUM_LIST, FOLDER_LIST, site

from koodrive.core.deadline import Cancellation
from koodrive.errors import AuthenticationError
from koodrive.models import CreatedSharedFolder, CreateSharedFolder
from koodrive.sandbox import SANDBOX_CONTAINER_ID, SANDBOX_TOKEN, Fault
from ui.recipe.steps import find_group

__all__ = ["site"]


@pytest.fixture
def folder(site):
    outcome = site.backend.create(
        CreateSharedFolder("Family", SANDBOX_CONTAINER_ID), site.connection, SANDBOX_TOKEN
    )
    return outcome.created


@pytest.fixture
def look(site):
    return lambda folder, name="": find_group(
        folder, name, site.backend, site.connection, SANDBOX_TOKEN, cancellation=Cancellation()
    )


def test_a_group_that_is_known_is_not_looked_for(site, folder, look):
    assert look(folder) == folder.group_id
    assert site.gets(FOLDER_LIST) == 0
    assert site.gets(ALBUM_LIST) == 1


def test_a_group_that_was_left_out_is_found_in_the_list(site, folder, look):
    assert look(CreatedSharedFolder(folder.id)) == folder.group_id


def test_it_is_found_behind_thousands_and_not_for_ever(site, folder, look):
    fields = {"shareType": 0, "containerId": SANDBOX_CONTAINER_ID}
    for number in range(250):
        site.sandbox.make_elsewhere(
            "sharedFolder", {**fields, "name": f"F {number}"}, created_at=1.0 + number
        )
        site.sandbox.make_elsewhere("sharedFolder", {**fields, "name": f"L {number}"})
    assert look(CreatedSharedFolder(folder.id)) == folder.group_id
    before = site.gets(FOLDER_LIST)
    assert look(CreatedSharedFolder("17")) == ""
    assert site.gets(FOLDER_LIST) - before <= 20
    assert site.gets(ALBUM_LIST) == 1


def test_it_is_found_by_its_name_at_once_however_many_there_are(site, folder, look):
    for number in range(400):
        site.sandbox.make_elsewhere(
            "sharedFolder",
            {"shareType": 0, "containerId": SANDBOX_CONTAINER_ID, "name": f"F {number}"},
            created_at=1.0 if number % 2 else None,
        )
    assert look(CreatedSharedFolder(folder.id), "Family") == folder.group_id
    assert site.gets(FOLDER_LIST) == 1


def test_a_folder_that_has_another_name_by_now_is_found_in_the_list(site, folder, look):
    assert look(CreatedSharedFolder(folder.id), "Another name") == folder.group_id


def test_a_name_that_the_service_cannot_look_for_is_found_in_the_list(site, folder, look):
    site.sandbox.inject(Fault.NONZERO_CODE, path=FOLDER_LIST)
    assert look(CreatedSharedFolder(folder.id), "Family") == folder.group_id
    assert site.gets(FOLDER_LIST) == 2


def test_an_ended_token_is_not_asked_for_the_list_as_well(site, folder, look):
    site.sandbox.expire_tokens()
    with pytest.raises(AuthenticationError):
        look(CreatedSharedFolder(folder.id), "Family")
    assert site.gets(FOLDER_LIST) == 1


def test_a_folder_that_is_not_listed_yet_has_no_group_yet(site, folder, look):
    site.sandbox.inject(Fault.LIST_LAG, path=FOLDER_LIST)
    assert look(CreatedSharedFolder(folder.id)) == ""


def test_what_is_in_it_may_stay_unknown(site, folder, look):
    site.sandbox.inject(Fault.NONZERO_CODE, path=ALBUM_LIST)
    assert look(folder) == folder.group_id


def test_a_token_that_has_ended_is_told_where_the_group_is_needed(site, folder, look):
    site.sandbox.expire_tokens()
    with pytest.raises(AuthenticationError):
        look(CreatedSharedFolder(folder.id))
    assert look(folder) == folder.group_id
