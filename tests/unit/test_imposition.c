#include "unit.h"

#include <math.h>

#include "book/home.h"
#include "pdf/imposition.h"

/* ---- single pages ---- */

static void single_pages_stand_one_a_side(void **state)
{
    (void)state;
    for (size_t pages = 0; pages <= 9; pages++) {
        const struct imposition imposition = impose_single(pages);
        assert_int_equal(imposition_sides(&imposition), pages);
        assert_int_equal(imposition.sheets, (pages + 1) / 2);
        for (size_t side = 0; side < pages; side++) {
            size_t page[2];
            imposition_side(&imposition, side, page);
            assert_int_equal(page[0], side);
            assert_true(page[1] == NO_PAGE);
        }
    }
}

/* ---- booklets: printed, folded and read ---- */

/* The pages of a leaf, recto and verso, are read one after the other. */
static void read_leaf(GArray *read, size_t recto, size_t verso)
{
    g_array_append_val(read, recto);
    g_array_append_val(read, verso);
}

/* Sheets `from` to `to`, the first one outermost. Flipped on its short edge, what is at the right in front has at
 * its back what is at the left behind. Folded, the right halves are the first leaves, from the outermost sheet inward;
 * the left halves are the last ones, from inside out, and read from behind. */
static void read_signature(const struct imposition *imposition, size_t from, size_t to, GArray *read)
{
    size_t front[2], back[2];
    for (size_t sheet = from; sheet < to; sheet++) {
        imposition_side(imposition, 2 * sheet, front);
        imposition_side(imposition, 2 * sheet + 1, back);
        read_leaf(read, front[1], back[0]);
    }
    for (size_t sheet = to; sheet-- > from;) {
        imposition_side(imposition, 2 * sheet, front);
        imposition_side(imposition, 2 * sheet + 1, back);
        read_leaf(read, back[1], front[0]);
    }
}

static GArray *read_booklet(const struct imposition *imposition)
{
    GArray *read = g_array_new(FALSE, FALSE, sizeof(size_t));
    for (size_t from = 0; from < imposition->sheets; from += imposition->signature)
        read_signature(imposition, from, MIN(from + imposition->signature, imposition->sheets), read);
    return read;
}

/* Every page once and in order; what is empty is at the end, and less than a sheet. */
static void check_booklet(size_t pages, size_t signature)
{
    const struct imposition imposition = impose_booklet(pages, signature);
    assert_int_equal(imposition.sheets, (pages + 3) / 4);
    assert_int_equal(imposition_sides(&imposition), 2 * imposition.sheets);
    GArray *read = read_booklet(&imposition);
    assert_int_equal(read->len, 4 * imposition.sheets);
    for (size_t i = 0; i < read->len; i++) {
        const size_t page = g_array_index(read, size_t, i);
        assert_true(page == (i < pages ? i : NO_PAGE));
    }
    g_array_free(read, TRUE);
}

static void a_folded_booklet_reads_in_order(void **state)
{
    (void)state;
    for (size_t pages = 0; pages <= 330; pages++)
        for (size_t signature = 0; signature <= 12; signature++)
            check_booklet(pages, signature);
    check_booklet(828, 0);
    check_booklet(251, 100);
}

/* As printers have it: front [N | 1], back [2 | N-1] (here from 0). */
static void the_sides_are_the_trade_s(void **state)
{
    (void)state;
    static const size_t wanted[][2] = {{7, 0}, {1, 6}, {5, 2}, {3, 4}};
    const struct imposition imposition = impose_booklet(8, 0);
    assert_int_equal(imposition_sides(&imposition), G_N_ELEMENTS(wanted));
    for (size_t side = 0; side < G_N_ELEMENTS(wanted); side++) {
        size_t page[2];
        imposition_side(&imposition, side, page);
        assert_memory_equal(page, wanted[side], sizeof page);
    }
}

/* A verso and the recto after it face each other wherever the book is open: on one side of a sheet, or on two leaves. */
static void the_middle_of_a_signature_faces_itself(void **state)
{
    (void)state;
    const struct imposition imposition = impose_booklet(251, 0);
    for (size_t last = imposition.signature; last <= imposition.sheets; last += imposition.signature) {
        size_t page[2];
        imposition_side(&imposition, 2 * last - 1, page);
        assert_int_equal(page[0] + 1, page[1]);
    }
}

static void signatures_can_be_folded(void **state)
{
    (void)state;
    assert_int_equal(impose_booklet(0, 0).sheets, 0);
    assert_int_equal(impose_booklet(1, 0).signature, 1);
    assert_int_equal(impose_booklet(80, 0).signature, 20);
    assert_int_equal(impose_booklet(81, 0).signature, 11);
    assert_int_equal(impose_booklet(251, 0).signature, 16);
    assert_int_equal(impose_booklet(251, 8).signature, 8);
    for (size_t pages = 1; pages <= 828; pages++) {
        const struct imposition imposition = impose_booklet(pages, 0);
        const size_t last = imposition.sheets % imposition.signature;
        assert_true(imposition.signature <= 20);
        assert_true(last == 0 || last + 10 >= imposition.signature); /* the last one is no odd slip */
    }
}

/* ---- what is asked for ---- */

static void paper_is_the_country_s(void **state)
{
    (void)state;
    static const struct {
        const char *lang;
        enum home_paper paper;
    } countries[] = {
        {"en-US", HOME_LETTER},      {"es-MX", HOME_LETTER}, {"fr-CA", HOME_LETTER}, {"en-us", HOME_LETTER},
        {"en-Latn-US", HOME_LETTER}, {"en-GB", HOME_A4},     {"de", HOME_A4},        {"ca", HOME_A4},
        {"ca-ES", HOME_A4},          {"es-419", HOME_A4},    {"en-x-us", HOME_A4},   {"", HOME_A4},
    };
    struct home home;
    home_defaults(&home);
    for (size_t i = 0; i < G_N_ELEMENTS(countries); i++)
        assert_int_equal(home_paper(&home, countries[i].lang), countries[i].paper);
    assert_int_equal(home_paper(&home, NULL), HOME_A4);
    assert_true(home_set_paper(&home, "A4"));
    assert_int_equal(home_paper(&home, "en-US"), HOME_A4);
    assert_true(home_set_paper(&home, "letter"));
    assert_int_equal(home_paper(&home, "de"), HOME_LETTER);
    assert_false(home_set_paper(&home, "a5"));
    assert_false(home_set_paper(&home, ""));
}

static void holes_are_margins(void **state)
{
    (void)state;
    struct home home;
    home_defaults(&home);
    static const struct {
        const char *text;
        double millimetres;
    } good[] = {{"two", 20}, {"three", 22}, {"5mm", 5}, {"60mm", 60}, {"1in", 25.4}, {"72", 25.4}, {"none", 0}};
    for (size_t i = 0; i < G_N_ELEMENTS(good); i++) {
        assert_true(home_set_holes(&home, good[i].text));
        assert_true(fabs(home.holes - good[i].millimetres * 72 / 25.4) < 1e-6);
    }
    static const char *const bad[] = {"four", "", "4mm", "61mm", "-20mm", "20 cm", "nan", "twoo"};
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++)
        assert_false(home_set_holes(&home, bad[i]));
    assert_true(home.holes <= 0); /* as it was */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(single_pages_stand_one_a_side),     cmocka_unit_test(a_folded_booklet_reads_in_order),
        cmocka_unit_test(the_sides_are_the_trade_s),         cmocka_unit_test(the_middle_of_a_signature_faces_itself),
        cmocka_unit_test(signatures_can_be_folded),          cmocka_unit_test(paper_is_the_country_s),
        cmocka_unit_test(holes_are_margins),
    };
    return cmocka_run_group_tests_name("imposition", tests, NULL, NULL);
}
