"""The numbers of the history in the form in which they are drawn, read out and copied."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from koodrive.models import OutcomeKind
from ui.texts.attempts import outcome_text
from ui.texts.connections import connection_text
from ui.texts.numbers import decimal_text, number_text
from ui.texts.translate import translate
from ui.texts.visible import in_short

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from koodrive.journal.statistics import AnswerTimes, HistoryStatistics

MOST_DAYS = 92
"""A longer time is shown by weeks, and beyond `MOST_WEEKS` by months."""
MOST_WEEKS = 104
OUTCOMES = (
    OutcomeKind.CREATED,
    OutcomeKind.DELETED,
    OutcomeKind.REFUSED,
    OutcomeKind.NOT_SENT,
    OutcomeKind.UNKNOWN,
    OutcomeKind.SENDING,
)
_LONGEST_NAME = 80
_SEPARATORS = str.maketrans("\t\n\r", "   ")


class Span(NamedTuple):
    """Attempts of one day, week or month."""

    label: str
    """Its first day, ISO; of a month without the day."""
    counts: Mapping[OutcomeKind | str, int]


def spans_of(days: Mapping[date, Mapping[OutcomeKind | str, int]]) -> tuple[str, list[Span]]:
    """Return the heading and the spans of `days`, from the first to the last without a gap.

    Args:
        days: Counts by outcome, in the order of the days.
    """
    if not days:
        return translate("Glance", "Attempts per day"), []
    first, last = min(days), max(days)
    length = (last - first).days + 1
    if length <= MOST_DAYS:
        return translate("Glance", "Attempts per day"), _gathered(
            days, (first + timedelta(n) for n in range(length)), _day
        )
    monday = first - timedelta(first.weekday())
    weeks = ((last - monday).days // 7) + 1
    if weeks <= MOST_WEEKS:
        starts = (monday + timedelta(7 * n) for n in range(weeks))
        return translate("Glance", "Attempts per week"), _gathered(days, starts, _week)
    return translate("Glance", "Attempts per month"), _gathered(days, _months(first, last), _month)


def _day(day: date) -> str:
    return day.isoformat()


def _week(day: date) -> str:
    return (day - timedelta(day.weekday())).isoformat()


def _month(day: date) -> str:
    return f"{day:%Y-%m}"


def _months(first: date, last: date) -> Iterable[date]:
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = (month + timedelta(31)).replace(day=1)


def _gathered(
    days: Mapping[date, Mapping[OutcomeKind | str, int]],
    starts: Iterable[date],
    label_of: Callable[[date], str],
) -> list[Span]:
    found: dict[str, Counter[OutcomeKind | str]] = {label_of(start): Counter() for start in starts}
    for day, counts in days.items():
        found[label_of(day)].update(counts)
    return [Span(label, counts) for label, counts in found.items()]


def outcomes_in(spans: Iterable[Span]) -> list[OutcomeKind | str]:
    """Return the outcomes that occur, in a fixed order, those of a newer version last."""
    found = {outcome for span in spans for outcome, count in span.counts.items() if count}
    known = [outcome for outcome in OUTCOMES if outcome in found]
    return [*known, *sorted(found - set(known))]


def seconds_text(milliseconds: int) -> str:
    """Return a time as seconds, as exactly as its size makes sense."""
    seconds = milliseconds / 1000
    digits = 2 if seconds < 10 else 1 if seconds < 100 else 0
    return translate("Glance", "{seconds} s").format(seconds=decimal_text(seconds, digits))


def name_text(times: AnswerTimes) -> str:
    """Return the name of a connection in one line."""
    return in_short(connection_text(times.connection_id, times.connection_name), _LONGEST_NAME) or "–"


def span_table(spans: Sequence[Span]) -> list[list[str]]:
    """Return the numbers of the spans as rows of texts, first their titles; spans without attempts are left out."""
    outcomes = outcomes_in(spans)
    rows = [
        [
            translate("Glance", "From"),
            *(outcome_text(outcome) for outcome in outcomes),
            translate("Glance", "All"),
        ]
    ]
    for span in spans:
        total = sum(span.counts.values())
        if total:
            counts = [number_text(span.counts.get(outcome, 0)) for outcome in outcomes]
            rows.append([span.label, *counts, number_text(total)])
    return rows


def time_table(times: Iterable[AnswerTimes]) -> list[list[str]]:
    """Return the answer times as rows of texts, first their titles."""
    rows = [
        [
            translate("Glance", "Connection"),
            translate("Glance", "Median"),
            translate("Glance", "95th percentile"),
            translate("Glance", "Answers"),
        ]
    ]
    rows += [
        [
            name_text(each),
            seconds_text(each.median_ms),
            seconds_text(each.late_ms),
            number_text(each.count),
        ]
        for each in times
    ]
    return rows


def as_text(statistics: HistoryStatistics) -> str:
    """Return all numbers as lines of texts with tabs between them, for a spreadsheet."""
    _heading, spans = spans_of(statistics.days)
    tables = span_table(spans), time_table(statistics.times)
    return "\n\n".join(
        "\n".join("\t".join(cell.translate(_SEPARATORS) for cell in row) for row in table) for table in tables
    )
