"""Who decided, who was asked, what was explained: how far the clinician shared the lead."""
