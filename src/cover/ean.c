#include "cover/ean.h"

/* Number set A, a bit a module, the leftmost highest: a digit of the left half with odd parity. Set C, of the right
 * half, is its complement; set B, even parity on the left, is C read backwards. */
static const unsigned set_a[10] = {0x0D, 0x19, 0x13, 0x3D, 0x23, 0x31, 0x2F, 0x3B, 0x37, 0x0B};

/* The first digit has no bars: it is told by which of the six after it are of set B (the leftmost highest). */
static const unsigned first_digit[10] = {0x00, 0x0B, 0x0D, 0x0E, 0x13, 0x19, 0x1C, 0x15, 0x16, 0x1A};

static bool *put(bool *at, unsigned pattern, int modules)
{
    for (int i = modules - 1; i >= 0; i--)
        *at++ = pattern >> i & 1;
    return at;
}

static unsigned complement(unsigned pattern)
{
    return ~pattern & 0x7F;
}

static unsigned backwards(unsigned pattern)
{
    unsigned turned = 0;
    for (int i = 0; i < EAN_DIGIT; i++)
        turned = turned << 1 | (pattern >> i & 1);
    return turned;
}

void ean_modules(const char *digits, bool dark[EAN_MODULES])
{
    const unsigned parity = first_digit[digits[0] - '0'];
    bool *at = put(dark, 0x5, EAN_GUARD);
    for (int i = 1; i <= 6; i++) {
        const unsigned a = set_a[digits[i] - '0'];
        at = put(at, parity >> (6 - i) & 1 ? backwards(complement(a)) : a, EAN_DIGIT);
    }
    at = put(at, 0x0A, EAN_MIDDLE);
    for (int i = 7; i <= 12; i++)
        at = put(at, complement(set_a[digits[i] - '0']), EAN_DIGIT);
    put(at, 0x5, EAN_GUARD);
}

bool ean_is_guard(int module)
{
    return module < EAN_GUARD || (module >= EAN_HALF && module < EAN_HALF + EAN_MIDDLE) ||
           module >= EAN_MODULES - EAN_GUARD;
}
