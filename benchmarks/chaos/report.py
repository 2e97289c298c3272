"""Report of a chaos run over one or several accounts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from benchmarks.chaos.violations import find_violations

if TYPE_CHECKING:
    from benchmarks.chaos.account import Account
    from benchmarks.chaos.running import Run


@dataclass
class Report:
    """Lines of the report; reports of several accounts can be added."""

    deaths: int = 0
    numbers: Counter[str] = field(default_factory=Counter)
    """In the order of printing."""
    lines: dict[str, list[str]] = field(default_factory=dict)
    """Findings by kind."""
    faults: Counter[str] = field(default_factory=Counter)
    """Number of requests per fault."""

    @property
    def is_good(self) -> bool:
        """Whether no object is lost, doubled or wrongly adopted."""
        return not any(self.numbers[name] for name in ("lost", "doubled", "wrongly adopted"))

    def __add__(self, other: Report) -> Report:
        """Return the sum of both reports."""
        numbers = Counter(self.numbers)
        numbers.update(other.numbers)
        names = [*self.lines, *(name for name in other.lines if name not in self.lines)]
        lines = {name: self.lines.get(name, []) + other.lines.get(name, []) for name in names}
        return Report(self.deaths + other.deaths, numbers, lines, self.faults + other.faults)


def report_on(run: Run, account: Account) -> Report:
    """Return the report of one account.

    Args:
        run: Parameters of the run.
        account: Final state.
    """
    violations, books = find_violations(account), account.books
    of_operators = sum(map(len, account.by_trace.values()))
    numbers = {
        "creates asked": run.creates,
        "  of them given up by the operator": sum(len(book.diary.given_up) for book in books),
        "POSTs that arrived whole": account.posts.total(),
        "effects at the service": of_operators,
        "  of them with another name than asked": len(account.stored_otherwise),
        "made by other programs": len(account.effects) - of_operators,
        "IDs in the histories": sum(len(book.created) for book in books),
        "  of them found by the resolver": sum(
            row.note is not None for book in books for row in book.created
        ),
        "lost": len(violations.lost),
        "doubled": len(violations.doubled),
        "wrongly adopted": len(violations.wrongly_adopted),
        "somebody else's of the same content": len(violations.alike),
        "  of them for one that is stored otherwise": violations.overlooked,
        "exchanged between identical requests": violations.exchanged,
        "unresolved": len(violations.unresolved),
        "  of them undecided by people": violations.left_to_people,
        "  of them the lists could have told": len(violations.tellable),
    }
    names = ("lost", "doubled", "wrongly_adopted", "alike", "tellable")
    lines = {name: getattr(violations, name) for name in names}
    return Report(run.deaths, Counter(numbers), lines, Counter(account.faults))
