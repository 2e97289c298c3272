"""Reading an answer to a create: what it means, and the ID that it names."""

from __future__ import annotations

import pytest

from koodrive.answers import lead_id

CUT = '{"albumId": "1805929618625036417", "code": 200, "x": "' + "y" * 70_000


@pytest.mark.parametrize(
    ("answer", "named"),
    [
        ('{"albumId": "1805929618625036417", "code": 200}', "1805929618625036417"),
        ('\ufeff{"code": 0, "albumId" : 1805929618625036417}', "1805929618625036417"),
        ('{"id": "17", "data": {"groupId": 5, "id": "17"}}', "17"),
        (
            '{"code": 0, "data": {"id": "Fi94r66FoDTSP44M1VkJNup0JH-FIano0", "shareFolderId": "18"}}',
            "Fi94r66FoDTSP44M1VkJNup0JH-FIano0",
        ),
        ('{"albumId": "17", "id": "request-5"}', "17"),
        (CUT, "1805929618625036417"),
        ('{"albumId": "17", "albumId": "17"}', "17"),
        ('<script>x = {"albumId": "17"}</script>', "17"),
        ('{"albumId": "17", "albumId": "18"}', None),
        ('{"id": "17", "data": {"id": "18"}}', None),
        ('{"albumId": "18059296', None),
        ('{"albumId": 18059296', None),
        ('{"albumId": 18059296\n[KooDesk kept the first 64 KiB of 70000 bytes.]', None),
        ('{"albumId": 1.8059296e18}', None),
        ('{"albumId": "' + "7" * 64 + '"}', "7" * 64),
        ('{"albumId": "' + "7" * 65 + '"}', None),
        ('{"albumId": "' + "7" * 1_000_000 + '"}', None),
        ('{"albumId": "17 18"}', None),
        ('{"albumId": "<b>17</b>"}', None),
        ('{"albumId": "[token]"}', None),
        ('{"albumId": "=17+1"}', None),
        ('{"albumId": "null"}', None),
        ('{"albumId": "undefined"}', None),
        ('{"albumId": null}', None),
        ('{"albumId": 0}', None),
        ('{"albumId": ""}', None),
        ('{"requestId": "17", "traceid": "18"}', None),
        ("", None),
        (None, None),
    ],
)
def test_c60_the_id_that_an_untrusted_answer_names(answer, named):
    assert lead_id(answer) == named
