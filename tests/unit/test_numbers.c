#include "unit.h"

#include "cli/numbers.h"

enum { MOST = 12 };

/* The numbers that a list names, "2 4 5"; or what is bad of it, "? 12-8". Freed with g_free. */
static char *read_list(const char *list, int most)
{
    bool wanted[MOST + 1] = {false};
    char *bad = NULL;
    if (!numbers_read(list, most, wanted, &bad)) {
        char *said = g_strdup_printf("? %s", bad);
        g_free(bad);
        return said;
    }
    assert_null(bad);
    assert_false(wanted[0]);
    GString *named = g_string_new(NULL);
    for (int number = 1; number <= MOST; number++)
        if (wanted[number])
            g_string_append_printf(named, "%s%d", named->len ? " " : "", number);
    return g_string_free(named, FALSE);
}

static void check(const char *list, const char *wanted)
{
    char *found = read_list(list, MOST);
    assert_string_equal(found, wanted);
    g_free(found);
}

static void numbers_and_ranges_are_read(void **state)
{
    (void)state;
    check("4", "4");
    check("4,8-12", "4 8 9 10 11 12");
    check("1-12", "1 2 3 4 5 6 7 8 9 10 11 12");
    check("5-5", "5");
    check("9,2,2,1-3", "1 2 3 9");
    check(" 4 , 8-9 ", "4 8 9");
}

static void what_is_no_number_is_named(void **state)
{
    (void)state;
    static const char *const bad[] = {"0",     "13",  "99999999999999999999",
                                      "12-8",  "0-3", "8-13",
                                      "x",     "4x",  "4-",
                                      "-4",    "-",   "4--5",
                                      "4-5-6", "+4",  "4.5",
                                      "8 - 9", "0x4", "4\u20138"};
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
        char *list = g_strdup_printf("1, %s ,2", bad[i]), *said = g_strdup_printf("? %s", bad[i]);
        check(list, said);
        check(bad[i], said);
        g_free(list);
        g_free(said);
    }
    check("", "? ");
    check("4,", "? ");
    check(",4", "? ");
    check("4,,5", "? ");
}

static void without_numbers_none_is_one(void **state)
{
    (void)state;
    char *said = read_list("1", 0);
    assert_string_equal(said, "? 1");
    g_free(said);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_and_ranges_are_read),
        cmocka_unit_test(what_is_no_number_is_named),
        cmocka_unit_test(without_numbers_none_is_one),
    };
    return cmocka_run_group_tests_name("numbers", tests, NULL, NULL);
}
