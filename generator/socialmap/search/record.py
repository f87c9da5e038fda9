"""What one page gives to the search engine; the pipeline makes these from views, the indexer sends them off."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as default
from importlib.metadata import version


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """One findable page in one language.

    `url` is site-relative (`/aanbod/x.html`), `content` the plain text that is searched, `meta` the texts of the result
    card, `filters` facet keys with stable ids as values, `sort` keys with numbers written as text.
    """

    url: str
    content: str
    language: str
    meta: Mapping[str, str] = default(default_factory=dict)
    filters: Mapping[str, Sequence[str]] = default(default_factory=dict)
    sort: Mapping[str, str] = default(default_factory=dict)

    def payload(self) -> dict[str, object]:
        """The record as the engine's `AddRecord` message, keys in one fixed order."""
        return {
            "type": "AddRecord",
            "index_id": 0,
            "url": self.url,
            "content": self.content,
            "language": self.language,
            "meta": dict(sorted(self.meta.items())),
            "filters": {key: list(values) for key, values in sorted(self.filters.items()) if values},
            "sort": dict(sorted(self.sort.items())),
        }


def fingerprint(records: Iterable[SearchRecord]) -> str:
    """A digest that changes when the index would: hexadecimal, whatever the order of the records.

    A manifest compares it to skip indexing when no indexed text and no engine changed.
    """
    digest = hashlib.blake2b(version("pagefind_bin").encode(), digest_size=16)
    for one in sorted(hashlib.blake2b(json.dumps(r.payload()).encode(), digest_size=16).digest() for r in records):
        digest.update(one)
    return digest.hexdigest()
