"""The clock of each service: its estimate from answers, and how far this computer's clock is off."""
