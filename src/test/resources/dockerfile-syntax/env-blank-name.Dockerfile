FROM a
ENV =b
