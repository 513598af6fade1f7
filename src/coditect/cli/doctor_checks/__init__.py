"""What `coditect doctor` looks at, by topic; each module lists its `CHECKS`."""
