"""Short words that stand for things, equal for equal things: what they stand for is made only when it changed."""

import hashlib


def digest(*parts: str) -> str:
    """One short word for these words together."""
    return bytes_digest(*(part.encode() for part in parts))


def bytes_digest(*parts: bytes) -> str:
    """One short word for these bytes together."""
    return hashlib.blake2b(b"\0".join(parts), digest_size=12).hexdigest()
