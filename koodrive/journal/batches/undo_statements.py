"""The statements about batches that are taken back."""

from __future__ import annotations

from koodrive.journal.attempts.stored_messages import MESSAGE_COLUMNS


def _from(row: str, delete: str) -> str:
    """Return the rows joined with the delete that counts: one that took it back, or may have, or else the last one."""
    return f"""
        FROM batch_undo_row {row} LEFT JOIN attempt {delete} ON {delete}.attempt_id = (
            SELECT x.attempt_id FROM attempt x WHERE x.of_attempt = {row}.of_attempt
            ORDER BY x.outcome = 'deleted' DESC, x.outcome IN ('unknown', 'sending') DESC, x.attempt_id DESC LIMIT 1
        )
    """  # noqa: S608 - names of ours


def _counts(row: str, delete: str) -> str:
    return f"({delete}.outcome IN ('deleted', 'unknown', 'sending') OR {delete}.attempt_id > {row}.after_attempt)"


def _state(row: str, delete: str) -> str:
    return f"CASE WHEN {_counts(row, delete)} THEN {delete}.outcome ELSE {row}.verdict END"


_HAS_OPEN_ALBUM = f"""
    EXISTS (
        SELECT 1 {_from("k", "kd")} WHERE k.folder_attempt = u.of_attempt
        AND {_state("k", "kd")} IN (SELECT value FROM json_each(:before))
    )
"""  # noqa: S608 - values are bound

BEGIN = """
    INSERT OR IGNORE INTO batch_undo (batch_id, begun_at, parallel, rate, state)
    SELECT batch_id, :now, parallel, rate, 'checked' FROM batch WHERE batch_id = :batch_id
"""
PLACE_OF = """
    SELECT c.service_address, c.user_id FROM batch b LEFT JOIN connection c USING (connection_key) WHERE b.batch_id = ?
"""
SELECT_UNDOS = "SELECT * FROM batch_undo"
# A unary + keeps SQLite from taking another index than that of the results, in which one ID has few rows.
# A create that was found late, after its row was sent once more, belongs to the batch like the other one.
ADD_ROWS = """
    INSERT OR IGNORE INTO batch_undo_row (of_attempt, batch_id, kind, folder_attempt)
    SELECT a.attempt_id, a.batch_id, a.kind, (
        SELECT f.attempt_id FROM attempt f
        WHERE f.result_id = CAST(json_extract(e.body, '$.shareFolderId') AS TEXT) AND +f.batch_id = a.batch_id
        AND +f.kind = 'sharedFolder' AND f.of_attempt IS NULL AND +f.outcome = 'created' LIMIT 1
    )
    FROM attempt a LEFT JOIN exchange e ON e.attempt_id = a.attempt_id
    WHERE a.batch_id = :batch_id AND a.action = 'create' AND a.outcome = 'created'
    AND a.result_id IS NOT NULL AND a.attempt_id > :after AND a.attempt_id <= :until
"""
LAST_OF = """
    SELECT max(attempt_id) FROM (
        SELECT attempt_id FROM attempt WHERE batch_id = :batch_id AND attempt_id > :after
        ORDER BY attempt_id LIMIT :limit
    )
"""
COUNTS = f"""
    SELECT {_state("u", "d")} AS state, count(*) {_from("u", "d")}
    WHERE u.batch_id = :batch_id AND u.of_attempt NOT IN (SELECT value FROM json_each(:without)) GROUP BY state
"""  # noqa: S608 - values are bound
SELECT_ROWS = f"""
    SELECT u.batch_id, u.of_attempt, u.kind, u.folder_attempt, u.reason, {_state("u", "d")} AS state,
        c.name, c.result_id, r.row, r.line, r.ref,
        CASE WHEN {_counts("u", "d")} THEN d.attempt_id END AS attempt_id,
        d.trace_id, d.status, d.code, d.settled_at, {MESSAGE_COLUMNS}
    {_from("u", "d")}
    JOIN attempt c ON c.attempt_id = u.of_attempt
    LEFT JOIN batch_row r ON r.attempt_id = u.of_attempt
    LEFT JOIN exchange e ON e.attempt_id = d.attempt_id AND {_counts("u", "d")}
    WHERE u.batch_id = :batch_id
"""
IN_STATES = f" AND {_state('u', 'd')} IN (SELECT value FROM json_each(:states))"  # noqa: S608 - likewise
BEFORE = " AND u.of_attempt < :before_attempt ORDER BY u.of_attempt DESC LIMIT :limit"
WITHOUT_OPEN_ALBUM = f" AND NOT {_HAS_OPEN_ALBUM}"
WITH_OPEN_ALBUM = f" AND {_HAS_OPEN_ALBUM}"
OF_ROWS = """
    AND u.of_attempt IN (
        SELECT p.attempt_id FROM batch_row p
        WHERE p.batch_id = :batch_id AND p.row IN (SELECT value FROM json_each(:rows))
    )
"""
WITHOUT_ROW = " AND r.row IS NULL ORDER BY u.of_attempt"
OF_FOLDER = " AND u.folder_attempt = :folder ORDER BY u.of_attempt"
# Along the index of the outcomes: few are unknown, and a batch may have many attempts.
UNKNOWN = """
    SELECT a.attempt_id FROM attempt a JOIN batch_undo_row u ON u.of_attempt = a.of_attempt
    WHERE a.outcome = 'unknown' AND a.action = 'delete' AND u.batch_id = ? ORDER BY a.attempt_id
"""
JUDGE = "UPDATE batch_undo_row SET verdict = :verdict, reason = :reason WHERE of_attempt = :of_attempt"
_LAST_DELETE = """
    coalesce((SELECT max(x.attempt_id) FROM attempt x WHERE x.of_attempt = batch_undo_row.of_attempt), 0)
"""
RELEASE = f"""
    UPDATE batch_undo_row SET after_attempt = {_LAST_DELETE}
    WHERE batch_id = :batch_id AND of_attempt IN (SELECT value FROM json_each(:rows))
"""  # noqa: S608 - values are bound
# What never left, was turned away for being one too many, had a token that had ended, or was found out to have taken
# nothing back: none of these is for the object itself.
RELEASE_BLAMELESS = f"""
    UPDATE batch_undo_row SET after_attempt = {_LAST_DELETE} WHERE batch_id = ? AND EXISTS (
        SELECT 1 FROM attempt m WHERE m.of_attempt = batch_undo_row.of_attempt
        AND m.attempt_id = {_LAST_DELETE} AND m.attempt_id > batch_undo_row.after_attempt AND (
            m.outcome = 'not_sent'
            OR m.outcome = 'refused' AND (
                m.followed_up OR m.status IN (401, 429) OR m.code IN ('401', 'APIG.0308', 'APIGW.0308')
            )
        )
    )
"""  # noqa: S608 - values are bound
# Deletes that have taken something back, or may have, count whatever stands here. What is found out about those that
# are open still counts, too: the run that begins now does not send them once more.
REOPEN = """
    UPDATE batch_undo_row SET verdict = 'open', reason = NULL, after_attempt = coalesce((
        SELECT max(x.attempt_id) FROM attempt x
        WHERE x.of_attempt = batch_undo_row.of_attempt AND x.outcome NOT IN ('unknown', 'sending')
    ), 0) WHERE batch_id = ?
"""
