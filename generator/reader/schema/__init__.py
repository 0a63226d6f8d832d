"""Schema Object: https://spec.openapis.org/oas/v3.2.0#schema-object"""
