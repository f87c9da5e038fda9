"""Promises in others' words: pydantic's faults as our problems, and the schemas made from the models."""
