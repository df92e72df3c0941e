"""Where facts and figures come from: one bibliography, cited by key."""

from openrapport.sources.bibliography import Source, all_sources, cite

__all__ = ["Source", "all_sources", "cite"]
