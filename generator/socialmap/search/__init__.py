"""The full-text index that residents search: records in, Pagefind bundles out; called by the pipeline."""

from socialmap.search.entries import IndexEntry, SynonymGroup
from socialmap.search.indexer import Indexing, IndexReport, index_records, start_index
from socialmap.search.record import SearchRecord, fingerprint
from socialmap.search.word_index import Knowledge, build_word_index, light_words, stop_words, text_names

__all__ = [
    "IndexEntry",
    "IndexReport",
    "Indexing",
    "Knowledge",
    "SearchRecord",
    "SynonymGroup",
    "build_word_index",
    "fingerprint",
    "index_records",
    "light_words",
    "start_index",
    "stop_words",
    "text_names",
]
