"""One Alembic history for both databases, shipped with the package."""
