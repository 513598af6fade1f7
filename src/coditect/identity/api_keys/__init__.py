"""Keys for programs: bound to one person in one organization, limited by scopes, shown once, stored as a digest."""
