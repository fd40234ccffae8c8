#include "base/arena.h"

#include <glib.h>
#include <stdalign.h>
#include <stdint.h>
#include <string.h>

/* Large enough that a book of ordinary size needs a few dozen blocks. */
enum { BLOCK_SIZE = 64 * 1024 };

struct arena_block {
    struct arena_block *next;
    size_t size, used;
    alignas(max_align_t) unsigned char bytes[];
};

struct arena {
    struct arena_block *blocks; /* the first is the one being filled */
};

struct arena *arena_new(void)
{
    return g_new0(struct arena, 1);
}

void arena_free(struct arena *arena)
{
    if (!arena)
        return;
    while (arena->blocks) {
        struct arena_block *next = arena->blocks->next;
        g_free(arena->blocks);
        arena->blocks = next;
    }
    g_free(arena);
}

static struct arena_block *block_add(struct arena *arena, size_t size)
{
    struct arena_block *block = g_malloc0(sizeof *block + size);
    block->size = size;
    block->next = arena->blocks;
    arena->blocks = block;
    return block;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    const size_t align = alignof(max_align_t);
    if (size > SIZE_MAX / 2)
        g_error("arena: %zu bytes asked for", size);
    size = (size + align - 1) & ~(align - 1);
    struct arena_block *block = arena->blocks;
    if (!block || block->size - block->used < size)
        block = block_add(arena, MAX(size, (size_t)BLOCK_SIZE));
    void *memory = block->bytes + block->used;
    block->used += size;
    return memory;
}

void *arena_copy(struct arena *arena, const void *bytes, size_t size)
{
    void *copy = arena_alloc(arena, size);
    if (size)
        memcpy(copy, bytes, size);
    return copy;
}

const char *arena_substring(struct arena *arena, const char *string, size_t length)
{
    if (!string)
        return NULL;
    char *copy = arena_alloc(arena, length + 1);
    memcpy(copy, string, length);
    return copy;
}

const char *arena_string(struct arena *arena, const char *string)
{
    return string ? arena_substring(arena, string, strlen(string)) : NULL;
}

const char *arena_printf(struct arena *arena, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *made = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    const char *kept = arena_string(arena, made);
    g_free(made);
    return kept;
}
