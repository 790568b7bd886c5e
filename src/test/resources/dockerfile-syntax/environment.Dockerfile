FROM a
ENV a=b
ENV a b c  d
ENV a=b c=$a d="$a b" e='$a' f=x\ y g="h\"i" j=
ENV PATH="/venv/bin:$PATH" \
    PYTHONUNBUFFERED=1 \
    # a comment
    X=${Y:-z w}=
ENV k="a=b=c"
ENV l=\"m\"
ENV "n"=o
ENV p='it'"s"
ARG q
ARG r= s=t u="v w" x='y'
ARG z=\
ENV A=\
B=1
