"""What a house has agreed on: kinds of notes, and the dictionaries that they quote."""
