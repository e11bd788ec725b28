"""Edits: functions from a document to a document, one module per thing edited.

Each gives the same object back when nothing changes, refuses with an `EditError`, reads no clock
and draws no ids of its own; every result satisfies `cjmapper.model.invariants`.
"""
