"""Fills in a form with poppler: python3 filled_poppler.py FROM.pdf TO.pdf LETTERS, as filled_mutool.js does. Exit code 77: there is
no poppler for Python."""
import os
import sys

try:
    import gi
    gi.require_version("Poppler", "0.18")
    from gi.repository import Poppler
except (ImportError, ValueError):
    print("skipped: there is no python3-gi with gir1.2-poppler-0.18 on this machine")
    sys.exit(77)


def fill(field, width, typed):
    if field.get_field_type() == Poppler.FormFieldType.TEXT:
        field.text_set_text(typed or ("Łódź, žluťoučký kůň" if width > 120 else "Łódź gy" if width > 50 else "12"))
    else:
        field.button_set_state(True)


def main():
    source, target, typed = sys.argv[1:]
    document = Poppler.Document.new_from_file("file://" + os.path.abspath(source), None)
    count = 0
    for number in range(document.get_n_pages()):
        page = document.get_page(number)
        for mapping in page.get_form_field_mapping():
            fill(mapping.field, mapping.area.x2 - mapping.area.x1, typed)
            count += 1
    document.save("file://" + os.path.abspath(target))
    print(count)


main()
