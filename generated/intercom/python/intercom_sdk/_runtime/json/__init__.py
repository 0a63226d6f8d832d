"""Decoding, encoding and unions of JSON, and drift:
where data departs from what the API's description says."""
