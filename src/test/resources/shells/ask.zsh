# Runs an interactive zsh in a terminal of its own, and prints what it draws.
zmodload zsh/zpty
zpty inner 'zsh -d -i'
while zpty -r inner drawn; do print -rn -- $drawn; done
