# syntax=docker/dockerfile:1.7
# Escape = `
#check=skip=all;error=true
# an ordinary comment

FROM mcr.example/windows AS Base
RUN dir c:\ `
    && echo done
COPY a.txt `
  # a comment within
  b.txt c:\target\
