"""CODITECT: people and AI agents build software together, on their own machines."""
