FROM a
RUN --mount=from=$x,target=/y z
