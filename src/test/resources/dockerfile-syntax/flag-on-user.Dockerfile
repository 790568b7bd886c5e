FROM a
USER --x y
