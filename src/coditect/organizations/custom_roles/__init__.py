"""Roles that an organization makes for itself: a name, and what it may do beyond reading."""
