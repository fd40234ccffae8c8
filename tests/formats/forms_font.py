"""The font that a reader types in: embedded, with all the Latin letters of its file, and their widths."""
import glob
import os
import re

import ua_fonts
import ua_pdf
import ua_programs

# Pangrams and alphabets: Polish, Czech, Turkish, Vietnamese, Icelandic, Hungarian, Romanian, Latvian.
TEXTS = ["Pchnąć w tę łódź jeża lub ośm skrzyń fig. ĄĆĘŁŃÓŚŹŻ", "Příliš žluťoučký kůň úpěl ďábelské ódy. ÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ",
         "Pijamalı hasta yağız şoföre çabucak güvendi. ÇĞIİÖŞÜ",
         "Do bạch kim rất quý nên sẽ dùng để lắp vô xương. ẦẨẪẤẬẰẲẴẮẶỀỂỄẾỆỒỔỖỐỘỜỞỠỚỢỪỬỮỨỰỲỶỸÝỴĐđ",
         "Kæmi ný öxi hér, ykist þjófum nú bæði víl og ádrepa. ÁÐÉÍÓÚÝÞÆÖ", "Árvíztűrő tükörfúrógép. ÁÉÍÓÖŐÚÜŰ",
         "Muzicologă în bej vând whisky și tequila, preț fix. ĂÂÎȘȚ", "Glāžšķūņa rūķīši dzērumā čiepj Baha koncertflīģeļu vākus. ĀČĒĢĪĶĻŅŠŪŽ",
         "“”‘’„‚–—…€£ 0123456789"]
BLOCKS = [*range(0x20, 0x7F), *range(0xA0, 0x250)]  # Basic Latin, Latin-1, Extended-A, Extended-B
SHARED = "\xa0\xad"  # may be drawn by the glyph of the space, of the hyphen: one glyph has one character
SYMBOLS = ("/Wingdings", "/Wingdings2", "/Wingdings3", "/Webdings")  # see FORM_FONT in src/pdf/forms.c
FONT_FILES = ("/FontFile2", "/FontFile3")


def whole_file(fonts, name):
    """The font file of that PostScript name, whole: (program, character -> glyph)."""
    paths = glob.glob(os.path.join(fonts, "*", glob.escape(name) + ".[ot]tf"))
    if not paths:
        return None, {}
    with open(paths[0], "rb") as file:
        program = ua_programs.read(file.read(), "/FontFile2")
    return program, {code: glyph for key in sorted(program.cmaps) if key[0] in (0, 3) for code, glyph in program.cmaps[key].items()}


def check(document, fonts, report):
    resources = document.dict(document.catalog, "/AcroForm", "/DR", "/Font")
    used = {match[1] for _, thing in document.everything()
            if (match := re.match(r"u:(/\S+) ", str(thing.get("/DA", ""))))}
    for name in sorted(used):
        if name not in resources:
            report("font", f"{name} is typed in, and is not among the form's resources")
            continue
        if name not in SYMBOLS:
            report("font", f"Chromium would not type Latin beyond Latin-1 in a font that is called {name}")
        font = ua_fonts.Font(document, resources[name])
        if font.key not in FONT_FILES or font.program is None or font.to_unicode is None or font.encoding != "/Identity-H":
            report("font", f"{name} is not embedded with its characters")
            continue
        _check_letters(font, *whole_file(fonts, font.name.split("+")[-1].removesuffix("-Identity-H")), report)


def _check_letters(font, whole, glyphs, report):
    if not whole:
        report("font", f"no file of {font.name}")
        return
    codes = {text: code for code, text in font.to_unicode.texts.items()}
    wanted = {chr(code) for code in BLOCKS if code in glyphs and chr(code) not in SHARED} | set("".join(TEXTS))
    if missing := sorted(wanted - codes.keys()):
        report("font", f"{font.name} lacks {''.join(missing)!r}")
    for text, code in codes.items():
        glyph = font.glyph(code)
        if not glyph or abs(font.width(code) - font.program.widths.get(glyph, -1)) > 1 or \
                abs(font.width(code) - whole.widths[glyphs[ord(text)]]) > 1:
            report("font", f"{font.name}: {text!r} is {font.width(code)} wide")
            break
