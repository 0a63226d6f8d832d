"""A program for an environment that has openapi-core and bravado-core: it judges requests.

The libraries want older versions of what the generator needs, so they live apart. Nothing else of
the generator is imported here.
"""
