"""What others take from the map: open data, the sitemap and robots.txt; nothing internal or confidential."""

from socialmap.exports.open_data import OpenData, write_open_data
from socialmap.exports.sitemap import SitemapEntry, write_robots, write_sitemap

__all__ = ["OpenData", "SitemapEntry", "write_open_data", "write_robots", "write_sitemap"]
