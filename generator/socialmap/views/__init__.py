"""Typed, frozen template contexts: the contract with `site_overrides/`. One view per page; all text already chosen."""
