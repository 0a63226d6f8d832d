"""How requests reach a server:
URLs, time limits, redirects, connections and their failures."""
