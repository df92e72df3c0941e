"""The report as a page: one self-contained HTML file, made to be read."""

from openrapport.reviewing.page.page import html

__all__ = ["html"]
