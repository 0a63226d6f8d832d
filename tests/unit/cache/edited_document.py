"""A document with prose, and with what looks like prose, wherever there can be some."""

from __future__ import annotations

from typing import Any

JOB: dict[str, Any] = {
    "200": {
        "description": "A job.",
        "content": {
            "application/json": {
                "schema": {
                    "type": "object",
                    "properties": {
                        "status": {"type": "string", "enum": ["pending", "completed"]}
                    },
                }
            }
        },
    }
}
DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {
        "title": "Notes",
        "version": "1",
        "summary": "About notes.",
        "description": "Notes of people.",
    },
    "servers": [
        {
            "url": "https://{region}.example.com",
            "description": "The servers.",
            "variables": {
                "region": {"default": "eu", "description": "Where they stand."}
            },
        }
    ],
    "tags": [{"name": "notes", "description": "What people write down."}],
    "paths": {
        "/notes": {
            "summary": "All notes.",
            "parameters": [
                {
                    "name": "page",
                    "in": "query",
                    "description": "Which page.",
                    "schema": {"type": "integer", "description": "A page's number."},
                }
            ],
            "get": {
                "tags": ["notes"],
                "summary": "List notes.",
                "description": "The newest come first.",
                "responses": {
                    "200": {
                        "description": "All of them.",
                        "headers": {
                            "X-Count": {
                                "description": "How many.",
                                "schema": {"type": "integer"},
                            }
                        },
                        "content": {
                            "application/json": {
                                "schema": {
                                    "type": "array",
                                    "description": "Notes in order.",
                                    "items": {"$ref": "#/components/schemas/Note"},
                                },
                                "examples": {
                                    "one": {
                                        "description": "A page of one.",
                                        "value": [{"description": "An example."}],
                                    }
                                },
                            }
                        },
                    },
                    "404": {"description": "A shared text."},
                },
            },
            "post": {
                "tags": ["notes"],
                "description": "Write a note. It is kept.",
                "requestBody": {
                    "description": "The note to write.",
                    "content": {
                        "application/json": {
                            "schema": {"$ref": "#/components/schemas/NewNote"}
                        }
                    },
                },
                "responses": {
                    "200": {
                        "description": "It as it was kept.",
                        "content": {
                            "application/json": {
                                "schema": {"$ref": "#/components/schemas/Entry"}
                            }
                        },
                    }
                },
                "callbacks": {
                    "kept": {
                        "{$request.body#/url}": {
                            "post": {
                                "description": "It has been kept.",
                                "responses": {"200": {"description": "Fine."}},
                            }
                        }
                    }
                },
            },
        },
        "/jobs/{id}": {
            "parameters": [
                {
                    "name": "id",
                    "in": "path",
                    "required": True,
                    "schema": {"type": "string"},
                }
            ],
            "get": {
                "operationId": "showJob",
                "summary": "Show a job.",
                "description": "How far it is.",
                "responses": JOB,
            },
            "post": {
                "operationId": "startJob",
                "description": "Start a job. It takes long.",
                "x-sdk-wait": {
                    "poll": "showJob",
                    "until": {"status": ["completed"]},
                },
                "responses": JOB,
            },
        },
    },
    "webhooks": {
        "noteWritten": {
            "post": {
                "summary": "Someone wrote.",
                "requestBody": {
                    "content": {
                        "application/json": {
                            "schema": {"$ref": "#/components/schemas/Note"}
                        }
                    }
                },
                "responses": {"200": {"description": "Thanks."}},
            }
        }
    },
    "components": {
        "securitySchemes": {
            "key": {
                "type": "http",
                "scheme": "bearer",
                "description": "A key of yours.",
            }
        },
        "schemas": {
            "Note": {
                "type": "object",
                "description": "A note.",
                "x-number": 1.5,
                "x-note": {"description": "Said to machines."},
                "properties": {
                    "body": {"type": "string", "description": "The body."},
                    "description": {"type": "string", "description": "A shared text."},
                    "summary": {"type": "string", "default": "None."},
                    "state": {
                        "description": "Where it is.",
                        "enum": ["kept", "description"],
                    },
                    "extra": {
                        "type": "object",
                        "default": {"description": "Nothing else."},
                        "not": {"description": "Never this.", "required": ["no"]},
                    },
                    "list": {"type": "array", "description": "No items."},
                },
            },
            "Kind": {"description": "Its kind.", "type": "string", "const": "memo"},
            "NewNote": {
                "allOf": [
                    {"$ref": "#/components/schemas/Note"},
                    {
                        "description": "One that is new.",
                        "properties": {
                            "owner": {
                                "description": "Who | owns it.\n\n| a | b |\n|---|---|\n| 1 | 2 |",
                                "type": "object",
                                "properties": {
                                    "id": {"type": "string", "description": "Its id."}
                                },
                            }
                        },
                    },
                ]
            },
            "Entry": {
                "description": "One or the other.",
                "oneOf": [
                    {"$ref": "#/components/schemas/Note"},
                    {"$ref": "#/components/schemas/NewNote"},
                    {
                        "description": "Only a memo.",
                        "type": "object",
                        "required": ["kind"],
                        "properties": {"kind": {"$ref": "#/components/schemas/Kind"}},
                    },
                ],
            },
        },
    },
    "security": [{"key": []}],
}
