"""Understanding work: activities, participants, conditions and the flow they make up."""
