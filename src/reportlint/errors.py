"""What the command tells its user in a sentence, and ends with exit code 2."""

from __future__ import annotations


class UserError(Exception):
    """Something that the user can mend; ``str(error)`` says in Chinese what, where, and how."""
