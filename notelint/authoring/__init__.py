"""What a rule is made of."""
