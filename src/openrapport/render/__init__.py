"""How things look and are said: plain words, figures in words, SVG, colours, the page. It knows no rapport."""
