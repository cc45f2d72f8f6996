"""Forms of records with many fields."""
