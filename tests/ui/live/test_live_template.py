"""Values of a form filled from a row of the page On the service, for each kind of row."""

from __future__ import annotations

from koodrive.listing.live_rows import LiveRow, Standing
from koodrive.models import AlbumKind, AlbumType, RequestKind
from ui.live.template import template_of

FOLDER = LiveRow(
    RequestKind.SHARED_FOLDER, "17", "Family", Standing.GONE, group_id="18", file_id="F1", container_id="c"
)


def album(album_type=AlbumType.MANUAL, album_kind=AlbumKind.PERSONAL, **known):
    return LiveRow(
        RequestKind.ALBUM,
        "1",
        "Spring",
        Standing.OTHERS,
        album_type=album_type,
        album_kind=album_kind,
        **known,
    )


def test_a_folder_is_told_by_its_name_and_space():
    assert template_of(FOLDER, [FOLDER]) == {"name": "Family", "containerId": "c"}


def test_a_shared_album_finds_its_folder_even_where_that_is_gone():
    row = album(album_kind=AlbumKind.SHARED, group_id="18")
    assert template_of(row, [row, FOLDER]) == {
        "type": "2",
        "albumKind": "2",
        "name": "Spring",
        "groupId": "18",
        "shareFolderId": "17",
    }


def test_of_a_shared_album_of_ours_the_history_knows_the_folder():
    row = album(album_kind=AlbumKind.SHARED, group_id="18", share_folder_id="99")
    assert template_of(row, [row])["shareFolderId"] == "99"


def test_a_shared_album_without_a_group_takes_no_folder():
    row = album(album_kind=AlbumKind.SHARED)
    assert "shareFolderId" not in template_of(
        row, [row, LiveRow(RequestKind.SHARED_FOLDER, "5", "", Standing.OURS)]
    )


def test_of_a_collection_album_of_others_the_parent_is_left_open():
    row = album(AlbumType.COLLECTION, scope_dir=("3", "4"))
    assert template_of(row, [row]) == {
        "type": "1",
        "albumKind": "1",
        "name": "Spring",
        "scopeDir": ["3", "4"],
    }


def test_of_a_collection_album_of_ours_everything_is_known():
    row = album(
        AlbumType.COLLECTION,
        scope_dir=("3",),
        scope_parent_folder_id="2",
        scope_kind="1",
        container_id="c",
    )
    assert template_of(row, [row]) == {
        "type": "1",
        "albumKind": "1",
        "name": "Spring",
        "scopeDir": ["3"],
        "scopeParentFolderId": "2",
        "scopeKind": "1",
        "containerId": "c",
    }


def test_what_this_version_does_not_understand_is_left_open():
    row = LiveRow(RequestKind.ALBUM, "1", "", Standing.NOT_LISTED)
    assert template_of(row, [row]) == {}
