"""Signing in by others: Google, GitHub, LinkedIn, and any provider of OpenID Connect that the settings name."""
