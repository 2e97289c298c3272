"""Validation of requests against the OpenAPI description, field by field."""

from __future__ import annotations

import functools
import json
import re
from dataclasses import dataclass, field
from importlib import resources
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qsl, unquote

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jsonschema import Draft202012Validator

    from koodrive.sandbox.messages import ReceivedRequest

_EMOJI_SELECTOR = "\N{VARIATION SELECTOR-16}"
_TEXT = frozenset("0123456789#*©®™")
"""Emoji=Yes, but shown as text without an emoji selector."""
_KEYCAP = "\N{COMBINING ENCLOSING KEYCAP}"
_TAGS = frozenset(chr(number) for number in range(0xE0020, 0xE0080))


def has_emoji(text: str) -> bool:
    """Return whether `text` holds an emoji by the definition in the OpenAPI description."""
    data = _emoji_data()
    followers = f"{text[1:]}\0"
    return any(
        character in data.pictures
        or (follower == _EMOJI_SELECTOR and character in data.all)
        or (follower in _TAGS and character in data.all and character not in _TEXT)
        or (follower == _KEYCAP and character in data.keycaps)
        for character, follower in zip(text, followers, strict=False)
    )


@dataclass(frozen=True, slots=True)
class _EmojiData:
    all: frozenset[str]
    """Emoji=Yes."""
    pictures: frozenset[str]
    """Emoji_Presentation=Yes."""
    keycaps: frozenset[str]
    """Bases of keycap sequences."""


@functools.cache
def _emoji_data() -> _EmojiData:
    # The table takes 30 ms to load, too much for a mere import of the sandbox.
    from emoji import EMOJI_DATA, STATUS  # noqa: PLC0415

    single = {text for text in EMOJI_DATA if len(text) == 1}
    # What is an emoji as it stands, without a selector behind it; a skin tone is a component.
    pictures = {text for text in single if EMOJI_DATA[text]["status"] != STATUS["unqualified"]}
    keycaps = {text[0] for text in EMOJI_DATA if text.endswith(_KEYCAP)}
    # Regional indicators are no emoji of their own there; they appear in pairs, as flags.
    flags = [text for text in EMOJI_DATA if len(text) == 2 and not single & set(text)]
    indicators = {part for text in flags if text[1] not in {_EMOJI_SELECTOR, _KEYCAP} for part in text}
    return _EmojiData(
        all=frozenset(single | keycaps | indicators),
        pictures=frozenset(pictures | indicators),
        keycaps=frozenset(keycaps),
    )


_DESCRIPTION_URI: Final = "urn:koodrive:openapi"
_INTEGER: Final = re.compile(r"-?[0-9]{1,19}", re.ASCII)
_QUERY_LIMIT: Final = 50
_IN_PATH: Final = re.compile(r"\\\{(\w+)\\\}")
"""A parameter in a path, as `re.escape` leaves it."""

_SENTENCES: Final = {
    "type": "has to be a JSON {value}",
    "enum": "has to be one of {value}",
    "minLength": "has to have at least {value} character(s)",
    "maxLength": "has to have at most {value} characters",
    "minItems": "has to have at least {value} entry",
    "maxItems": "has to have at most {value} entries",
    "uniqueItems": "has an entry twice",
    "minimum": "has to be at least {value}",
    "maximum": "has to be at most {value}",
}


@dataclass(frozen=True, slots=True)
class ValidationResult:
    """Result of validating the parameters or the body of a request."""

    values: dict[str, Any]
    """Name to value, integers read and defaults filled in; only to be used when there is no problem."""
    problems: dict[str, str] = field(default_factory=dict)
    """Name to what is wrong with it, to be read after the name; empty when all is well."""


@dataclass(frozen=True, slots=True)
class _Parameter:
    name: str
    place: str
    required: bool
    schema: dict[str, Any]
    validator: Draft202012Validator


class Operation:
    """One call of the description.

    Args:
        identifier: Its `operationId`.
        security: The names of its security schemes; empty for a call without authentication.
        parameters: Its headers, query parameters and parameters in the path.
        body: The validator of its JSON body, or None when it has none.
    """

    def __init__(
        self,
        identifier: str,
        security: frozenset[str],
        parameters: list[_Parameter],
        body: Draft202012Validator | None,
    ) -> None:
        self.identifier = identifier
        self.security = security
        self.has_body = body is not None
        self._parameters = parameters
        self._body = body

    def validate_parameters(self, request: ReceivedRequest, in_path: Mapping[str, str]) -> ValidationResult:
        """Check the described headers, all query parameters of `request`, and those that `Route.in_path` found."""
        query, result = _query(request.query)
        known = {parameter.name for parameter in self._parameters if parameter.place == "query"}
        for name in query.keys() - known:
            result.problems[name] = "is not a parameter of this call"
        for parameter in self._parameters:
            texts = query.get(parameter.name, [])
            if parameter.place == "header":
                texts = request.headers.get_all(parameter.name, [])
            elif parameter.place == "path":
                texts = [in_path[parameter.name]]
            _validate_parameter(parameter, texts, result)
        return result

    def validate_body(self, body: dict[str, Any]) -> ValidationResult:
        """Check the JSON object that was sent as the body."""
        result = ValidationResult(body)
        if self._body is not None:
            for error in self._body.iter_errors(body):
                for name, sentence in _explain(error):
                    result.problems.setdefault(name, sentence)
        return result


@dataclass(frozen=True, slots=True)
class Route:
    """A path that the description knows."""

    operations: dict[str, Operation]
    """Its calls by HTTP method; empty for a path that is not known."""
    in_path: dict[str, str] = field(default_factory=dict)
    """The parameters in the path by name, decoded."""


class ApiDescription:
    """The calls that the OpenAPI description knows, ready to judge requests.

    Args:
        document: The parsed description.
    """

    def __init__(self, document: dict[str, Any]) -> None:
        # jsonschema takes 70 ms to import, too much for a mere import of the sandbox.
        import referencing.jsonschema  # noqa: PLC0415

        self._document = document
        resource = referencing.jsonschema.DRAFT202012.create_resource(document)
        self._registry = referencing.Registry().with_resource(_DESCRIPTION_URI, resource)
        self._operations = {
            _path_pattern(path): {method.upper(): self._operation(call) for method, call in calls.items()}
            for path, calls in document["paths"].items()
        }

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths of all calls, with the names of their parameters in braces."""
        return tuple(self._document["paths"])

    def route(self, path: str) -> Route:
        """Find the calls of `path`, which is encoded as in a request."""
        for pattern, operations in self._operations.items():
            found = pattern.fullmatch(path)
            if found is not None:
                in_path = {name: unquote(value) for name, value in found.groupdict().items()}
                return Route(operations, in_path)
        return Route({})

    def _operation(self, call: dict[str, Any]) -> Operation:
        parameters = [self._parameter(entry) for entry in call.get("parameters", [])]
        body = None
        if "requestBody" in call:
            body = self._validator(call["requestBody"]["content"]["application/json"]["schema"])
        security = call.get("security", self._document["security"])
        names = frozenset(name for choice in security for name in choice)
        return Operation(call["operationId"], names, parameters, body)

    def _parameter(self, entry: dict[str, Any]) -> _Parameter:
        entry = self._resolve(entry)
        return _Parameter(
            name=entry["name"],
            place=entry["in"],
            required=entry["required"],
            schema=self._resolve(entry["schema"]),
            validator=self._validator(entry["schema"]),
        )

    def _resolve(self, entry: dict[str, Any]) -> dict[str, Any]:
        if "$ref" not in entry:
            return entry
        target: dict[str, Any] = self._registry.resolver(_DESCRIPTION_URI).lookup(entry["$ref"]).contents
        return target

    def _validator(self, schema: dict[str, Any]) -> Draft202012Validator:
        from jsonschema import Draft202012Validator, FormatChecker  # noqa: PLC0415

        formats = FormatChecker(formats=())
        formats.checks("koodrive-no-emoji")(lambda text: not (isinstance(text, str) and has_emoji(text)))
        if "$ref" in schema:
            schema = {"$ref": _DESCRIPTION_URI + schema["$ref"]}
        return Draft202012Validator(schema, registry=self._registry, format_checker=formats)


@functools.cache
def load_description() -> ApiDescription:
    """Read `resources/koodrive.openapi.json`, once."""
    text = resources.files("resources").joinpath("koodrive.openapi.json").read_text(encoding="utf-8")
    return ApiDescription(json.loads(text))


def _path_pattern(template: str) -> re.Pattern[str]:
    return re.compile(_IN_PATH.sub(r"(?P<\1>[^/]+)", re.escape(template)))


def _query(text: str) -> tuple[dict[str, list[str]], ValidationResult]:
    query: dict[str, list[str]] = {}
    try:
        pairs = parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=_QUERY_LIMIT)
    except ValueError:
        return query, ValidationResult({}, {"query": "cannot be read"})
    for name, value in pairs:
        query.setdefault(name, []).append(value)
    return query, ValidationResult({})


def _validate_parameter(parameter: _Parameter, texts: list[str], result: ValidationResult) -> None:
    name = parameter.name
    if not texts:
        if parameter.required:
            result.problems[name] = "is missing"
        elif "default" in parameter.schema:
            result.values[name] = parameter.schema["default"]
        return
    if len(texts) > 1:
        result.problems[name] = "is there twice"
        return
    value: str | int = texts[0]
    if parameter.schema["type"] == "integer" and _INTEGER.fullmatch(texts[0]):
        value = int(value)
    result.values[name] = value
    for error in parameter.validator.iter_errors(value):
        result.problems.setdefault(name, _sentence(error))


def _explain(error: Any) -> Iterator[tuple[str, str]]:
    if error.validator == "required":
        for name in error.validator_value:
            if name not in error.instance:
                yield name, "is missing"
    elif error.validator == "additionalProperties":
        for name in error.instance.keys() - error.schema["properties"].keys():
            yield name, "is not a field of this call"
    else:
        yield _field_name(error), _sentence(error)


def _field_name(error: Any) -> str:
    name, *rest = error.absolute_path or ("body",)
    return f"{name}{''.join(f'[{step}]' for step in rest)}"


def _sentence(error: Any) -> str:
    sentence = _SENTENCES.get(error.validator)
    if sentence is None:
        return f"has to be {error.schema['description']}"
    value = error.validator_value
    if error.validator == "type" and isinstance(value, list):
        value = " or ".join(value)
    return sentence.format(value=value)
