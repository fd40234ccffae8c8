#include "layout/hang.h"

double hang_end(gunichar c)
{
    switch (c) {
    case '.': case ',': case '-': case 0x2010: case 0x2019: case 0x201D: case 0x2018: case 0x201C:
    case 0x060C: case 0x06D4: case 0x05BE: /* Arabic comma and full stop, Hebrew hyphen */
        return 0.6;
    case ';': case ':': case 0x2013: case 0x061B: case 0x05C3: /* Arabic semicolon, Hebrew end of a verse */
        return 0.3;
    case '!': case '?': case ')': case 0x2014: case 0x061F: /* Arabic question mark */
        return 0.15;
    default:
        return 0;
    }
}

double hang_start(gunichar c)
{
    switch (c) {
    case 0x2018: case 0x201C: case 0x201E: case 0x201A: case 0x2019:
        return 0.6;
    case '(': case '[':
        return 0.1;
    default:
        return 0;
    }
}
