"""Short words that stand for things, equal for equal things: what they stand for is made only when it changed."""

import hashlib
import json
from collections.abc import Mapping

from socialmap.model.raw import Raw


def digest(*parts: str) -> str:
    """One short word for these words together."""
    return hashlib.blake2b("\0".join(parts).encode(), digest_size=12).hexdigest()


def record_digest(values: Mapping[str, Raw], *, national: bool) -> str:
    """One short word for the values of a record."""
    return digest("national" if national else "", json.dumps(values, ensure_ascii=False, separators=(",", ":")))
