/* timings: what each stage of a run costs, for `build --timings`.
 *
 * In: the stages, as they begin. Out: a table with a line a stage: seconds of processor (of all threads) and
 * of clock, the most memory the process has held so far in megabytes (10^6 bytes), and what the stage made.
 * Names and what was made are borrowed; the table is freed with timings_free, which takes NULL. */
#ifndef CLI_TIMINGS_H
#define CLI_TIMINGS_H

#include <stdio.h>

struct timings;

struct timings *timings_new(void);
void timings_stage(struct timings *timings, const char *stage); /* ends the one before; NULL: only that */
void timings_made(struct timings *timings, const char *made);   /* of the stage that is under way */

/* The last line is the whole process, and so a little more than the stages: it has had to start. */
void timings_print(const struct timings *timings, FILE *to);
void timings_free(struct timings *timings);

#endif
