"""Changing what editors wrote: the canonical form of a file, and corrections of exactly the values that need one.

Text goes in and comes out; only `saving` touches files. Comments and everything that is not changed stay as they are.
"""
