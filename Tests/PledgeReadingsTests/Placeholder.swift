// The suite of the readings.
