"""Who held the floor: talk shares, turns, gaps, overlap, the opening statement."""
