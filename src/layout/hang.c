#include "layout/hang.h"

double hang_right(gunichar c)
{
    switch (c) {
    case '.': case ',': case '-': case 0x2010: case 0x2019: case 0x201D: case 0x2018: case 0x201C:
        return 0.6;
    case ';': case ':': case 0x2013:
        return 0.3;
    case '!': case '?': case ')': case 0x2014:
        return 0.15;
    default:
        return 0;
    }
}

double hang_left(gunichar c)
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
