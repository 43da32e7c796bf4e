"""The parts that read a report's claims: its words in normal form, figures, days, places, denials and who says so."""
