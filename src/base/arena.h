/* arena: memory that is given back all at once.
 *
 * A book, and the pages made from it, each live in one arena: whatever is
 * allocated here stays valid until arena_free and is never freed alone.
 * Running out of memory ends the program (as g_malloc does); a build writes its
 * files last and atomically, so earlier output is then untouched. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena;

struct arena *arena_new(void);

/* Frees the arena and everything allocated from it. NULL is ignored. */
void arena_free(struct arena *arena);

/* Zeroed memory for `size` bytes, aligned for any type. */
void *arena_alloc(struct arena *arena, size_t size);

/* Zeroed memory for one TYPE, or for an array of COUNT of them. */
#define ARENA_NEW(arena, type) ((type *)arena_alloc((arena), sizeof(type)))
#define ARENA_ARRAY(arena, type, count) ((type *)arena_alloc((arena), sizeof(type) * (size_t)(count)))

/* A copy of a string, of its first `length` bytes, or of any bytes. NULL gives NULL. */
const char *arena_string(struct arena *arena, const char *string);
const char *arena_substring(struct arena *arena, const char *string, size_t length);
void *arena_copy(struct arena *arena, const void *bytes, size_t size);

/* A string made as printf would. The C locale is in force throughout the program. */
const char *arena_printf(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
