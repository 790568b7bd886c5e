# ask.bash SCRIPT PROGRAM PIECE...: what the function offers for a line that bash broke into pieces.
source "$1"
program=$2
shift
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
"_$program"
printf '%s\n' "${COMPREPLY[@]}"
