package wheelbase.syslibs;

/**
 * Something in a rules file that the format does not allow.
 *
 * @param place the value it is about, {@code rules[1].when.libc}; empty for the whole file
 * @param hint what is allowed; may be empty
 */
record RuleFault(String place, String what, String hint) {}
