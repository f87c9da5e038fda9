"""The editing environment at `/beheer/`: Sveltia CMS, fetched once with a checked hash, and its configuration."""

from socialmap.cms.bundle import CmsError, fetch_bundle, read_bundle, scripts
from socialmap.cms.config import CmsWords, cms_config, cms_page, record_fields

__all__ = ["CmsError", "CmsWords", "cms_config", "cms_page", "fetch_bundle", "read_bundle", "record_fields", "scripts"]
