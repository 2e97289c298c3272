"""Runs what takes a batch back: the look at all that it has made, and the deletes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ui.batch.running import BatchRun

if TYPE_CHECKING:
    from koodrive.batch.running.base_runner import Runner
    from koodrive.journal import RunStates
    from koodrive.models import Connection


class UndoRun(BatchRun):
    """One run at a time, beside that of a batch which creates; see `BatchRun` for its signals."""

    _key = "batchUndo"

    @property
    def looks_only(self) -> bool:
        """Whether it looks, or has looked last, and deletes nothing."""
        return self._runner is not None and bool(getattr(self._runner, "looks_only", False))

    def look(self, batch_id: int, *, is_anew: bool = True) -> None:
        """Look at all that a batch has made and that was not taken back; it ends ``checked``, or pauses.

        Args:
            batch_id: The batch.
            is_anew: Whether what was seen before is forgotten; False to go on after a pause.
        """
        self._start(batch_id, lambda runner: runner.start_looking(is_anew=is_anew))

    def _new_runner(self, batch_id: int, connection: Connection) -> Runner[Any, Any]:
        return self._session.backend.batch_runs.undo_runner(
            batch_id, connection=connection, client=self._client, on_progress=self._reported.emit
        )

    @property
    def _states(self) -> RunStates:
        return self._session.backend.journal.batch_undos
