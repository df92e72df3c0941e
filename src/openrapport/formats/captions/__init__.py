"""Caption files: cues with times, made by meeting software or for films."""
