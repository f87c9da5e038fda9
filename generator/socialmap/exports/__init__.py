"""What others take from the map: open data, the sitemap and robots.txt; nothing internal or confidential."""

from socialmap.exports.open_data import line_writer, table_name, write_package, write_table
from socialmap.exports.sitemap import SitemapEntry, write_robots, write_sitemap

__all__ = [
    "SitemapEntry",
    "line_writer",
    "table_name",
    "write_package",
    "write_robots",
    "write_sitemap",
    "write_table",
]
