FROM a
RUN echo 'it <<EOF
RUN echo it\'s <<EOF
x
EOF
