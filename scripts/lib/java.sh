# Finds Java and Maven. Sets: java, maven. Sourced; wants nothing.
# shellcheck shell=sh

find_java() {
  java=
  if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then
    java=$JAVA_HOME/bin/java
  elif command -v java >/dev/null 2>&1; then
    java=$(command -v java)
  else
    java_is_missing
  fi
}

# Prints the major version of $java.
java_version() {
  "$java" -version 2>&1 |
    sed -n 's/^[a-z]* version "\(1\.\)\{0,1\}\([0-9][0-9]*\).*/\2/p' | head -n 1
}

check_java() {
  found=$(java_version)
  if [ "${found:-0}" -lt 17 ]; then
    echo "wheelbase: $java is Java ${found:-of an unknown version}, too old" >&2
    java_is_missing
  fi
}

# The compiler beside $java, or any on the PATH: a run-time environment alone builds nothing.
check_compiler() {
  [ -x "$(dirname "$java")/javac" ] || command -v javac >/dev/null 2>&1 || java_is_missing
}

java_is_missing() {
  missing "Java 17 or later (a JDK)" \
    openjdk-17-jdk-headless openjdk17-jdk java-17-openjdk-devel openjdk@17
}

find_maven() {
  if command -v mvn >/dev/null 2>&1; then
    maven=mvn
  else
    missing Maven maven maven maven maven
  fi
}

# missing WHAT APT APK DNF BREW: says which package to install, and fails.
missing() {
  cat >&2 <<END
wheelbase: $1 is missing. Install it with one of
  apt-get install $2
  apk add $3
  dnf install $4
  brew install $5
END
  return 1
}
