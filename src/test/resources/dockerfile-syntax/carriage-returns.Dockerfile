FROM a
RUN b \
  c
COPY <<X /x
one
X
CMD ["d"]
