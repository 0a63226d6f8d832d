"""A small document, and the same with a fault."""

from __future__ import annotations

SPEC = """\
openapi: 3.1.0
info: {title: Tiny, version: "1"}
servers: [{url: "https://tiny.example"}]
paths:
  /notes/{id}:
    get:
      operationId: getNote
      tags: [notes]
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
      responses:
        "200":
          description: A note.
          content:
            application/json:
              schema: {$ref: "#/components/schemas/Note"}
        default:
          description: An error.
          content:
            application/json:
              schema: {type: object, properties: {code: {type: string}}}
components:
  schemas:
    Note:
      type: object
      required: [body]
      properties: {body: {type: string}}
"""
# A path parameter that nobody declares: lenient runs declare it, strict ones refuse.
FAULTY = SPEC.replace(
    "        - {name: id, in: path, required: true, schema: {type: string}}", ""
)
FAULTY = FAULTY.replace("      parameters:\n", "")
