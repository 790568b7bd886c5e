FROM a
CMD ["tab\tnew\nslash\/", "\ud83d\ude00"]
CMD ["bad \x"]
CMD ["control 	"]
CMD ["a",]
CMD [01]
CMD {"a": 1}
