FROM a
RUN [null, "a"]
