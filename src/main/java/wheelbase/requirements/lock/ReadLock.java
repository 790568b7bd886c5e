package wheelbase.requirements.lock;

import wheelbase.requirements.Lock;

/** A lock that was read from a file. */
interface ReadLock extends Lock {
  LockFile text();

  @Override
  default String file() {
    return text().file();
  }
}
