"""Text → Document: read by a policy, overlaid, validated and upgraded to one shape."""

from generator.document.document import Document
from generator.document.files.policy import Policy
from generator.document.files.sources import Sources
from generator.document.load import load, start
from generator.document.node import Node

__all__ = ["Document", "Node", "Policy", "Sources", "load", "start"]
