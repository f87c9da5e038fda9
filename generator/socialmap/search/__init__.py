"""The full-text index that residents search: records in, Pagefind bundles out; called by the pipeline."""

from socialmap.search.indexer import Indexing, IndexReport, index_records, start_index
from socialmap.search.record import SearchRecord, fingerprint

__all__ = ["IndexReport", "Indexing", "SearchRecord", "fingerprint", "index_records", "start_index"]
