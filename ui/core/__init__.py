"""Background tasks, settings of the window, theme, clipboard and input method."""
