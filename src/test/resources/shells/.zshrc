# An interactive zsh: what it offers for $TYPED, and what the line becomes, go to $ANSWER.
fpath=("${SCRIPT:h}" $fpath)
autoload -Uz compinit && compinit -u -D
[[ $HOW == sourced ]] && source $SCRIPT
compadd() {
  if [[ "${(@)argv[1,(i)(-|-)]}" != *-[OAD]* ]]; then
    local -a found
    builtin compadd -O found "$@"
    (($#found)) && print -rl -- $found >>$ANSWER
  fi
  builtin compadd "$@"
}
zle-line-init() {
  BUFFER=$TYPED CURSOR=$#BUFFER
  zle complete-word
  print -rn -- "$BUFFER" >$LINE
  exit
}
zle -N zle-line-init
