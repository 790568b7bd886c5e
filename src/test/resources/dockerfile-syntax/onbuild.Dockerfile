FROM a
ONBUILD COPY . /app
ONBUILD RUN --mount=type=cache,target=/x pip install \
   -r requirements.txt
ONBUILD ENV a=b c=d
onbuild cmd ["x"]
ONBUILD NONSENSE x
