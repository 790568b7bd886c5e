FROM a
RUN <<EOF
one
 EOF
CMD b
