/* sheet_share: the heights of a worksheet's rows, and which of them a page takes. */
#include <math.h>

#include "layout/sheet_rows.h"
#include "layout/sheet_split.h"

/* A gap may grow by GAP_GROWS times itself before what is written on does, and once more after. */
static const double GAP = 9, GAP_LEAST = 2, GAP_GROWS = 1.4;

/* Of a divided element: the first page rather gets one row more. */
static const double HALF_ROW = 40;

static double gap_above(size_t row, size_t from, double gap)
{
    return row > from ? gap : 0;
}

double rows_least(const struct rows *rows, size_t from, size_t end)
{
    double least = 0;
    for (size_t i = from; i < end; i++)
        least += rows_at(rows, i)->extent.least + gap_above(i, from, GAP_LEAST);
    return least;
}

double rows_natural(const struct rows *rows, size_t from, size_t end)
{
    double natural = 0;
    for (size_t i = from; i < end; i++)
        natural += rows_at(rows, i)->extent.natural + gap_above(i, from, GAP);
    return natural;
}

/* ---- sharing out ---- */

/* What is left goes to the rows that fill the page, by their shares. */
static void stretch(const struct rows *rows, size_t from, size_t end, double left, double shares)
{
    for (size_t i = from; i < end; i++)
        rows_at(rows, i)->height += left * rows_at(rows, i)->extent.stretch / shares;
}

/* Rows grow by their part of what is left. Returns what they did not take. */
static double grow(const struct rows *rows, size_t from, size_t end, double left)
{
    double growth = 0, rest = left;
    for (size_t i = from; i < end; i++)
        growth += rows_at(rows, i)->extent.grow;
    for (size_t i = from; i < end && growth > 0; i++) {
        struct row *row = rows_at(rows, i);
        double more = row->extent.grow * MIN(left / growth, 1);
        if (row->extent.step > 0)
            more = floor(more / row->extent.step + 0.01) * row->extent.step;
        row->height += more;
        rest -= more;
    }
    return rest;
}

/* Gaps grow by so many times themselves at most. Returns what is left. */
static double loosen(const struct rows *rows, size_t from, size_t end, double left, double most)
{
    size_t gaps = 0;
    for (size_t i = from + 1; i < end; i++)
        gaps += rows_at(rows, i)->head ? 0 : 1;
    const double looser = gaps ? MIN(left / (double)gaps, GAP * most) : 0;
    for (size_t i = from + 1; i < end; i++)
        rows_at(rows, i)->gap += rows_at(rows, i)->head ? 0 : looser;
    return left - looser * (double)gaps;
}

static void give(const struct rows *rows, size_t from, size_t end, double left)
{
    double shares = 0;
    for (size_t i = from; i < end; i++)
        shares += rows_at(rows, i)->extent.stretch;
    if (shares > 0) {
        stretch(rows, from, end, left, shares);
        return;
    }
    left = loosen(rows, from, end, left, GAP_GROWS);
    left = grow(rows, from, end, left);
    loosen(rows, from, end, left, GAP_GROWS);
}

/* What a row may still give. */
static double slack(const struct row *row)
{
    return MAX(row->height - row->extent.least, 0);
}

/* Gaps shrink to their least. Returns what is still missing. */
static double tighten(const struct rows *rows, size_t from, size_t end, double missing)
{
    const size_t gaps = end - from > 1 ? end - from - 1 : 0;
    const double tighter = gaps ? MIN(missing / (double)gaps, GAP - GAP_LEAST) : 0;
    for (size_t i = from + 1; i < end; i++)
        rows_at(rows, i)->gap -= tighter;
    return missing - tighter * (double)gaps;
}

/* Rows of any height give by what they have; of ruled lines only what is no whole line. */
static double squeeze(const struct rows *rows, size_t from, size_t end, double missing)
{
    double gives = 0;
    for (size_t i = from; i < end; i++) {
        const struct row *row = rows_at(rows, i);
        gives += row->extent.step > 0 ? fmod(slack(row), row->extent.step) : slack(row);
    }
    const double part = gives > 0 ? MIN(missing / gives, 1) : 0;
    for (size_t i = from; i < end; i++) {
        struct row *row = rows_at(rows, i);
        row->height -= part * (row->extent.step > 0 ? fmod(slack(row), row->extent.step) : slack(row));
    }
    return missing - part * gives;
}

/* Ruled lines go one by one, from where there are most to give. Less than nothing is missing when the last was longer. */
static double drop_lines(const struct rows *rows, size_t from, size_t end, double missing)
{
    while (missing > 0.01) {
        struct row *most = NULL;
        for (size_t i = from; i < end; i++) {
            struct row *row = rows_at(rows, i);
            if (row->extent.step > 0 && slack(row) > row->extent.step - 0.01 && (!most || slack(row) > slack(most)))
                most = row;
        }
        if (!most)
            break;
        most->height -= most->extent.step;
        missing -= most->extent.step;
    }
    return missing;
}

/* What is missing is taken from the gaps, then from rows that may be lower, at last from ruled lines. Returns what is
 * still missing. */
static double take(const struct rows *rows, size_t from, size_t end, double missing)
{
    missing = tighten(rows, from, end, missing);
    missing = squeeze(rows, from, end, missing);
    missing = drop_lines(rows, from, end, missing);
    if (missing < 0)
        loosen(rows, from, end, -missing, 1);
    return MAX(missing, 0);
}

double rows_share(const struct rows *rows, size_t from, size_t end, double room)
{
    for (size_t i = from; i < end; i++) {
        struct row *row = rows_at(rows, i);
        row->gap = gap_above(i, from, GAP);
        row->height = row->extent.natural;
    }
    const double left = room - rows_natural(rows, from, end);
    if (left < 0)
        return take(rows, from, end, -left);
    give(rows, from, end, left);
    return 0;
}

/* ---- pages ---- */

/* Divides a row of text after so many strips as there is room for. False when not even one fits. */
static bool split_text(struct rows *rows, size_t number, double room)
{
    struct row first = *rows_at(rows, number), rest = first;
    const struct column *column = first.column;
    const double top = column->strips[first.from].y;
    size_t to = first.from;
    while (to < first.to && column->strips[to].y + column->strips[to].height - top <= room)
        to++;
    if (to == first.from || to == first.to)
        return false;
    first.to = rest.from = to;
    const double height = first.extent.least, above = column->strips[to].y - top;
    first.extent = (struct extent){.least = above, .natural = above};
    rest.extent = (struct extent){.least = height - above, .natural = height - above};
    *rows_at(rows, number) = first;
    g_array_insert_val(rows->list, (guint)number + 1, rest);
    return true;
}

/* Divides an element that need not be kept: what fits into `room`, and the rest. */
static bool split_element(struct rows *rows, size_t number, double room, bool natural)
{
    struct row row = *rows_at(rows, number);
    const struct sheet_room rooms = {room, rows->room, natural};
    GPtrArray *parts = sheet_split(rows->setter, row.element, rows->width, rooms);
    const element_measure measure = element_settings[row.element->element->rule->kind].measure;
    const bool good = parts->len > 1 && measure(rows->setter, g_ptr_array_index(parts, 0), rows->width).least <= room;
    for (guint i = 0; good && i < parts->len; i++) {
        row.element = g_ptr_array_index(parts, i);
        row.extent = measure(rows->setter, row.element, rows->width);
        if (i == 0)
            *rows_at(rows, number) = row;
        else
            g_array_insert_val(rows->list, (guint)number + i, row);
    }
    g_ptr_array_free(parts, TRUE);
    return good;
}

static bool may_split(const struct row *row)
{
    return row->element && !element_flag(row->element->element, "keep");
}

static bool split_row(struct rows *rows, size_t number, double room)
{
    const struct row *row = rows_at(rows, number);
    if (row->element)
        return may_split(row) && split_element(rows, number, room, false);
    return row->column && !row->card && row->extent.least > rows->room && split_text(rows, number, room);
}

size_t rows_fill(struct rows *rows, size_t from, double room, bool whole_page)
{
    size_t end = from;
    while (end < rows_count(rows) && rows_least(rows, from, end + 1) <= room + 0.5)
        end++;
    if (end == rows_count(rows))
        return end;
    const double left = room - rows_least(rows, from, end) - (end > from ? GAP_LEAST : 0);
    if (split_row(rows, end, left))
        return end + 1;
    return end == from && whole_page ? end + 1 : end;
}

/* A text is not parted from what it introduces: the row after it. */
static bool introduces(const struct rows *rows, size_t number)
{
    const struct row *row = rows_at(rows, number);
    return row->column && !row->foot && !row->card && number + 1 < rows_count(rows);
}

/* Of all rows that may begin the second page the one that leaves the fuller page least full. */
static size_t divide_between(const struct rows *rows, double first_room, double second_room)
{
    const size_t count = rows_count(rows);
    size_t best = MIN(count, 1);
    double best_fullness = INFINITY;
    for (size_t i = 1; i <= count; i++) {
        if (i < count && introduces(rows, i - 1))
            continue;
        const bool fits = rows_least(rows, 0, i) <= first_room + 0.01 || i == 1;
        const double fullness = MAX(rows_natural(rows, 0, i) / first_room, rows_natural(rows, i, count) / second_room);
        if (fits && fullness < best_fullness) {
            best_fullness = fullness;
            best = i;
        }
    }
    return best;
}

size_t rows_divide(struct rows *rows, double first_room, double second_room)
{
    const double half = rows_natural(rows, 0, rows_count(rows)) * first_room / (first_room + second_room);
    size_t middle = 0; /* the row in which the pages would be equally full */
    while (middle < rows_count(rows) && rows_natural(rows, 0, middle + 1) <= half)
        middle++;
    if (middle < rows_count(rows) && may_split(rows_at(rows, middle)) &&
        split_element(rows, middle, MIN(first_room, half) - rows_natural(rows, 0, middle) + HALF_ROW, true))
        return middle + 1;
    return divide_between(rows, first_room, second_room);
}
