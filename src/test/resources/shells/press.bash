# An interactive bash: what the line has become when control-G is pressed goes to $ANSWER.
source "$SCRIPT"
answer() {
  printf '%s' "$READLINE_LINE" >"$ANSWER"
  exit
}
bind -x '"\C-g": answer'
bind 'set enable-bracketed-paste off'
