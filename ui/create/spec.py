"""The kinds of create as data: one form class serves both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from koodrive import rules
from koodrive.api import serialization
from koodrive.models import RequestKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from koodrive.models import CreateRequest
    from koodrive.rules.problems import FieldValue, Problems
    from ui.session.sign_in_prompt import SignInPrompt

    FormFields = dict[str, FieldValue]


@dataclass(frozen=True, slots=True)
class FormSpec:
    """One kind of create: its rules, and its request from form fields."""

    kind: RequestKind
    check: Callable[[FormFields], Problems]
    """Returns all problems of the fields."""
    advise: Callable[[FormFields], Problems]
    """Returns advice on fields that can be sent."""
    build: Callable[[FormFields], CreateRequest]
    """Returns the request, complete or not."""


ALBUM = FormSpec(RequestKind.ALBUM, rules.check_album, rules.advise_album, serialization.album_from_fields)
SHARED_FOLDER = FormSpec(
    RequestKind.SHARED_FOLDER,
    rules.check_shared_folder,
    rules.advise_shared_folder,
    serialization.shared_folder_from_fields,
)


SPECS = {spec.kind.value: spec for spec in (ALBUM, SHARED_FOLDER)}
"""The kinds of create by their value, which is the first part of the object names of their forms."""


@dataclass(frozen=True, slots=True)
class FormAccess:
    """Calls into a form that its submission needs."""

    spec: FormSpec
    lane_key: str
    """Key of `Lane.CREATE`, so that forms do not wait for each other."""
    fields: Callable[[], FormFields]
    commit_typing: Callable[[], None]
    reveal_problems: Callable[[Problems], None]
    mark_saved: Callable[[FormFields], None]
    focus_first: Callable[[], None]
    prompt: Callable[[], SignInPrompt]
    """Returns the form's sign-in prompt, built on the first call and in its place."""
    is_typed_on: bool = False
    """Whether the next one is typed meanwhile, so that nothing takes the keyboard by itself."""
    queued_id: Callable[[], int | None] = lambda: None
    """Returns the number of the request in the journal's queue; None where it has not waited."""

    def request(self) -> CreateRequest:
        """Return the request that the form stands for now."""
        return self.spec.build(self.fields())
