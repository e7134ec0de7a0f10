"""The screens of the app: one file each; they draw and ask, and decide nothing themselves."""
