"""State of the question before something is taken back: texts and marks, without widgets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from koodrive.creation.undo.models import UndoVerdict
from koodrive.models import RequestKind
from ui.texts.attempts import isolated, subject_text
from ui.texts.numbers import number_text
from ui.texts.translate import error_texts, translate, translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from koodrive.creation.undo.models import UndoLook
    from koodrive.journal import Attempt, AttemptRow

FINE, REMARK, LOOKING, KEPT, GONE = "ready", "info", "sending", "not_sent", "deleted"
"""Marks of the lines, see `ui.core.icons.mark_pixmap`."""
ASKS, FAILED = "doubtful", "problem"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was read, or one of several objects."""

    mark: str
    text: str


@dataclass(frozen=True, slots=True)
class UndoState:
    """What the question shows."""

    mark: str
    title: str
    message: str
    ids: tuple[tuple[str, str, str], ...] = ()
    """Key, label and value of each ID."""
    lines: tuple[Line, ...] = ()
    """What was read of one object, or one for each of several."""
    confirm: str = ""
    """Label of the button that goes on; empty where nothing can be taken back."""
    is_harmless: bool = False
    """Whether going on only writes something down."""
    can_look_again: bool = False


def looking(row: AttemptRow | None, done: int, count: int) -> UndoState:
    """Return the state while the service is asked what is there now.

    Args:
        row: The attempt, where it is one and known.
        done: Number of attempts that have been looked at.
        count: Number of attempts.
    """
    title = (
        translate("Undo", "Take back {name}?").format(name=subject_text(row))
        if row is not None
        else translate("Undo", "Take back?")
    )
    if count > 1:
        title = translate("Undo", "Take back {count}?").format(count=number_text(count))
    words = translate("Undo", "KooDesk reads what is in it now. Nothing is sent before you say so.")
    if count > 1:
        words = translate(
            "Undo", "KooDesk reads what is in them now: {done} of {count}. Nothing is sent before you say so."
        )
    return UndoState(LOOKING, title, words.format(done=number_text(done), count=number_text(count)))


def without_token(row: AttemptRow | None) -> UndoState:
    """Return the state while a token is asked for, before anything can be read."""
    title = (
        translate("Undo", "Take back {name}?").format(name=subject_text(row))
        if row is not None
        else translate("Undo", "Take back?")
    )
    words = translate(
        "Undo", "Before anything is deleted, KooDesk reads what is in it. For that it needs a new token."
    )
    return UndoState("waiting", title, words)


def failed(error: Exception) -> UndoState:
    """Return the state after something could not be looked at at all."""
    title, message = error_texts(error)
    words = translate("Undo", "Nothing was sent. {reason}").format(reason=message)
    return UndoState(FAILED, title, words, can_look_again=True)


def looked(looks: Sequence[UndoLook], connection_name: str) -> UndoState:
    """Return the question about what was looked at, or why there is none.

    Args:
        looks: At least one.
        connection_name: Of the connection in use.
    """
    if len(looks) == 1:
        return _one(looks[0], connection_name)
    return _several(looks, connection_name)


def _one(look: UndoLook, connection_name: str) -> UndoState:
    name, is_album = subject_text(look.attempt), look.attempt.kind == RequestKind.ALBUM
    ids = _ids(look.attempt)
    if look.verdict is UndoVerdict.KEPT:
        return _kept(look, name)
    if look.verdict is UndoVerdict.GONE:
        return UndoState(
            GONE,
            translate("Undo", "{name} is gone already").format(name=name),
            translate(
                "Undo",
                "It was deleted elsewhere, so nothing is sent. The history can say that it was taken back.",
            ),
            ids,
            _remarks(look),
            confirm=translate("Undo", "&Note it"),
            is_harmless=True,
        )
    words = (
        translate(
            "Undo", "The album is deleted on {connection}. This cannot be undone. The history keeps its ID."
        )
        if is_album
        else translate(
            "Undo",
            "The shared folder is deleted on {connection}. This cannot be undone. The history keeps its IDs.",
        )
    )
    return UndoState(
        ASKS,
        translate("Undo", "Take back {name}?").format(name=name),
        words.format(connection=isolated(connection_name)),
        ids,
        _read(look),
        confirm=translate("Undo", "&Take back"),
    )


def _kept(look: UndoLook, name: str) -> UndoState:
    where = translate("Undo", "Nothing was sent, and it stays as it is.")
    reason = Line("problem", translated(look.reason)) if look.reason is not None else None
    return UndoState(
        KEPT,
        translate("Undo", "{name} is kept").format(name=name),
        where,
        _ids(look.attempt),
        (*((reason,) if reason else ()), *_remarks(look)),
        can_look_again=True,
    )


def _read(look: UndoLook) -> tuple[Line, ...]:
    """Return what was read of an object that can be taken back, and what there is to say about deleting it."""
    first, *others = look.remarks or (None,)
    words = translate("Undo", "An empty album of yours in it, taken back first: {name}")
    empty = [Line(FINE, translated(first))] if first is not None else []
    own = [Line(FINE, words.format(name=subject_text(one.attempt))) for one in look.own_albums]
    more = [Line(REMARK, translated(remark)) for remark in others]
    window = translate(
        "Undo",
        "It is looked at once more right before. What somebody adds within that one request goes with it.",
    )
    return (*empty, *own, *more, Line(REMARK, window))


def _remarks(look: UndoLook) -> tuple[Line, ...]:
    return tuple(Line(REMARK, translated(remark)) for remark in look.remarks)


def _ids(attempt: Attempt) -> tuple[tuple[str, str, str], ...]:
    label = (
        translate("Undo", "Album ID")
        if attempt.kind == RequestKind.ALBUM
        else translate("Undo", "Folder ID (primary key)")
    )
    return (("id", label, attempt.result_id or ""),)


def _several(looks: Sequence[UndoLook], connection_name: str) -> UndoState:
    lines = tuple(Line(_MARKS[look.verdict], _line(look)) for look in looks)
    count = sum(look.verdict is not UndoVerdict.KEPT for look in looks)
    if not count:
        words = translate("Undo", "Nothing was sent. Each line says why it is kept.")
        return UndoState(
            KEPT,
            translate("Undo", "All {count} are kept").format(count=number_text(len(looks))),
            words,
            (),
            lines,
            can_look_again=True,
        )
    title = (
        translate("Undo", "Take back {count} of {all}?")
        if count < len(looks)
        else translate("Undo", "Take back {all}?")
    )
    words = translate(
        "Undo",
        "They are deleted on {connection}, one after the other, the newest first. This cannot be undone. The history"
        " keeps their IDs.",
    )
    return UndoState(
        ASKS,
        title.format(count=number_text(count), all=number_text(len(looks))),
        words.format(connection=isolated(connection_name)),
        (),
        lines,
        confirm=translate("Undo", "&Take back {count}").format(count=number_text(count)),
    )


def _line(look: UndoLook) -> str:
    name = subject_text(look.attempt)
    if look.verdict is UndoVerdict.KEPT:
        reason = translated(look.reason) if look.reason is not None else ""
        return translate("Undo", "{name} is kept: {reason}").format(name=name, reason=reason)
    if look.verdict is UndoVerdict.GONE:
        return translate("Undo", "{name} is gone already: only noted").format(name=name)
    return name


_MARKS = {UndoVerdict.READY: FINE, UndoVerdict.KEPT: KEPT, UndoVerdict.GONE: GONE}
