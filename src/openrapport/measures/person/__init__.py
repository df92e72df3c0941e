"""The two people in the room: what was said that the task did not require, and what became of it."""
