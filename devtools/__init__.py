"""What keeps the house in order: setting up, checking, locking, the reference pages. Not shipped."""
