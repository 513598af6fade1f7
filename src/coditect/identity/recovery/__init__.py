"""Getting back in, and changing what gets one in: password, address, sessions, step-up."""
