"""The counts of a running batch, whenever they are read again from the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from batch_fixtures import album, batch_driver

from koodrive.batch.running.dispatcher import Dispatcher
from koodrive.batch.running.pace import TokenBucket
from koodrive.batch.running.row_queue import ROWS_BETWEEN
from koodrive.batch.running.row_source import RowSource

if TYPE_CHECKING:
    from pathlib import Path


def test_a_row_in_flight_is_counted_once_though_the_history_has_its_outcome_already(tmp_path: Path) -> None:
    with batch_driver(tmp_path) as driver:
        batch_id = driver.add([album(number) for number in range(1, 4)])
        source = RowSource(driver.backend.journal, batch_id)
        batch = driver.backend.journal.batches.batch(batch_id)
        dispatcher = Dispatcher(source, batch, bucket=TokenBucket(None), may_find=lambda: False)
        dispatcher.begin(batch.pace)
        dispatcher.open()
        row = dispatcher.take()
        assert row is not None
        driver.backend.creator.create(
            source.request(row),
            client=driver.client(),
            connection=driver.connection,
            batch_row=row.key,
            reads_list=False,
        )
        dispatcher.recount()
        assert dispatcher.progress().counts == {"ready": 3}
        dispatcher.close(row, "created")
        assert dispatcher.progress().counts == {"created": 1, "ready": 2}
        dispatcher.recount()
        assert dispatcher.progress().counts == {"created": 1, "ready": 2}


def test_a_row_that_is_turned_away_lets_twenty_others_go_first_or_as_many_as_there_are(
    tmp_path: Path,
) -> None:
    with batch_driver(tmp_path) as driver:
        batch_id = driver.add([album(number) for number in range(1, ROWS_BETWEEN + 5)])
        source = RowSource(driver.backend.journal, batch_id)
        in_flight: list[int] = []
        taken = []
        while (row := source.take(in_flight)) is not None:
            taken.append(row.row)
            if taken.count(1) < 3 and row.row == 1:
                source.put_back(row, is_late=True)
            else:
                in_flight.append(row.row)
        others = list(range(2, ROWS_BETWEEN + 5))
        assert taken == [1, *others[:ROWS_BETWEEN], 1, *others[ROWS_BETWEEN:], 1]
