FROM a
COPY --chown="a b" --chmod='7\'55' a b
COPY --from=x -- --not-a-flag b
RUN -- --x
RUN --network=host \
    --mount=type=cache,target=/x \
    y
COPY --link=false a b
COPY --link=TRUE --exclude= a b
