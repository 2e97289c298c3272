"""Numbers in the language of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale

from ui.texts.numbers import decimal_text, number_text

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def locale() -> Iterator[None]:
    """Put the locale of the tests back."""
    former = QLocale()
    yield
    QLocale.setDefault(former)


@pytest.mark.usefixtures("locale")
@pytest.mark.parametrize(
    ("name", "whole", "decimal"),
    [
        ("en_US", "1,234,567", "1,234.50"),
        ("zh_CN", "1,234,567", "1,234.50"),
        ("de_DE", "1.234.567", "1.234,50"),
    ],
)
def test_numbers_follow_the_language(name: str, whole: str, decimal: str) -> None:
    QLocale.setDefault(QLocale(name))
    assert number_text(1_234_567) == whole
    assert decimal_text(1234.5, 2) == decimal
