"""What the page On the service says of a reading: how many rows, and what could not be read."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from koodrive.listing.live_rows import Standing
from ui.texts.attempts import local_time
from ui.texts.numbers import number_text
from ui.texts.translate import joined, translate, translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from koodrive.listing.live import LiveView
    from koodrive.messages import Message

_READ = frozenset({Standing.OURS, Standing.OTHERS, Standing.GONE, Standing.NOT_LISTED})
"""What only a list that was read can say."""
_LISTED = frozenset({Standing.OURS, Standing.OTHERS})


def is_read(view: LiveView) -> bool:
    """Return whether any list was read."""
    return not view.problems or any(row.standing in _READ for row in view.rows)


def count_text(view: LiveView, shown: int) -> str:
    """Return how many rows there are; those that only the history has are counted apart.

    Args:
        view: What was read.
        shown: How many of its rows the filters leave in.
    """
    total = len(view.rows)
    listed = sum(row.standing in _LISTED for row in view.rows)
    if is_read(view) and listed < total:
        words = translate("Live", "{listed} listed, {besides} in KooDesk not listed, read at {time}")
        if shown < total:
            words = translate(
                "Live", "{shown} shown of {listed} listed and {besides} in KooDesk not listed, read at {time}"
            )
    elif is_read(view):
        words = (
            translate("Live", "{shown} of {total}, read at {time}")
            if total
            else translate("Live", "Read at {time}")
        )
    else:
        words = translate("Live", "{shown} of {total}, not read") if total else translate("Live", "Not read")
    return words.format(
        shown=number_text(shown),
        total=number_text(total),
        listed=number_text(listed),
        besides=number_text(total - listed),
        time=local_time(view.read_at),
    )


def joined_text(problems: Sequence[Message]) -> str:
    """Return why lists could not be read, one reason in a line, after the lists that share it."""
    lines, lead = [], ""
    for problem, following in zip_longest(problems, problems[1:]):
        said, reason = translated(problem), problem.values.get("reason")
        if isinstance(reason, str) and following is not None and following.values.get("reason") == reason:
            lead = joined(lead, said.removesuffix(translated(reason)).rstrip())
        else:
            lines.append(joined(lead, said))
            lead = ""
    return "\n".join(lines)
