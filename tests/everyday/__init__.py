"""Everyday jobs with the API, each written for our package and for python-intercom."""
