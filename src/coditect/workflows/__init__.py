"""Workflows: descriptions of how work is done, their analyses, diagrams and build tasks."""
