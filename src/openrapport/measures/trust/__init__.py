"""What trust hangs on: privacy said, apologies owned, the patient spoken to and not about."""
