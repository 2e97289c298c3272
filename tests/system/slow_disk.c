/* Makes a folder a slow disk for one process: each call that changes something below SLOW_DISK takes SLOW_DISK_MS
   milliseconds. The calls of the main thread on SLOW_DISK, reading ones too, are written to SLOW_DISK_LOG.
   Loaded by LD_PRELOAD on Linux; see slow_disk.py. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static void note(const char *call, const char *path, int changes) {
    const char *slow = getenv("SLOW_DISK"), *log = getenv("SLOW_DISK_LOG"), *pause = getenv("SLOW_DISK_MS");
    int kept = errno;
    if (slow == NULL || path == NULL || strncmp(path, slow, strlen(slow)) != 0) return;
    if (log != NULL && syscall(SYS_gettid) == getpid()) {
        char line[512];
        int length = snprintf(line, sizeof line, "%s %s\n", call, path);
        int file = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND, 0600);
        if (file >= 0) {
            syscall(SYS_write, file, line, length);
            syscall(SYS_close, file);
        }
    }
    if (changes && pause != NULL) {
        long milliseconds = atol(pause);
        struct timespec time = {milliseconds / 1000, milliseconds % 1000 * 1000000};
        nanosleep(&time, NULL);
    }
    errno = kept;
}

static void note_descriptor(const char *call, int descriptor) {
    char link[64], path[512];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length > 0) {
        path[length] = 0;
        note(call, path, 1);
    }
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define MODE(flags, mode) \
    mode_t mode = 0; \
    if (flags & (O_CREAT | O_TMPFILE)) { va_list more; va_start(more, flags); mode = va_arg(more, mode_t); va_end(more); }
#define CHANGES(flags) ((flags & (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC)) != 0)

int open(const char *path, int flags, ...) { MODE(flags, mode) note("open", path, CHANGES(flags)); return REAL(open)(path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags, mode) note("open", path, CHANGES(flags)); return REAL(open64)(path, flags, mode); }
int openat(int at, const char *path, int flags, ...) { MODE(flags, mode) note("open", path, CHANGES(flags)); return REAL(openat)(at, path, flags, mode); }
int openat64(int at, const char *path, int flags, ...) { MODE(flags, mode) note("open", path, CHANGES(flags)); return REAL(openat64)(at, path, flags, mode); }
int rename(const char *from, const char *to) { note("rename", to, 1); return REAL(rename)(from, to); }
int renameat2(int a, const char *from, int b, const char *to, unsigned f) { note("rename", to, 1); return REAL(renameat2)(a, from, b, to, f); }
int linkat(int a, const char *from, int b, const char *to, int f) { note("link", to, 1); return REAL(linkat)(a, from, b, to, f); }
int unlink(const char *path) { note("unlink", path, 1); return REAL(unlink)(path); }
int mkdir(const char *path, mode_t mode) { note("mkdir", path, 1); return REAL(mkdir)(path, mode); }
int chmod(const char *path, mode_t mode) { note("chmod", path, 1); return REAL(chmod)(path, mode); }
int stat(const char *path, struct stat *found) { note("stat", path, 0); return REAL(stat)(path, found); }
int fsync(int descriptor) { note_descriptor("fsync", descriptor); return REAL(fsync)(descriptor); }
int fdatasync(int descriptor) { note_descriptor("fdatasync", descriptor); return REAL(fdatasync)(descriptor); }
ssize_t write(int descriptor, const void *data, size_t size) { note_descriptor("write", descriptor); return REAL(write)(descriptor, data, size); }
ssize_t pwrite(int descriptor, const void *data, size_t size, off_t at) { note_descriptor("write", descriptor); return REAL(pwrite)(descriptor, data, size, at); }
ssize_t pwrite64(int descriptor, const void *data, size_t size, off64_t at) { note_descriptor("write", descriptor); return REAL(pwrite64)(descriptor, data, size, at); }
int ftruncate(int descriptor, off_t size) { note_descriptor("truncate", descriptor); return REAL(ftruncate)(descriptor, size); }
int ftruncate64(int descriptor, off64_t size) { note_descriptor("truncate", descriptor); return REAL(ftruncate64)(descriptor, size); }
