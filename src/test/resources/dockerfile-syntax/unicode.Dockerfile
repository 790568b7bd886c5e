FROM a
ENV Näme=値
RUN echo "é😀" \
  && x
CMD ["ü"]
LABEL d="‮evil"
