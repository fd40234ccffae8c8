/* radar: a wheel of scales. Labels stand upright outside the rim, each with a small blank for its
 * number; the wheel gives way until they have room. */
#include <glib.h>
#include <math.h>

#include "layout/elements/kit.h"

static const double LEAST_MM = 70, RIM_GAP = 7, LABEL_WIDTH = 76, LEAST_LABEL = 44, MOST_MIDDLE = 130;
static const double BLANK_WIDTH = 24, BLANK_HEIGHT = 15, BLANK_GAP = 2, LABEL_SPACE = 4, MIDDLE_GAP = 20;

enum side { SIDE_LEFT, SIDE_MIDDLE, SIDE_RIGHT };

struct label {
    const struct block *item;
    const struct setting *words;
    enum side side;
    double angle; /* of its spoke, clockwise from the top */
    double width;
    double top, height; /* from the wheel's centre, down */
    double rim; /* how far from the centre's upright it begins: outside the wheel all along its height */
};

struct wheel {
    int rings;
    bool numbered;
    double radius, label_width, middle_width; /* middle: of the labels at the top and the bottom */
    size_t count;
    struct label *labels;
    double above, below; /* how far it reaches from the centre, labels included */
};

static enum side side_of(double angle)
{
    const double across = sin(angle);
    return fabs(across) < 0.1 ? SIDE_MIDDLE : across < 0 ? SIDE_LEFT : SIDE_RIGHT;
}

/* Moves labels of one side apart where they would touch, from the top down. */
static void labels_part(struct wheel *wheel, enum side side)
{
    const struct label *before = NULL;
    for (size_t i = 0; i < wheel->count; i++) {
        /* Spokes run clockwise: down the right, up the left. */
        struct label *label = &wheel->labels[side == SIDE_LEFT ? wheel->count - 1 - i : i];
        if (label->side != side)
            continue;
        if (before && label->top < before->top + before->height + LABEL_SPACE)
            label->top = before->top + before->height + LABEL_SPACE;
        before = label;
    }
}

static void label_clear(const struct wheel *wheel, struct label *label)
{
    const double top = label->top, bottom = top + label->height, outer = wheel->radius + RIM_GAP / 2;
    const double nearest = top < 0 && bottom > 0 ? 0 : MIN(fabs(top), fabs(bottom));
    const double chord = nearest < outer ? sqrt(outer * outer - nearest * nearest) + RIM_GAP / 2 : 0;
    const double across = sin(label->angle) * (wheel->radius + RIM_GAP);
    label->rim = label->side == SIDE_LEFT    ? MIN(across, -chord)
                 : label->side == SIDE_RIGHT ? MAX(across, chord)
                                             : 0;
}

static void labels_place(struct setter *setter, struct wheel *wheel)
{
    wheel->above = wheel->below = wheel->radius;
    for (size_t i = 0; i < wheel->count; i++) {
        struct label *label = &wheel->labels[i];
        const enum align align = label->side == SIDE_LEFT    ? ALIGN_RIGHT
                                 : label->side == SIDE_RIGHT ? ALIGN_LEFT
                                                             : ALIGN_CENTER;
        label->width = label->side == SIDE_MIDDLE ? wheel->middle_width : wheel->label_width;
        label->words = set_spans(setter, item_spans(label->item), ROLE_HELP, label->width, align);
        label->height = setting_height(label->words) + BLANK_GAP + BLANK_HEIGHT;
        const double rim = -cos(label->angle) * (wheel->radius + RIM_GAP);
        /* From wholly above the rim at the top to wholly below it at the bottom. */
        const double lift = label->side == SIDE_MIDDLE ? (rim < 0 ? 1 : 0) : 0.5 + 0.5 * cos(label->angle);
        label->top = rim - label->height * lift;
    }
    labels_part(wheel, SIDE_LEFT);
    labels_part(wheel, SIDE_RIGHT);
    for (size_t i = 0; i < wheel->count; i++) {
        label_clear(wheel, &wheel->labels[i]);
        wheel->above = MAX(wheel->above, -wheel->labels[i].top);
        wheel->below = MAX(wheel->below, wheel->labels[i].top + wheel->labels[i].height);
    }
}

/* The wheel of a radius, with what is left at its sides for the labels. */
static struct wheel wheel_make(struct setter *setter, const struct block *block, double width,
                               double diameter)
{
    struct wheel wheel = {.rings = element_integer(block->element, "rings"), .count = block_items_count(block)};
    wheel.rings = MAX(wheel.rings, 1);
    wheel.numbered = element_flag(block->element, "numbers");
    wheel.labels = ARENA_ARRAY(setter->arena, struct label, wheel.count);
    double widest = LEAST_LABEL;
    size_t i = 0;
    for (const struct block *item = block_items(block); item; item = item->next, i++) {
        struct label *label = &wheel.labels[i];
        label->item = item;
        label->angle = 2 * G_PI * (double)i / (double)wheel.count;
        label->side = side_of(label->angle);
        widest = MAX(widest, widest_word(setter, spans_text(setter->arena, item_spans(item)), ROLE_HELP) + 1);
    }
    /* Names of one long word make the wheel smaller, but not below its least: then they are divided. */
    const double beside = width / 2 - RIM_GAP,
                 least = MAX(MIN(LEAST_MM * MM / 2, beside - LEAST_LABEL), width / 6);
    wheel.radius = MIN(diameter / 2, MAX(beside - widest, least));
    wheel.label_width = MIN(width / 2 - wheel.radius - RIM_GAP, MAX(LABEL_WIDTH, widest));
    /* Between the labels of the spokes beside them. */
    const double between =
        2 * (wheel.radius + RIM_GAP) * sin(2 * G_PI / (double)MAX(wheel.count, 4)) - MIDDLE_GAP;
    wheel.middle_width = MIN(between, MAX(MOST_MIDDLE, widest));
    labels_place(setter, &wheel);
    return wheel;
}

static double wheel_height(const struct wheel *wheel)
{
    return wheel->above + wheel->below + 2;
}

struct extent radar_measure(struct setter *setter, const struct block *block, double width)
{
    const double wanted = element_number(block->element, "diameter") * MM;
    const struct wheel least = wheel_make(setter, block, width, MIN(wanted, LEAST_MM * MM));
    const struct wheel natural = wheel_make(setter, block, width, wanted);
    return extent_make(setter, block, width, wheel_height(&least), wheel_height(&natural), false);
}

static void web_draw(const struct canvas *on, const struct wheel *wheel, double x, double y)
{
    struct setter *setter = on->setter;
    const struct colour guide = draw_guide(setter->style), ink = draw_ink(setter->style);
    for (int ring = 1; ring < wheel->rings; ring++)
        draw_circle(on, x, y, wheel->radius * ring / wheel->rings, draw_weight, guide, false);
    for (size_t i = 0; i < wheel->count; i++) {
        const double angle = wheel->labels[i].angle;
        draw_line(on, x, y, x + sin(angle) * wheel->radius, y - cos(angle) * wheel->radius, draw_weight,
                  setter->style->rule);
    }
    draw_circle(on, x, y, wheel->radius, draw_weight, ink, false);
    draw_disc(on, x, y, 1.5, ink);
    /* Numbers stand on the first spoke, each on a white ground so that no line crosses it. With ten rings
     * every other. */
    const int every = wheel->rings > 5 ? 2 : 1;
    if (!wheel->numbered)
        return;
    for (int ring = every; ring < wheel->rings; ring += every) {
        const struct setting *set =
            set_text(setter, arena_printf(setter->arena, "%d", ring), ROLE_HELP, 20, ALIGN_CENTER);
        const double at = y - wheel->radius * ring / wheel->rings;
        page_add(setter->arena, on->page,
                 (struct item){.kind = ITEM_BOX,
                               .x = x - 5,
                               .y = at - 5,
                               .width = 10,
                               .height = 10,
                               .radius = 5,
                               .filled = true,
                               .fill = {1, 1, 1}});
        paint_centred(on, set, x - 10, at);
    }
}

static void label_draw(struct blanks *blanks, const struct wheel *wheel, const struct label *label, double x,
                       double y)
{
    const struct canvas *on = blanks->on;
    struct setter *setter = on->setter;
    const double rim = x + label->rim;
    const double part = label->side == SIDE_LEFT ? 1 : label->side == SIDE_RIGHT ? 0 : 0.5;
    const double top = y + label->top;
    setting_paint(setter, on->page, label->words, rim - part * label->width, top);
    const struct area blank = {rim - part * BLANK_WIDTH, top + label->height - BLANK_HEIGHT, BLANK_WIDTH,
                               BLANK_HEIGHT};
    draw_frame(on, blank);
    const char *words = spans_text(setter->arena, item_spans(label->item));
    const char *said = arena_printf(setter->arena, "%s (0\xE2\x80\x93%d)", words, wheel->rings);
    blank_next(blanks, FIELD_NUMBER, blank, said);
}

/* The largest wheel, up to the wanted one, whose height fits: heights grow with the diameter. */
static struct wheel wheel_fit(struct setter *setter, const struct block *block, double width, double height)
{
    const double wanted = element_number(block->element, "diameter") * MM;
    struct wheel wheel = wheel_make(setter, block, width, wanted);
    double diameter = wanted;
    for (int i = 0; i < 8 && wheel_height(&wheel) > height && diameter > LEAST_MM * MM; i++) {
        diameter = MAX(diameter - (wheel_height(&wheel) - height), LEAST_MM * MM);
        wheel = wheel_make(setter, block, width, diameter);
    }
    return wheel;
}

void radar_draw(const struct canvas *canvas, const struct block *block)
{
    const struct canvas below = prompt_draw(canvas, block);
    const struct wheel wheel = wheel_fit(canvas->setter, block, canvas->width, below.height);
    const double x = below.x + below.width / 2;
    const double y = below.y + (below.height - wheel_height(&wheel)) / 2 + wheel.above + 1;
    web_draw(canvas, &wheel, x, y);
    struct blanks blanks = {canvas, block, 0};
    for (size_t i = 0; i < wheel.count; i++)
        label_draw(&blanks, &wheel, &wheel.labels[i], x, y);
}
