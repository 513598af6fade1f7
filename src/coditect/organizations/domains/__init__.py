"""Domains whose owner an organization has proved to be: whoever confirmed an address of one may join, as it chose."""
