"""Schema Object: https://spec.openapis.org/oas/v3.2.0#schema-object"""

from generator.reader.schema.schema import read_schema

__all__ = ["read_schema"]
