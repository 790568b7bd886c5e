FROM a
\