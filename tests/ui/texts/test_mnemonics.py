"""Labels as they are read out."""

from __future__ import annotations

import pytest

from ui.texts.mnemonics import without_mnemonic


@pytest.mark.parametrize(
    ("label", "read_out"),
    [
        ("&Save", "Save"),
        ("C&lear filters", "Clear filters"),
        ("保存(&S)", "保存"),
        ("查明结果(&F)…", "查明结果…"),
        ("相册 (2)", "相册 (2)"),
        ("Rock && Roll", "Rock & Roll"),
        ("", ""),
    ],
)
def test_no_mnemonic_is_read_out(label: str, read_out: str) -> None:
    assert without_mnemonic(label) == read_out
