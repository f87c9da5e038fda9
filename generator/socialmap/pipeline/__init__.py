"""The composition root: every step of a build in its order; lists of calls, no logic of its own."""
