"""The window around the report: menus, panels' places, status line, start page, help, settings."""
