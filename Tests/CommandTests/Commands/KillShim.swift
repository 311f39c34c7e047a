/// A library that is loaded before the program and kills it at its N-th change of a folder, or lets that change and all
/// later ones fail.
///
/// A write is cut in half first, so that torn files occur too. Flushing does not count: a program that is killed there
/// leaves the same files as one that is killed at its next change.
struct KillShim {
  let library: String

  /// Compiles the library into a workspace; needs a C compiler.
  init(in workspace: Workspace) throws {
    library = try Self.compile(Self.source, as: "shim", in: workspace)
  }

  /// Makes a library of C text.
  ///
  /// - Returns: Its path, for `LD_PRELOAD`.
  static func compile(_ source: String, as name: String, in workspace: Workspace) throws -> String {
    try workspace.write(source, to: "\(name).c")
    let library = workspace.path("\(name).so")
    guard let compiler else { throw Program.Failure("no C compiler") }
    let outcome = try workspace.program.run(compiler, ["-shared", "-fPIC", "-O1", "-o", library, "\(name).c"])
    guard outcome.status == 0 else { throw Program.Failure(outcome.messages) }
    return library
  }

  static let compiler = Program.find("cc", "clang", "gcc")

  /// What makes a program die at a change below a folder; the first is number 1.
  func environment(killingAt number: Int, below folder: String) -> [String: String] {
    ["LD_PRELOAD": library, "KILL_AT": String(number), "KILL_BELOW": folder]
  }

  /// What makes changes of paths that begin so fail from one on; the first is number 1.
  ///
  /// - Parameter fault: `ENOSPC`, where only what takes room fails, or `EROFS`, where every change does.
  func environment(failing fault: Int32, from number: Int, below path: String) -> [String: String] {
    environment(killingAt: number, below: path).merging(["FAULT_ERRNO": String(fault)]) { $1 }
  }

  /// Every call goes to the kernel directly, by the numbers that all of Linux' architectures have.
  private static let source = #"""
    #define _GNU_SOURCE
    #include <errno.h>
    #include <fcntl.h>
    #include <limits.h>
    #include <signal.h>
    #include <stdarg.h>
    #include <stdio.h>
    #include <stdlib.h>
    #include <string.h>
    #include <sys/stat.h>
    #include <sys/syscall.h>
    #include <unistd.h>

    static int count;

    static int is_below(const char *path) {
      const char *folder = getenv("KILL_BELOW");
      if (!folder || !path) return 0;
      char full[2 * PATH_MAX];
      if (path[0] != '/') {
        char here[PATH_MAX];
        if (!getcwd(here, sizeof here)) return 0;
        snprintf(full, sizeof full, "%s/%s", here, path);
        path = full;
      }
      return strncmp(path, folder, strlen(folder)) == 0;
    }

    static int is_open_below(int file) {
      char link[64], path[PATH_MAX];
      snprintf(link, sizeof link, "/proc/self/fd/%d", file);
      ssize_t length = readlink(link, path, sizeof path - 1);
      if (length < 0) return 0;
      path[length] = 0;
      return is_below(path);
    }

    /* Whether this is the call to die at. */
    static int is_due(void) {
      const char *number = getenv("KILL_AT");
      return number && __sync_add_and_fetch(&count, 1) == atoi(number);
    }

    static void die(void) {
      kill(getpid(), SIGKILL);
      for (;;) pause();
    }

    /* The error that calls are to fail with; 0 where they kill. */
    static int fault(void) {
      const char *number = getenv("FAULT_ERRNO");
      return number ? atoi(number) : 0;
    }

    /* Whether the call is to fail; does not return where it is to die. */
    static int fails(void) {
      if (!fault()) { if (is_due()) die(); return 0; }
      const char *number = getenv("KILL_AT");
      if (!number || __sync_add_and_fetch(&count, 1) < atoi(number)) return 0;
      errno = fault();
      return 1;
    }

    #define PATH(name) if (is_below(name) && fails()) return -1;
    /* What takes no room works on a full disk. */
    #define FREE(name) if (fault() != ENOSPC && is_below(name) && fails()) return -1;
    #define FILE_FREE(f) if (fault() != ENOSPC && is_open_below(f) && fails()) return -1;

    static int open_at(int folder, const char *name, int flags, mode_t mode) {
      int changes = flags & (O_CREAT | O_TRUNC);
      if (fault() == ENOSPC) changes = flags & O_CREAT && syscall(SYS_faccessat, folder, name, F_OK) != 0;
      else if (fault()) changes = flags & (O_WRONLY | O_RDWR);
      if (changes) PATH(name)
      return syscall(SYS_openat, folder, name, flags, mode);
    }
    #define MODE(flags) \
      mode_t mode = 0; \
      if ((flags) & O_CREAT) { va_list more; va_start(more, flags); mode = va_arg(more, mode_t); va_end(more); }
    int open(const char *name, int flags, ...) { MODE(flags) return open_at(AT_FDCWD, name, flags, mode); }
    int open64(const char *name, int flags, ...) { MODE(flags) return open_at(AT_FDCWD, name, flags, mode); }
    int openat(int folder, const char *name, int flags, ...) { MODE(flags) return open_at(folder, name, flags, mode); }
    int openat64(int folder, const char *name, int flags, ...) { MODE(flags) return open_at(folder, name, flags, mode); }

    ssize_t write(int file, const void *bytes, size_t length) {
      if (!is_open_below(file)) return syscall(SYS_write, file, bytes, length);
      if (fault()) { if (fails()) return -1; }
      else if (is_due()) { syscall(SYS_write, file, bytes, length / 2); die(); }
      return syscall(SYS_write, file, bytes, length);
    }
    ssize_t pwrite(int file, const void *bytes, size_t length, off_t at) {
      if (!is_open_below(file)) return syscall(SYS_pwrite64, file, bytes, length, at);
      if (fault()) { if (fails()) return -1; }
      else if (is_due()) { syscall(SYS_pwrite64, file, bytes, length / 2, at); die(); }
      return syscall(SYS_pwrite64, file, bytes, length, at);
    }
    ssize_t pwrite64(int file, const void *bytes, size_t length, off64_t at) { return pwrite(file, bytes, length, at); }

    int renameat2(int f, const char *old, int t, const char *new, unsigned flags) {
      FREE(new)
      return syscall(SYS_renameat2, f, old, t, new, flags);
    }
    int renameat(int f, const char *old, int t, const char *new) { return renameat2(f, old, t, new, 0); }
    int rename(const char *old, const char *new) { return renameat2(AT_FDCWD, old, AT_FDCWD, new, 0); }
    int symlinkat(const char *to, int folder, const char *name) {
      PATH(name)
      return syscall(SYS_symlinkat, to, folder, name);
    }
    int symlink(const char *to, const char *name) { return symlinkat(to, AT_FDCWD, name); }
    int linkat(int f, const char *old, int t, const char *new, int flags) {
      PATH(new)
      return syscall(SYS_linkat, f, old, t, new, flags);
    }
    int link(const char *old, const char *new) { return linkat(AT_FDCWD, old, AT_FDCWD, new, 0); }
    int unlinkat(int folder, const char *name, int flags) {
      FREE(name)
      return syscall(SYS_unlinkat, folder, name, flags);
    }
    int unlink(const char *name) { return unlinkat(AT_FDCWD, name, 0); }
    int rmdir(const char *name) { return unlinkat(AT_FDCWD, name, AT_REMOVEDIR); }
    int mkdirat(int folder, const char *name, mode_t mode) { PATH(name) return syscall(SYS_mkdirat, folder, name, mode); }
    int mkdir(const char *name, mode_t mode) { return mkdirat(AT_FDCWD, name, mode); }
    int ftruncate(int f, off_t length) { FILE_FREE(f) return syscall(SYS_ftruncate, f, length); }
    int ftruncate64(int f, off64_t length) { FILE_FREE(f) return syscall(SYS_ftruncate, f, length); }
    int fchmod(int f, mode_t mode) { FILE_FREE(f) return syscall(SYS_fchmod, f, mode); }
    int chmod(const char *name, mode_t mode) { FREE(name) return syscall(SYS_fchmodat, AT_FDCWD, name, mode); }
    """#
}
