"""Waivers: findings that somebody answers for, until a day. They lie in a file of their own, never in a report."""
