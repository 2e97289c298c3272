"""Seeded requests of the operators, with intended repetitions and near misses."""

from __future__ import annotations

import random
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

from koodrive import CreateAlbum, CreateSharedFolder
from koodrive.models import AlbumKind, AlbumType, ScopeKind
from koodrive.sandbox import SANDBOX_CONTAINER_ID

if TYPE_CHECKING:
    from koodrive.models import CreateRequest

IDENTICAL_SHARE, NEAR_SHARE, COMMON_SHARE = 0.08, 0.08, 0.03
_COMMON_NAMES = 12
_NEARBY = 4
"""Most items between an item and its repetition: the first one may still be open then."""


@dataclass(frozen=True)
class OperatorConfig:
    """Configuration of one operator's process; passed as JSON on its command line."""

    seed: int
    operator: int
    """Number of the operator, from 0."""
    life: int
    """Number of earlier processes of this operator."""
    creates: int
    service_address: str
    token: str
    """Access token, which identifies the operator at the service."""
    secret: str
    """Secret of the sandbox's control calls."""
    data_dir: str
    group_id: str
    share_folder_id: str
    """The shared folder for shared albums."""
    is_calm: bool = False
    """Create nothing more and inject no faults; only resolve open attempts."""

    def as_json(self) -> dict[str, object]:
        """Return the members as JSON values."""
        return asdict(self)


def planned_requests(config: OperatorConfig) -> list[CreateRequest]:
    """Return all requests of the operator of `config`; the same in every process."""
    draw = random.Random(f"wishes {config.seed} {config.operator}")
    # Of each list something is known from the beginning, so that a list without any row cannot be whole.
    wanted: list[CreateRequest] = _one_for_each_list(draw, config)
    for number in range(len(wanted), config.creates):
        chance = draw.random()
        if wanted and chance < IDENTICAL_SHARE:
            wanted.append(draw.choice(wanted[-_NEARBY:]))
        elif wanted and chance < IDENTICAL_SHARE + NEAR_SHARE:
            wanted.append(near(draw.choice(wanted[-_NEARBY:]), draw))
        elif chance < IDENTICAL_SHARE + NEAR_SHARE + COMMON_SHARE:
            wanted.append(_new(f"Common {draw.randrange(_COMMON_NAMES)}", draw, config))
        else:
            wanted.append(
                _new(f"O{config.operator} {draw.choice(_WORDS)} {number}{draw.choice(_ENDS)}", draw, config)
            )
    return wanted


# Each fault of names finds something to change: composed letters, ampersands, 4-byte characters, ends of all kinds.
_WORDS = ("Holiday", "Familie", "假期", "Tom & Ann", "Été", "庭𠮷")
_ENDS = ("", "", "", ".", "..", "!", " ")
ANCHORS = 5
"""Items at the beginning that get no fault."""


def _one_for_each_list(draw: random.Random, config: OperatorConfig) -> list[CreateRequest]:
    name = f"Anchor {config.operator}"
    albums = [_album(name, kind, config) for kind in (AlbumKind.PERSONAL, AlbumKind.SHARED)]
    folder = CreateSharedFolder(name=name, container_id=SANDBOX_CONTAINER_ID)
    return [folder, *albums, *(_collecting(album, draw) for album in albums)]


def _new(name: str, draw: random.Random, config: OperatorConfig) -> CreateRequest:
    if draw.random() < 0.35:
        return CreateSharedFolder(name=name, container_id=SANDBOX_CONTAINER_ID)
    album = _album(name, draw.choice((AlbumKind.PERSONAL, AlbumKind.PERSONAL, AlbumKind.SHARED)), config)
    return _collecting(album, draw) if draw.random() < 0.4 else album


def _album(name: str, kind: AlbumKind, config: OperatorConfig) -> CreateAlbum:
    is_shared = kind is AlbumKind.SHARED
    return CreateAlbum(
        type=AlbumType.MANUAL,
        album_kind=kind,
        name=name,
        group_id=config.group_id if is_shared else None,
        share_folder_id=config.share_folder_id if is_shared else None,
    )


def _collecting(album: CreateAlbum, draw: random.Random) -> CreateAlbum:
    first = 1_765_000_000_000_000_000 + draw.randrange(10**12) * 10
    return replace(
        album,
        type=AlbumType.COLLECTION,
        name=draw.choice((None, album.name)),
        scope_dir=tuple(str(first + step) for step in range(draw.randint(1, 3))),
        scope_parent_folder_id="1764000000000000001",
        scope_kind=draw.choice(list(ScopeKind)),
    )


def near(request: CreateRequest, draw: random.Random) -> CreateRequest:
    """Return a request whose list entry is similar to that of `request`."""
    if isinstance(request, CreateAlbum) and request.type is AlbumType.COLLECTION:
        return draw.choice(
            (
                replace(request, name=f"N {draw.randrange(10**6)}"),
                replace(request, scope_dir=request.scope_dir[:1]),
                replace(request, scope_kind=draw.choice(list(ScopeKind))),
            )
        )
    name = request.name or ""
    if isinstance(request, CreateSharedFolder) and draw.random() < 0.5:
        return replace(request, container_id=f"{SANDBOX_CONTAINER_ID}2")
    return replace(request, name=draw.choice((name.upper(), name.lower(), name.replace(" ", "", 1))))
