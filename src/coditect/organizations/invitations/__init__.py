"""Invitations: a mailed link that makes the owner of one address a member in one role, once and within a week."""
