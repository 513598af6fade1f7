"""Notifications: what happened that one person should know of, each in their own list.

Owns the tables `notifications` and `muted_notifications`. Consumes the events of contexts below (a finished analysis,
a task given, a mention, a comment, a dead letter) and writes a row for each person whom they concern, unless they
muted the kind. Publishes `NotificationsChanged` to the person's own stream.
"""
