"""Names of classes and functions are loaded when they are used."""

from __future__ import annotations

import pytest

from koodrive.core.lazy import load
from ui.core.tasks import TaskRunner


def test_a_class_is_found_by_its_name():
    assert load("ui.core.tasks:TaskRunner") is TaskRunner


@pytest.mark.parametrize(
    ("name", "error"),
    [("ui.core.tasks:Nothing", AttributeError), ("ui.core.nothing:Nothing", ModuleNotFoundError)],
)
def test_what_is_not_there_is_an_error(name, error):
    with pytest.raises(error):
        load(name)
