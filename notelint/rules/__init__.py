"""The rules that need code, one module each, named as the rule is."""
