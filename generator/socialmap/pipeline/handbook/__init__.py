"""The handbook as Markdown and what goes with it, without MkDocs; `hosts/mkdocs_plugin.py` renders it."""

from socialmap.pipeline.handbook.beside import Handbook, HandbookError, start_handbook
from socialmap.pipeline.handbook.finding import index_handbook
from socialmap.pipeline.handbook.fingerprint import handbook_fingerprint
from socialmap.pipeline.handbook.html import link_records, reachable_tables, record_routes
from socialmap.pipeline.handbook.page import HandbookPage
from socialmap.pipeline.handbook.pages import handbook_file, handbook_menu, handbook_pages
from socialmap.pipeline.handbook.run import Run, open_run
from socialmap.pipeline.handbook.settings import FOLDER, handbook_style, missing_settings, read_config

__all__ = [
    "FOLDER",
    "Handbook",
    "HandbookError",
    "HandbookPage",
    "Run",
    "handbook_file",
    "handbook_fingerprint",
    "handbook_menu",
    "handbook_pages",
    "handbook_style",
    "index_handbook",
    "link_records",
    "missing_settings",
    "open_run",
    "reachable_tables",
    "read_config",
    "record_routes",
    "start_handbook",
]
