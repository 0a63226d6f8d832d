"""Jobs that a server works on: started, and polled until they are done."""
