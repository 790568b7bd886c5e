/**
 * Lock files: {@code uv.lock}, {@code poetry.lock}, {@code Pipfile.lock} and {@code pylock.toml},
 * each as the pins that its own tool would install on a target. Apart from its parent for the
 * libraries that it needs. Read {@link wheelbase.requirements.lock.LockReader} first.
 */
package wheelbase.requirements.lock;
