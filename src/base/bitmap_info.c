/* What PNG and JPEG files say of themselves. */
#include <string.h>

#include "base/bitmap_parts.h"

static unsigned number(const unsigned char *bytes, int count, bool big_endian)
{
    unsigned value = 0;
    for (int i = 0; i < count; i++)
        value = value << 8 | bytes[big_endian ? i : count - 1 - i];
    return value;
}

enum bitmap_kind bitmap_kind(struct bytes file)
{
    if (file.length >= 8 && memcmp(file.data, "\x89PNG\r\n\x1A\n", 8) == 0)
        return BITMAP_PNG;
    if (file.length >= 3 && memcmp(file.data, "\xFF\xD8\xFF", 3) == 0)
        return BITMAP_JPEG;
    return BITMAP_NONE;
}

/* ---- PNG (second edition; W3C Recommendation 2003) ---- */

bool png_next(struct bytes file, size_t *at, struct png_part *part)
{
    const unsigned char *data = (const unsigned char *)file.data;
    if (*at > file.length || file.length - *at < 12)
        return false;
    part->length = number(data + *at, 4, true);
    if (part->length > file.length - *at - 12)
        return false;
    part->type = file.data + *at + 4;
    part->data = data + *at + 8;
    *at += part->length + 12;
    return true;
}

static bool is_type(const struct png_part *part, const char *type)
{
    return memcmp(part->type, type, 4) == 0;
}

/* 11.2.2: IHDR is the first; 11.3.2.1: tRNS makes colours see-through. */
static bool png_info(struct bytes file, struct bitmap_info *info, const char **why)
{
    size_t at = 8;
    struct png_part part;
    *why = "its header is damaged";
    if (!png_next(file, &at, &part) || !is_type(&part, "IHDR") || part.length != 13)
        return false;
    const unsigned width = number(part.data, 4, true), height = number(part.data + 4, 4, true);
    if (width > G_MAXINT32 || height > G_MAXINT32)
        return false;
    info->width = (int)width;
    info->height = (int)height;
    info->alpha = part.data[9] & 4;
    while (png_next(file, &at, &part)) {
        if (is_type(&part, "tRNS"))
            info->alpha = true;
        if (is_type(&part, "IEND"))
            return true;
    }
    *why = "the file is cut off";
    return false;
}

/* ---- JPEG (ITU T.81) ---- */

static bool stands_alone(int marker)
{
    return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD9);
}

/* B.1.1.2: markers are FF and a byte that is neither 00, which stands for FF among the data, nor FF. Restart
 * markers (D0 to D7) belong to the data. */
bool jpeg_next(struct bytes file, size_t *at, struct jpeg_segment *segment)
{
    const unsigned char *data = (const unsigned char *)file.data;
    for (size_t i = *at; i + 1 < file.length; i++) {
        const int marker = data[i + 1];
        if (data[i] != 0xFF || marker == 0 || marker == 0xFF || marker == 1 ||
            (marker >= 0xD0 && marker <= 0xD7))
            continue;
        segment->marker = marker;
        segment->length = 0;
        segment->data = data + i + 2;
        *at = i + 2;
        if (stands_alone(marker))
            return true;
        if (i + 4 > file.length)
            return false;
        const size_t length = number(data + i + 2, 2, true);
        if (length < 2 || length > file.length - i - 2)
            return false;
        segment->data = data + i + 4;
        segment->length = length - 2;
        *at = i + 2 + length;
        return true;
    }
    return false;
}

/* Exif 2.32, 4.5: a TIFF header, and the list of tags that it points to. */
const unsigned char *jpeg_orientation(const struct jpeg_segment *segment, bool *big_endian)
{
    enum { HEADER = 6, ENTRY = 12, ORIENTATION = 0x0112, SHORT = 3 };
    if (segment->marker != 0xE1 || segment->length < HEADER + 8 ||
        memcmp(segment->data, "Exif\0\0", HEADER) != 0)
        return NULL;
    const unsigned char *tiff = segment->data + HEADER;
    const size_t length = segment->length - HEADER;
    *big_endian = tiff[0] == 'M';
    const size_t list = number(tiff + 4, 4, *big_endian);
    if (list > length - 2 || (tiff[0] != 'M' && tiff[0] != 'I'))
        return NULL;
    const size_t count = number(tiff + list, 2, *big_endian);
    for (size_t i = 0; i < count && list + 2 + (i + 1) * ENTRY <= length; i++) {
        const unsigned char *entry = tiff + list + 2 + i * ENTRY;
        if (number(entry, 2, *big_endian) == ORIENTATION && number(entry + 2, 2, *big_endian) == SHORT)
            return entry + 8;
    }
    return NULL;
}

/* B.2.2: the frame header, SOF0 to SOF15; C4 (DHT), C8 (JPG) and CC (DAC) are none. */
static bool is_frame(int marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/* A progressive picture is painted over and over, and each scan costs as much as the first. Encoders make a
 * dozen. */
enum { SCANS_AT_MOST = 100 };

static bool jpeg_info(struct bytes file, struct bitmap_info *info, const char **why)
{
    size_t at = 2;
    struct jpeg_segment segment = {0};
    int scans = 0;
    bool big_endian, framed = false;
    *why = "its header is damaged";
    while (jpeg_next(file, &at, &segment) && scans <= SCANS_AT_MOST) {
        scans += segment.marker == 0xDA;
        const unsigned char *orientation = jpeg_orientation(&segment, &big_endian);
        const unsigned turned = orientation ? number(orientation, 2, big_endian) : 1;
        if (turned > 1 && turned <= 8)
            info->orientation = (int)turned;
        if (is_frame(segment.marker) && segment.length >= 6 && !framed) {
            framed = true;
            info->height = (int)number(segment.data + 1, 2, true);
            info->width = (int)number(segment.data + 3, 2, true);
            info->inks = segment.data[5] == 4;
        }
        if (segment.marker == 0xD9)
            break;
    }
    if (!framed)
        return false;
    if (info->orientation > 4) {
        const int width = info->width;
        info->width = info->height;
        info->height = width;
    }
    *why = scans > SCANS_AT_MOST ? "it is a progressive JPEG of more than 100 scans" : "the file is cut off";
    return segment.marker == 0xD9;
}

bool bitmap_info(struct bytes file, struct bitmap_info *info, const char **why)
{
    *info = (struct bitmap_info){.kind = bitmap_kind(file), .orientation = 1};
    if (info->kind == BITMAP_PNG)
        return png_info(file, info, why);
    if (info->kind == BITMAP_JPEG)
        return jpeg_info(file, info, why);
    *why = "it is neither PNG nor JPEG";
    return false;
}
