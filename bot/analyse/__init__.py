"""What a report says: quotes and claims from one text; changes and conflicts between texts."""
