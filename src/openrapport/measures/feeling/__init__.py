"""How feeling was offered, and what became of it."""
