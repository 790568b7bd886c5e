# Builds the program where that is due. Wants: home, java, and java.sh. Sets: jar, java_options.
# shellcheck shell=sh

target=$home/target
jar=$target/wheelbase.jar
stamp=$target/launcher.stamp
# A small part of the heap for what is new, or the JVM takes a third of all it may have before it
# collects anything: 410 MB at the peak of a large project's cold run, and 220 MB so, in the same time.
java_options="-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto \
  -Xlog:disable -Xlog:all=error:stderr -Xms96m -Xmn24m -Xmx320m"

# 0, or how the process should end.
ensure_built() {
  is_current && knows_java && return 0
  check_java || return 2
  # A checkout that was built by someone else and cannot be written to still runs.
  if is_current && [ ! -w "$target" ]; then
    return 0
  fi
  mkdir -p "$target" || return 2
  # One at a time; whoever waited finds it done.
  if command -v flock >/dev/null 2>&1; then
    exec 9>"$target/launcher.lock"
    flock 9
  fi
  built=0
  if ! is_current; then
    if check_compiler && find_maven; then
      build
      built=$?
    else
      built=2
    fi
  fi
  if [ "$built" = 0 ] && ! knows_java; then
    train
  fi
  exec 9>&-
  return "$built"
}

# Whether nothing that goes into the program is newer than the last build.
is_current() {
  [ -f "$stamp" ] && [ -f "$jar" ] &&
    [ -z "$(find "$home/pom.xml" "$home/src/main" "$home/rules-db" "$home/templates" \
      -newer "$stamp" -print 2>/dev/null | head -n 1)" ]
}

build() {
  log=$target/launcher.log
  printf 'Building wheelbase, once (log: %s) ...' "$log" >&2
  # The stamp is as old as the beginning: what changes while Maven runs is newer.
  : >"$stamp.new"
  if (cd "$home" && "$maven" -q -B -Dstyle.color=never -Dmaven.test.skip=true package) \
    >"$log" 2>&1 </dev/null; then
    rm -f "$target"/launcher-java.* "$target"/classes-*
    mv "$stamp.new" "$stamp"
    printf ' done\n' >&2
    return 0
  fi
  rm -f "$stamp.new"
  printf ' failed\n' >&2
  grep -m 5 ERROR "$log" >&2
  return 70
}

# A word for this Java and this jar. An archive for another pair would be refused by the JVM.
fingerprint() {
  echo "${known_fingerprint:-$(ls -lnL "$java" "$jar" 2>/dev/null | cksum | tr ' ' '-')}"
}

knows_java() {
  [ -f "$target/launcher-java.$(fingerprint)" ]
}

archive_file() {
  echo "$target/classes-$(fingerprint)"
}

# archive_option make|use FILE
archive_option() {
  case $1-$(cat "$target/launcher-java.$(fingerprint)" 2>/dev/null) in
    make-aot) echo "-XX:AOTCacheOutput=$2" ;;
    use-aot) echo "-XX:AOTCache=$2" ;;
    make-*) echo "-XX:ArchiveClassesAtExit=$2" ;;
    use-*) echo "-XX:SharedArchiveFile=$2" ;;
  esac
}

# Archives the classes that the commands load, so that the next runs start sooner. Without an
# archive everything works as well, only later.
train() {
  kind=cds
  [ "$(java_version)" -ge 25 ] && kind=aot
  echo "$kind" >"$target/launcher-java.$(fingerprint)"
  archive=$(archive_file)
  # shellcheck disable=SC2086 # several words
  "$java" $java_options "$(archive_option make "$archive.new")" \
    -cp "$jar" wheelbase.cli.Rehearsal >>"$target/launcher.log" 2>&1 </dev/null &&
    [ -f "$archive.new" ] && mv "$archive.new" "$archive"
  rm -f "$archive.new"
}
