"""Orchestration: what people see of runs and do to them.

Owns no tables: runs and steps belong to the engine. It shows them, streams their events, pauses, resumes and
cancels them, and brings dead letters back.
"""
