#include "cli/timings.h"

#include <glib.h>
#include <stdbool.h>
#include <sys/resource.h>
#include <time.h>

struct cost {
    double processor, clock; /* seconds */
    double peak;             /* megabytes */
};

struct stage {
    const char *name, *made;
    struct cost cost;
};

struct timings {
    GArray *stages;
    struct cost start; /* of the run */
    struct cost begun; /* what had been spent when the stage under way began */
    bool under_way;
};

static double seconds(clockid_t clock)
{
    struct timespec time;
    clock_gettime(clock, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* Linux counts ru_maxrss in units of 1024 bytes (getrusage(2)). */
static struct cost spent(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return (struct cost){seconds(CLOCK_PROCESS_CPUTIME_ID), seconds(CLOCK_MONOTONIC),
                         (double)usage.ru_maxrss * 1024 / 1e6};
}

struct timings *timings_new(void)
{
    struct timings *timings = g_new0(struct timings, 1);
    timings->stages = g_array_new(FALSE, TRUE, sizeof(struct stage));
    timings->start = spent();
    return timings;
}

static struct stage *last_stage(struct timings *timings)
{
    return &g_array_index(timings->stages, struct stage, timings->stages->len - 1);
}

void timings_stage(struct timings *timings, const char *name)
{
    const struct cost now = spent();
    if (timings->under_way)
        last_stage(timings)->cost = (struct cost){now.processor - timings->begun.processor,
                                                  now.clock - timings->begun.clock, now.peak};
    timings->begun = now;
    timings->under_way = name != NULL;
    if (name)
        g_array_append_val(timings->stages, ((struct stage){.name = name}));
}

void timings_made(struct timings *timings, const char *made)
{
    if (timings->under_way)
        last_stage(timings)->made = made;
}

static void print_row(FILE *to, const char *name, struct cost cost, const char *made)
{
    fprintf(to, "%-24s %9.3f %9.3f %9.1f", name, cost.processor, cost.clock, cost.peak);
    fprintf(to, made ? "  %s\n" : "\n", made);
}

void timings_print(const struct timings *timings, FILE *to)
{
    fprintf(to, "%-24s %9s %9s %9s  %s\n", "stage", "CPU s", "wall s", "peak MB", "made");
    for (guint i = 0; i < timings->stages->len; i++) {
        const struct stage *stage = &g_array_index(timings->stages, struct stage, i);
        print_row(to, stage->name, stage->cost, stage->made);
    }
    struct cost whole = spent();
    whole.clock -= timings->start.clock;
    print_row(to, "all", whole, NULL);
}

void timings_free(struct timings *timings)
{
    if (!timings)
        return;
    g_array_free(timings->stages, TRUE);
    g_free(timings);
}
