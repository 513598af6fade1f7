"""Editing an analysis by hand: typed operations, kept as a log that can be taken back and done again.

The analysts' own findings are never written over: what is shown is those findings with the log replayed on them. So
everything can be undone, and a later analysis of the same text takes over whatever still applies.
"""
