"""What every part of the window is built with: threads, undo, messages, faces, shared dialogs."""
