FROM a
RUN cat <<EOF \
  && echo b
text \
more
EOF
RUN b <<EOF | \
  # comment
  cat
x
EOF
