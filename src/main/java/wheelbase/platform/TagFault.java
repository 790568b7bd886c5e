package wheelbase.platform;

/**
 * One part of a wheel's tag that a target does not accept. Each case knows its published id and a
 * clause that says it in words, to follow the file's name.
 */
public sealed interface TagFault {
  /** Farther than anything that is counted. */
  int FAR = 100;

  /** As in the JSON contract; once published it keeps its meaning. */
  String id();

  /** {@code for Python 3.12 only}. */
  String message();

  /**
   * How far it is from fitting, from 1: a newer base is nearer than another Python, another
   * operating system is the farthest, whatever else does not fit.
   */
  int distance();

  /** Of two faults of the same kind the one that is less apart is nearer. */
  default int apart() {
    return 0;
  }

  /**
   * The wheel is for another Python.
   *
   * @param wanted in words: {@code Python 3.12}, {@code PyPy 3.10}
   * @param orLater whether newer ones accept it too
   * @param apart how many minor releases away it is; 100 for another implementation or Python 2
   */
  record WrongPython(String wanted, boolean orLater, int apart) implements TagFault {
    @Override
    public String id() {
      return "python";
    }

    @Override
    public String message() {
      return "for " + wanted + (orLater ? " or later" : " only");
    }

    @Override
    public int distance() {
      return 2;
    }
  }

  /**
   * The wheel is for this Python, built otherwise.
   *
   * @param abi as in the tag: {@code cp313t}
   */
  record WrongAbi(String abi) implements TagFault {
    @Override
    public String id() {
      return "abi";
    }

    @Override
    public String message() {
      return abi.matches("(cp3\\d+|abi3)t")
          ? "for free-threaded Python only"
          : "for the ABI `" + abi + "` only";
    }

    @Override
    public int distance() {
      return 3;
    }
  }

  /** The wheel is for the other C library. */
  record WrongLibc(Libc.Kind wanted) implements TagFault {
    @Override
    public String id() {
      return "libc-kind";
    }

    @Override
    public String message() {
      return wanted == Libc.Kind.GLIBC
          ? "needs glibc, the image has musl"
          : "needs musl, the image has glibc";
    }

    @Override
    public int distance() {
      return 5;
    }
  }

  /** The wheel needs a newer C library of the right kind than there is. */
  record LibcTooOld(Libc needed, Libc there) implements TagFault {
    @Override
    public String id() {
      return "libc-too-old";
    }

    @Override
    public String message() {
      return "needs " + needed + ", the image has " + there.major() + "." + there.minor();
    }

    @Override
    public int distance() {
      return 1;
    }

    @Override
    public int apart() {
      return FAR * (needed.major() - there.major()) + needed.minor() - there.minor();
    }
  }

  /**
   * @param machine as in the tag: {@code x86_64}
   */
  record WrongArchitecture(String machine) implements TagFault {
    @Override
    public String id() {
      return "architecture";
    }

    @Override
    public String message() {
      return "for another architecture";
    }

    @Override
    public int distance() {
      return 4;
    }
  }

  /**
   * The wheel is not for Linux, or not for any system that pip would install it on.
   *
   * @param wanted in words: {@code macOS}
   */
  record WrongPlatform(String wanted) implements TagFault {
    @Override
    public String id() {
      return "platform";
    }

    @Override
    public String message() {
      return "for " + wanted + " only";
    }

    @Override
    public int distance() {
      return FAR;
    }
  }
}
