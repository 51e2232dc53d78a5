"""The project file on disk: container, codec, atomic replacement."""
