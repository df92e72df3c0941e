"""How the clinician asked: open or closed, how many at a time, and what room the patient had to ask."""
