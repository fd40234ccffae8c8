#include "unit.h"

#include "cover/ean.h"
#include "cover/wrap.h"

/* ---- EAN-13 ---- */

static char *modules_of(const char *digits)
{
    bool dark[EAN_MODULES];
    ean_modules(digits, dark);
    GString *text = g_string_new(NULL);
    for (int i = 0; i < EAN_MODULES; i++)
        g_string_append_c(text, dark[i] ? '1' : '0');
    return g_string_free(text, FALSE);
}

/* The example that textbooks give. */
static void a_known_symbol(void **state)
{
    (void)state;
    char *modules = modules_of("5901234123457");
    assert_string_equal(modules, "101"
                                 "0001011" "0100111" "0110011" "0010011" "0111101" "0011101"
                                 "01010"
                                 "1100110" "1101100" "1000010" "1011100" "1001110" "1000100"
                                 "101");
    g_free(modules);
}

/* ISO/IEC 15420, tables 1 and 2, written out. */
static const char *const set_a[] = {"0001101", "0011001", "0010011", "0111101", "0100011",
                                    "0110001", "0101111", "0111011", "0110111", "0001011"};
static const char *const set_b[] = {"0100111", "0110011", "0011011", "0100001", "0011101",
                                    "0111001", "0000101", "0010001", "0001001", "0010111"};
static const char *const set_c[] = {"1110010", "1100110", "1101100", "1000010", "1011100",
                                    "1001110", "1010000", "1000100", "1001000", "1110100"};
static const char *const sets[] = {"AAAAAA", "AABABB", "AABBAB", "AABBBA", "ABAABB",
                                   "ABBAAB", "ABBBAA", "ABABAB", "ABABBA", "ABBABA"};

static void every_digit_in_every_place(void **state)
{
    (void)state;
    for (int first = 0; first < 10; first++)
        for (int shift = 0; shift < 10; shift++) {
            char digits[14] = {(char)('0' + first)};
            GString *wanted = g_string_new("101");
            for (int i = 1; i <= 12; i++) {
                const int digit = (i * 3 + shift) % 10;
                digits[i] = (char)('0' + digit);
                g_string_append(wanted, i > 6 ? set_c[digit] : sets[first][i - 1] == 'A' ? set_a[digit] : set_b[digit]);
                if (i == 6)
                    g_string_append(wanted, "01010");
            }
            g_string_append(wanted, "101");
            char *modules = modules_of(digits);
            assert_string_equal(modules, wanted->str);
            g_free(modules);
            g_string_free(wanted, TRUE);
        }
}

static void guards_are_where_no_digit_is(void **state)
{
    (void)state;
    for (int i = 0; i < EAN_MODULES; i++)
        assert_int_equal(ean_is_guard(i), i <= 2 || (i >= 45 && i <= 49) || i >= 92);
}

/* ---- sizes ---- */

static void assert_near(double found, double wanted)
{
    if (!(found > wanted - 0.001 && found < wanted + 0.001))
        fail_msg("%f instead of %f", found, wanted);
}

static void spines_by_paper(void **state)
{
    (void)state;
    assert_near(wrap_spine(252, PAPER_WHITE), 40.8603); /* 252 x 0.002252 in */
    assert_near(wrap_spine(251, PAPER_WHITE), 40.8603); /* a leaf has two pages */
    assert_near(wrap_spine(100, PAPER_CREAM), 18);
    assert_near(wrap_spine(100, PAPER_COLOR), 16.2144);
    assert_near(wrap_spine(100, PAPER_PREMIUM_COLOR), 16.8984);
    assert_false(wrap_spine_takes_text(78));
    assert_true(wrap_spine_takes_text(79));
}

static void a_wrap(void **state)
{
    (void)state;
    const struct wrap wrap = wrap_measure(576, 720, 40);
    assert_near(wrap_bleed, 9);
    assert_near(wrap.width, 576 + 576 + 40 + 18); /* 2 W + spine + 0.25 in */
    assert_near(wrap.height, 720 + 18);           /* H + 0.25 in */
    assert_near(wrap.back.x, 9);
    assert_near(wrap.spine.x, 585);
    assert_near(wrap.spine.width, 40);
    assert_near(wrap.front.x, 625);
    assert_near(wrap.front.x + wrap.front.width, wrap.width - 9);
    assert_near(wrap.front.y + wrap.front.height, wrap.height - 9);
    assert_near(wrap.barcode.width, 144);
    assert_near(wrap.barcode.height, 86.4);
    assert_near(wrap.barcode.x + wrap.barcode.width, 585 - 18);
    assert_near(wrap.barcode.y + wrap.barcode.height, 729 - 18);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_known_symbol),  cmocka_unit_test(every_digit_in_every_place),
        cmocka_unit_test(guards_are_where_no_digit_is), cmocka_unit_test(spines_by_paper),
        cmocka_unit_test(a_wrap),
    };
    return cmocka_run_group_tests_name("cover", tests, NULL, NULL);
}
