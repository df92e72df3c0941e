"""What outlives a visit: promises made, personal facts told; kept only once the clinician has confirmed them."""
