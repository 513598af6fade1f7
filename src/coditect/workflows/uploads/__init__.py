"""Descriptions out of files: plain text, Markdown, Word and PDF, read with bounds in a process of the CPU pool."""
