FROM a
CMD ["a", "b c", "\u00e9\"", ""]
CMD [ "a" , "b" ] 
CMD ['a', 'b']
CMD ["a", "b"
CMD ["a" "b"]
CMD []
CMD
ENTRYPOINT ["a"]
ENTRYPOINT exec a $b
RUN ["a",
RUN [ -f x ] && y
RUN ["a", "b"] && c
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
VOLUME ["/a", "/b c"]
VOLUME /a /b
COPY ["a b", "c d"]
ADD ["a b", \
  "c d"]
HEALTHCHECK CMD ["a", "b"]
HEALTHCHECK --interval=5m --timeout=3s --retries=3 --start-period=1.5s --start-interval=1h30m CMD curl -f http://x || exit 1
HEALTHCHECK NONE
HEALTHCHECK   cmd   a b
EXPOSE 80/tcp 443 8000-8010
STOPSIGNAL SIGTERM
MAINTAINER some one <a@b>
USER app:app
WORKDIR /a b
LABEL a=b c="d e" f='g h' i=j\ k "l m"=n
LABEL only value with spaces
