FROM a
RUN one \
    # a comment
    two \   
	three \

    four
RUN five \\
RUN six \\\
RUN seven\
eight
RUN \
  nine
\
RUN ten
RUN a \
  #
  # two comments \
  b
