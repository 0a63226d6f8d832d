"""What a server sends by itself: whether it is from that server, and what it says."""
