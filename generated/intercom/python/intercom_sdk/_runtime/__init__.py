"""What every client of this package stands on: requests, answers, errors and streams."""
