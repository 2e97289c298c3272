"""Tables that were opened and never run go when nobody can be at them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from batch_fixtures import album, batch_driver

from koodrive.batch.old_plans import remove_old_plans
from koodrive.journal import Journal

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_only_the_newest_stay_and_none_goes_while_another_process_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Tomorrow(datetime):
        """The clock of two days later."""

        @classmethod
        def now(cls, tz=None):  # type: ignore[no-untyped-def]
            return datetime.now(tz) + timedelta(days=2)

    with batch_driver(tmp_path) as driver:
        journal = driver.backend.journal
        numbers = [driver.add([album(1)]) for _ in range(5)]
        remove_old_plans(journal)
        assert len(journal.batches.batches()) == 5
        monkeypatch.setattr("koodrive.batch.old_plans.datetime", Tomorrow)
        with Journal(journal.path):
            remove_old_plans(journal)
            assert len(journal.batches.batches()) == 5
        remove_old_plans(journal)
        assert [batch.batch_id for batch in journal.batches.batches()] == numbers[:1:-1]
