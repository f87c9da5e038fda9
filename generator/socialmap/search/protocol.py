"""The lines that Pagefind's `--service` mode speaks: base64 of JSON and a comma; used by `engine` and `indexer`.

An error about a message that the engine could not read comes back without that message's number, but with its text.
"""

import base64
import binascii
import json
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as default


class EngineError(Exception):
    """The search engine stopped, fell silent, or said something that is not its protocol."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: the number of its message (-1 when unknown), its kind, the words of an error, files by path."""

    number: int
    kind: str
    message: str = ""
    files: Mapping[str, bytes] = default(default_factory=dict)


def encode(number: int, payload: Mapping[str, object]) -> bytes:
    """One message as the engine reads it."""
    return base64.b64encode(json.dumps({"message_id": number, "payload": payload}).encode()) + b","


def decode(part: bytes) -> Answer:
    """What the engine said between two commas.

    :raises EngineError: it was not base64 of a JSON object with a payload.
    """
    said = _object(_text(part))
    payload = said.get("payload")
    if not isinstance(payload, dict):
        raise EngineError("an answer without a payload")
    number = said.get("message_id")
    if not isinstance(number, int):
        number = _number_within(payload.get("original_message"))
    return Answer(number, str(payload.get("type")), str(payload.get("message", "")), _files(payload.get("files")))


def _files(listed: object) -> dict[str, bytes]:
    if listed is None:
        return {}
    try:
        return {str(file["path"]): _bytes(file["content"]) for file in listed} if isinstance(listed, list) else {}
    except (KeyError, TypeError) as error:
        raise EngineError("a list of files that is not one") from error


def _bytes(encoded: bytes | str) -> bytes:
    try:
        return base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError) as error:
        raise EngineError(f"an answer that is not base64: {encoded[:80]!r}") from error


def _text(part: bytes) -> str:
    try:
        return _bytes(part).decode()
    except UnicodeDecodeError as error:
        raise EngineError(f"an answer that is not text: {part[:80]!r}") from error


def _object(text: str) -> dict[str, object]:
    try:
        said = json.loads(text)
    except json.JSONDecodeError as error:
        raise EngineError(f"an answer that is not JSON: {text[:80]!r}") from error
    if not isinstance(said, dict):
        raise EngineError(f"an answer that is not an object: {text[:80]!r}")
    return said


def _number_within(original: object) -> int:
    try:
        said = json.loads(original) if isinstance(original, str) else None
    except json.JSONDecodeError:
        return -1
    number = said.get("message_id") if isinstance(said, dict) else None
    return number if isinstance(number, int) else -1
