  from   a   AS   b  
	RUN		x   y

USER	app 
RUN x
ENV a	b
