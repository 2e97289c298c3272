"""A request whose numbers go out as text is the same request as one with integers: it is made once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lost_answer_fixtures import COLLECTION, MANUAL

from koodrive.api.serialization import ALBUM_CREATE, NumberForm
from koodrive.errors import DuplicateRequestError
from koodrive.models import OutcomeKind
from koodrive.sandbox import Fault


def create(scene, request, form):
    connection = replace(scene.connection, number_form=form)
    return scene.desk.create(request, connection, scene.token)


@pytest.mark.parametrize("request_", [MANUAL, replace(COLLECTION, name=None)], ids=["named", "unnamed"])
@pytest.mark.parametrize("before", NumberForm)
@pytest.mark.parametrize("after", NumberForm)
@pytest.mark.parametrize("fault", [None, Fault.COMMIT_THEN_DROP])
def test_c07_the_same_in_either_form_is_held_back(scene, request_, before, after, fault):
    if fault is not None:
        scene.sandbox.inject(fault, path=ALBUM_CREATE)
    first = create(scene, request_, before)
    assert first.kind is (OutcomeKind.CREATED if fault is None else OutcomeKind.UNKNOWN)
    with pytest.raises(DuplicateRequestError) as caught:
        create(scene, request_, after)
    assert caught.value.attempt_id == first.attempt_id
    assert len(scene.sandbox.effects()) == 1


@pytest.mark.parametrize("form", NumberForm)
def test_c01_a_lost_one_is_found_in_either_form(scene, form):
    scene.snapshot_list(MANUAL)
    scene.sandbox.inject(Fault.COMMIT_THEN_DROP, path=ALBUM_CREATE)
    lost = create(scene, MANUAL, form)
    assert lost.kind is OutcomeKind.UNKNOWN
    finding = scene.find(lost.attempt_id)
    assert dict(finding.adopted) == {lost.attempt_id: scene.sandbox.effects()[0]["id"]}
