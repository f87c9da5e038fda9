"""The lines that Pagefind's `--service` mode speaks: base64 of JSON and a comma; used by `engine` and `indexer`.

An error about a message that the engine could not read comes back without that message's number, but with its text.
"""

import base64
import binascii
import json
from collections.abc import Mapping
from dataclasses import dataclass


class EngineError(Exception):
    """The search engine stopped, fell silent, or said something that is not its protocol."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: the number of the message it answers (-1 when unknown), its kind, and the words of an error."""

    number: int
    kind: str
    message: str = ""


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
    return Answer(number, str(payload.get("type")), str(payload.get("message", "")))


def _text(part: bytes) -> str:
    try:
        return base64.b64decode(part, validate=True).decode()
    except (binascii.Error, UnicodeDecodeError) as error:
        raise EngineError(f"an answer that is not base64: {part[:80]!r}") from error


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
