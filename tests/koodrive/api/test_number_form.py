"""A request whose numbers go out as text is the same request as one with integers: it is made once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lost_answer_fixtures import COLLECTION, MANUAL

from koodrive.api.serialization import ALBUM_CREATE, NumberForm
from koodrive.errors import DuplicateRequestError
from koodrive.models import OutcomeKind
from koodrive.sandbox import Fault


def create(driver, request, form):
    connection = replace(driver.connection, number_form=form)
    return driver.backend.create(request, connection, driver.token)


@pytest.mark.parametrize("request_", [MANUAL, replace(COLLECTION, name=None)], ids=["named", "unnamed"])
@pytest.mark.parametrize("before", NumberForm)
@pytest.mark.parametrize("after", NumberForm)
@pytest.mark.parametrize("fault", [None, Fault.COMMIT_THEN_DROP])
def test_c07_the_same_in_either_form_is_held_back(driver, request_, before, after, fault):
    if fault is not None:
        driver.sandbox.inject(fault, path=ALBUM_CREATE)
    first = create(driver, request_, before)
    assert first.kind is (OutcomeKind.CREATED if fault is None else OutcomeKind.UNKNOWN)
    with pytest.raises(DuplicateRequestError) as caught:
        create(driver, request_, after)
    assert caught.value.attempt_id == first.attempt_id
    assert len(driver.sandbox.effects()) == 1


@pytest.mark.parametrize("form", NumberForm)
def test_c01_a_lost_one_is_found_in_either_form(driver, form):
    driver.snapshot_list(MANUAL)
    driver.sandbox.inject(Fault.COMMIT_THEN_DROP, path=ALBUM_CREATE)
    lost = create(driver, MANUAL, form)
    assert lost.kind is OutcomeKind.UNKNOWN
    finding = driver.find(lost.attempt_id)
    assert dict(finding.adopted) == {lost.attempt_id: driver.sandbox.effects()[0]["id"]}
