# hello
# escape=`
FROM a
RUN one \
  two
