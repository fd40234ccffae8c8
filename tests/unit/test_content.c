#include "unit.h"

#include "pdf/content.h"

static struct content open_text(const char *text)
{
    return content_open((struct bytes){text, strlen(text)});
}

static void assert_bytes(struct bytes bytes, const char *text)
{
    assert_int_equal(bytes.length, strlen(text));
    assert_memory_equal(bytes.data, text, bytes.length);
}

/* The only operator of a stream. */
static struct content_operator only(const char *text)
{
    struct content content = open_text(text);
    struct content_operator operator, next;
    assert_true(content_next(&content, &operator));
    assert_false(content_next(&content, &next));
    assert_false(content.broken);
    return operator;
}

static void operators_come_with_their_operands(void **state)
{
    (void)state;
    struct content content = open_text("q 1 0 0 -1 0 720 cm% turned (over\n/Span<</MCID 3/ActualText(a)>>BDC\r[(W)80(e)]TJ EMC Q\n");
    static const struct {
        const char *name, *whole;
        size_t count;
    } expected[] = {
        {"q", "q", 0},     {"cm", "1 0 0 -1 0 720 cm", 6}, {"BDC", "/Span<</MCID 3/ActualText(a)>>BDC", 2},
        {"TJ", "[(W)80(e)]TJ", 1}, {"EMC", "EMC", 0},      {"Q", "Q", 0},
    };
    struct content_operator operator;
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        assert_true(content_next(&content, &operator));
        assert_bytes(operator.name, expected[i].name);
        assert_bytes(operator.whole, expected[i].whole);
        assert_int_equal(operator.count, expected[i].count);
        assert_true(content_is(&operator, expected[i].name));
    }
    assert_false(content_next(&content, &operator));
    assert_false(content.broken);
}

static void strings_hold_what_looks_like_operators(void **state)
{
    (void)state;
    assert_bytes(only("(a (nested) Tj \\) \\( \\\\) Tj").operands, "(a (nested) Tj \\) \\( \\\\)");
    assert_bytes(only("<28 29> Tj").operands, "<28 29>");
    assert_bytes(only("(% no comment\n) '").operands, "(% no comment\n)");
    assert_bytes(only("/a#20Tj gs").operands, "/a#20Tj");
    assert_int_equal(only("<< /A [ << /B (>>) >> ] /C <3e> >> foo").count, 1);
    assert_int_equal(only("true false null -.5 +1 foo").count, 5);
    assert_bytes(only("1 2 (x) \"").name, "\"");
    assert_bytes(only("f*").name, "f*");
}

static void an_inline_image_is_one_operator(void **state)
{
    (void)state;
    const char text[] = "q BI /W 2 /H 4 /CS /G ID \x01 EI \x02\xff" "EI)\nEI Q";
    struct content content = content_open((struct bytes){text, sizeof text - 1});
    struct content_operator operator;
    assert_true(content_next(&content, &operator));
    assert_true(content_next(&content, &operator));
    assert_true(content_is(&operator, "EI"));
    assert_int_equal(operator.count, 6);
    assert_bytes(operator.operands, " /W 2 /H 4 /CS /G");
    assert_bytes(operator.data, "\x01 EI \x02\xff" "EI)");
    assert_memory_equal(operator.whole.data, "BI", 2);
    assert_true(content_next(&content, &operator));
    assert_bytes(operator.whole, "Q");
}

static void operands_are_taken_one_by_one(void **state)
{
    (void)state;
    const struct content_operator operator = only("/Span << /MCID 4 >> BDC");
    struct bytes left = operator.operands, operand;
    assert_true(content_take(&left, &operand));
    assert_bytes(operand, "/Span");
    assert_true(content_take(&left, &operand));
    assert_bytes(operand, "<< /MCID 4 >>");
    assert_false(content_take(&left, &operand));
    double numbers[4];
    const struct content_operator colour = only("0.54902 .25 -1 rg");
    assert_int_equal(content_numbers(&colour, numbers, 4), 3);
    assert_float_equal(numbers[0], 0.54902, 1e-9);
    assert_float_equal(numbers[2], -1, 1e-9);
    const struct content_operator pattern = only("0.5 /x5 scn");
    assert_int_equal(content_numbers(&pattern, numbers, 4), 1);
}

static void what_marks_the_page_is_known(void **state)
{
    (void)state;
    static const char *const painting[] = {"S",  "s",  "f",  "F", "f*", "B",  "B*", "b",
                                           "b*", "Do", "Tj", "TJ", "'", "\"", "sh", "BI ID x EI"};
    static const char *const others[] = {"n", "W", "re", "q", "BT", "Tf", "BDC", "SCN", "gs", "d0", "T*", "b**"};
    for (size_t i = 0; i < sizeof painting / sizeof *painting; i++) {
        const struct content_operator operator = only(painting[i]);
        assert_true(content_paints(&operator));
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        const struct content_operator operator = only(others[i]);
        assert_false(content_paints(&operator));
    }
}

static void broken_streams_are_said_to_be(void **state)
{
    (void)state;
    static const char *const broken[] = {"(open Tj", "<28", "[1 2 TJ", "<< /A 1 BDC", "] TJ", "1 2", "BI /W 1 ID x", ") Tj", "{ q }"};
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        struct content content = open_text(broken[i]);
        struct content_operator operator;
        while (content_next(&content, &operator))
            ;
        assert_true(content.broken);
    }
    static const char *const whole[] = {"", " \n", "% only a comment", "q Q"};
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++) {
        struct content content = open_text(whole[i]);
        struct content_operator operator;
        while (content_next(&content, &operator))
            ;
        assert_false(content.broken);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(operators_come_with_their_operands), cmocka_unit_test(strings_hold_what_looks_like_operators),
        cmocka_unit_test(an_inline_image_is_one_operator),    cmocka_unit_test(operands_are_taken_one_by_one),
        cmocka_unit_test(what_marks_the_page_is_known),       cmocka_unit_test(broken_streams_are_said_to_be),
    };
    return cmocka_run_group_tests_name("content", tests, NULL, NULL);
}
