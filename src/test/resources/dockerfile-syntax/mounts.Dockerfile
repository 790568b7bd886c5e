FROM a AS one
RUN --mount=type=cache,target=/root/.cache/pip,sharing=locked,id=pip pip install x
RUN --mount=type=bind,source=requirements.txt,target=/r.txt --mount=type=secret,id=token,env=TOKEN,required --network=none cmd
RUN --mount=type=secret,id=netrc,dst=/root/.netrc,required=false,mode=0400 x
RUN --mount=from=one,src=/a,dst=/b,rw x
RUN --mount=type=tmpfs,destination=/tmp,size=64m x
RUN --mount=type=ssh x
RUN --mount="type=cache,target=/a b" --security=insecure x
RUN --mount=target=. ["x", "--mount=y"]
RUN --mount=type=cache,target=/a,ro x
