#include <glib.h>
#include <stdio.h>
#include <unistd.h>

#include "cli/cli.h"
#include "cli/timings.h"

enum { PATIENCE = G_USEC_PER_SEC / 2 };

struct progress {
    gint64 start, stage_start; /* microseconds */
    bool verbose;
    struct timings *timings; /* NULL: nobody asks for them */
    GThread *thread;         /* shows the stage; NULL when there is nobody to show it to */
    GMutex mutex;            /* of what follows */
    GCond changed;
    const char *stage;
    bool over;
};

/* Waits until half a second has gone by, then shows each stage as it comes. */
static gpointer show(gpointer data)
{
    struct progress *progress = data;
    bool shown = false;
    g_mutex_lock(&progress->mutex);
    while (!progress->over) {
        if (g_get_monotonic_time() < progress->start + PATIENCE) {
            g_cond_wait_until(&progress->changed, &progress->mutex, progress->start + PATIENCE);
            continue;
        }
        if (progress->stage) {
            fprintf(stderr, "\r\033[K%s ...", progress->stage);
            shown = true;
        }
        g_cond_wait(&progress->changed, &progress->mutex);
    }
    if (shown)
        fputs("\r\033[K", stderr);
    g_mutex_unlock(&progress->mutex);
    return NULL;
}

struct progress *progress_new(const struct options *options)
{
    struct progress *progress = g_new0(struct progress, 1);
    const char *term = g_getenv("TERM");
    progress->start = g_get_monotonic_time();
    progress->verbose = options->verbose;
    progress->timings = options->timings ? timings_new() : NULL;
    g_mutex_init(&progress->mutex);
    g_cond_init(&progress->changed);
    if (!options->quiet && !options->verbose && isatty(STDERR_FILENO) && term && g_strcmp0(term, "dumb") != 0)
        progress->thread = g_thread_new("progress", show, progress);
    return progress;
}

void progress_stage(struct progress *progress, const char *stage)
{
    const gint64 now = g_get_monotonic_time();
    if (progress->verbose && progress->stage)
        fprintf(stderr, "%-24s %6.0f ms\n", progress->stage, (double)(now - progress->stage_start) / 1000);
    if (progress->timings)
        timings_stage(progress->timings, stage);
    g_mutex_lock(&progress->mutex);
    progress->stage = stage;
    progress->stage_start = now;
    g_cond_signal(&progress->changed);
    g_mutex_unlock(&progress->mutex);
}

void progress_made(struct progress *progress, const char *made)
{
    if (progress->timings)
        timings_made(progress->timings, made);
}

void progress_timings(const struct progress *progress)
{
    if (progress->timings)
        timings_print(progress->timings, stderr);
}

double progress_seconds(const struct progress *progress)
{
    return (double)(g_get_monotonic_time() - progress->start) / G_USEC_PER_SEC;
}

void progress_end(struct progress *progress)
{
    progress_stage(progress, NULL);
    if (!progress->thread)
        return;
    g_mutex_lock(&progress->mutex);
    progress->over = true;
    g_cond_signal(&progress->changed);
    g_mutex_unlock(&progress->mutex);
    g_thread_join(progress->thread);
    progress->thread = NULL;
}

void progress_free(struct progress *progress)
{
    progress_end(progress);
    g_mutex_clear(&progress->mutex);
    g_cond_clear(&progress->changed);
    timings_free(progress->timings);
    g_free(progress);
}
