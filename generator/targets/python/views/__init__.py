"""Views: what each template may print, decided beforehand."""
