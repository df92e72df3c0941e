"""The acts, one TOML file each; the schema is `openrapport.coding.act.Act`."""
