"""Overlays that declare what no published document declares, made for each document anew."""
