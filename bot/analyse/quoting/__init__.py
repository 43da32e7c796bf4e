"""How quotes are found: marks, then cues and their subjects, then what belongs to whom."""
