"""Edits of a plan that is opened again, whose index is read from the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from batch_fixtures import BatchDriver, batch_driver

from koodrive.batch.models import BatchState, Verdict
from koodrive.batch.stored_index import StoredIndex
from koodrive.batch.stored_plan import PlanEditor
from koodrive.core.deadline import Cancellation, CancelledByUserError
from koodrive.sandbox import SANDBOX_CONTAINER_ID

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAME = 3
TABLE = f"""kind\tref\tin\tname\ttype\talbumKind\tcontainerId
shared_folder\tf\t\tFamily\t\t\t{SANDBOX_CONTAINER_ID}
album\t\tf\tIn it\t2\t2\t
album\t\t\tAlone\t2\t1\t
"""


@pytest.fixture
def driver(tmp_path: Path) -> Iterator[BatchDriver]:
    with batch_driver(tmp_path) as driver:
        yield driver


def test_a_folder_that_history_and_service_know_is_no_problem_of_the_rows_in_it(
    driver: BatchDriver, tmp_path: Path
) -> None:
    assert driver.run(driver.open(TABLE, tmp_path))[0] is BatchState.FINISHED
    batch_id, journal = driver.open(TABLE, tmp_path), driver.backend.journal
    driver.backend.batch_runs.plan(batch_id, driver.connection, driver.client(), cancellation=Cancellation())
    assert driver.states(batch_id) == [Verdict.EXISTS] * 3
    editor = PlanEditor(journal, batch_id, driver.connection)
    editor.edit(2, {NAME: "New in it"})
    assert driver.states(batch_id) == [Verdict.EXISTS, Verdict.READY, Verdict.EXISTS]
    # What depends on other rows is found among those of the journal.
    editor.edit(3, {NAME: "Alone too"})
    editor.edit(2, {NAME: ""})
    editor.exclude([1], is_excluded=True)
    assert [one.code for one in driver.found(driver.rows(batch_id)[1])][-1] == "in_folder_problem"


def test_a_reading_that_is_cancelled_begins_anew(driver: BatchDriver, tmp_path: Path) -> None:
    index = StoredIndex(driver.backend.journal, driver.open(TABLE, tmp_path))
    cancellation = Cancellation()
    cancellation.cancel()
    with pytest.raises(CancelledByUserError):
        index.get(cancellation)
    assert not index.is_ready
    assert index.get() is index.get()
