"""Teams: named groups of members; they give no rights of their own."""
