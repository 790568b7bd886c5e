# one
#
# two
# three

FROM a
  # indented
RUN x # no comment
#four
RUN y
RUN z \
# within
  && w
