# syntax=docker/dockerfile:1
FROM a
RUN <<EOF
set -e
  echo $HOME # no comment
# no comment either
pip install \
  x
EOF
RUN <<-"END"
	echo a
		echo b
	END
RUN python3 <<'PY' > /tmp/out
print("$x <<")
PY
COPY <<one.txt <<two.txt /there/
first
one.txt
second
two.txt
COPY --chmod=755 <<-'run.sh' run.py /bin/
	#!/bin/sh
	run.sh
RUN 3<<A cat <<B /dev/fd/3
a
A
b
B
RUN echo "<<NOT" && echo 1 << 2
2
RUN cat <<< word
RUN cat <<""
CMD <<EOF
ONBUILD RUN <<EOT
later
EOT
ONBUILD COPY <<X /x
x
X
RUN ["cat", "<<EOF"]
RUN cat <<$name
$name
RUN <<a"b c"d
text
ab cd
ADD <<EOF /z
z
EOF
