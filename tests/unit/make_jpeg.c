/* make_jpeg WIDTH HEIGHT KIND QUALITY: a JPEG for the tests, on standard output. KIND is rgb, grey,
 * progressive, inks, or noise (whose bytes nothing makes fewer). The picture: red at the left, blue at the
 * right, a white frame, and black in its upper left corner, so that a test sees which way it stands. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <turbojpeg.h>

static void paint(unsigned char *pixel, int channels, double x, double y)
{
    unsigned char rgb[3] = {(unsigned char)(255 * (1 - x)), 40, (unsigned char)(255 * x)};
    if (x < 0.05 || x > 0.95 || y < 0.05 || y > 0.95)
        memset(rgb, 255, sizeof rgb);
    if (x < 0.25 && y < 0.25)
        memset(rgb, 0, sizeof rgb);
    for (int c = 0; c < 3; c++)
        pixel[c] = rgb[c]; /* inks are written as Photoshop does: 255 is none */
    if (channels == 4)
        pixel[3] = 255;
}

int main(int count, char **arguments)
{
    if (count != 5)
        return 2;
    const int width = atoi(arguments[1]), height = atoi(arguments[2]);
    const char *kind = arguments[3];
    const int channels = strcmp(kind, "inks") == 0 ? 4 : 3;
    unsigned char *pixels = malloc((size_t)width * (size_t)height * (size_t)channels);
    unsigned state = 1;
    for (int y = 0; pixels && y < height; y++)
        for (int x = 0; x < width; x++) {
            unsigned char *pixel = pixels + ((size_t)y * (size_t)width + (size_t)x) * (size_t)channels;
            paint(pixel, channels, (double)x / width, (double)y / height);
            for (int c = 0; strcmp(kind, "noise") == 0 && c < channels; c++)
                pixel[c] = (unsigned char)((state = state * 1664525u + 1013904223u) >> 24);
        }
    tjhandle turbo = tjInitCompress();
    unsigned char *file = NULL;
    unsigned long length = 0;
    const int sampling = strcmp(kind, "grey") == 0 ? TJSAMP_GRAY : TJSAMP_444;
    const int flags = strcmp(kind, "progressive") == 0 ? TJFLAG_PROGRESSIVE : 0;
    if (!pixels || !turbo ||
        tjCompress2(turbo, pixels, width, 0, height, channels == 4 ? TJPF_CMYK : TJPF_RGB, &file, &length,
                    sampling, atoi(arguments[4]), flags) != 0)
        return 1;
    const int written = fwrite(file, 1, length, stdout) == length;
    tjFree(file);
    tjDestroy(turbo);
    free(pixels);
    return !written;
}
