"""Glyph names of Latin text, and the characters that they stand for.

The first 229 strings of CFF (5176, appendix A) with their characters; they are what fonts with Adobe's standard Latin
character set have, and all of WinAnsiEncoding and MacRomanEncoding that text needs, but for the euro.
"""
import re

_ASCII = """space exclam quotedbl numbersign dollar percent ampersand quoteright parenleft parenright asterisk plus comma
hyphen period slash zero one two three four five six seven eight nine colon semicolon less equal greater question at
A B C D E F G H I J K L M N O P Q R S T U V W X Y Z bracketleft backslash bracketright asciicircum underscore quoteleft
a b c d e f g h i j k l m n o p q r s t u v w x y z braceleft bar braceright asciitilde""".split()
_STANDARD = """exclamdown cent sterling fraction yen florin section currency quotesingle quotedblleft guillemotleft
guilsinglleft guilsinglright fi fl endash dagger daggerdbl periodcentered paragraph bullet quotesinglbase quotedblbase
quotedblright guillemotright ellipsis perthousand questiondown grave acute circumflex tilde macron breve dotaccent
dieresis ring cedilla hungarumlaut ogonek caron emdash AE ordfeminine Lslash Oslash OE ordmasculine ae dotlessi lslash
oslash oe germandbls""".split()
_LATIN = """onesuperior logicalnot mu trademark Eth onehalf plusminus Thorn onequarter divide brokenbar degree thorn
threequarters twosuperior registered minus eth multiply threesuperior copyright Aacute Acircumflex Adieresis Agrave
Aring Atilde Ccedilla Eacute Ecircumflex Edieresis Egrave Iacute Icircumflex Idieresis Igrave Ntilde Oacute Ocircumflex
Odieresis Ograve Otilde Scaron Uacute Ucircumflex Udieresis Ugrave Yacute Ydieresis Zcaron aacute acircumflex adieresis
agrave aring atilde ccedilla eacute ecircumflex edieresis egrave iacute icircumflex idieresis igrave ntilde oacute
ocircumflex odieresis ograve otilde scaron uacute ucircumflex udieresis ugrave yacute ydieresis zcaron""".split()

STRINGS = [".notdef"] + _ASCII + _STANDARD + _LATIN
_CHARACTERS = ("".join(chr(code) for code in range(32, 127)).replace("'", "’").replace("`", "‘") +
               "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ–†‡·¶•‚„”»…‰¿`´ˆ˜¯˘˙¨˚¸˝˛ˇ—ÆªŁØŒºæıłøœß"
               "¹¬µ™Ð½±Þ¼÷¦°þ¾²®−ð×³©ÁÂÄÀÅÃÇÉÊËÈÍÎÏÌÑÓÔÖÒÕŠÚÛÜÙÝŸŽáâäàåãçéêëèíîïìñóôöòõšúûüùýÿž")
CHARACTERS = dict(zip(STRINGS[1:], _CHARACTERS)) | {"Euro": "€", "nbspace": "\u00a0", "sfthyphen": "\u00ad"}
NAMES = {character: name for name, character in CHARACTERS.items()} | {"\u00a0": "space", "\u00ad": "hyphen"}

# ISO 32000-1, annex D: code: character. Unused codes of WinAnsiEncoding are bullets.
ENCODINGS = {"/WinAnsiEncoding": {code: bytes([code]).decode("cp1252", "replace").replace("\ufffd", "•") for code in range(32, 256)},
             "/MacRomanEncoding": {code: bytes([code]).decode("mac_roman") for code in range(32, 256)}}


def character(name):
    """The text that a glyph name stands for; None if the name says nothing (Adobe Glyph List, section 2)."""
    name = name.split(".")[0]
    if name in CHARACTERS:
        return CHARACTERS[name]
    m = re.fullmatch(r"uni((?:[0-9A-F]{4})+)|u([0-9A-F]{4,6})", name)
    if m is None:
        return None
    return "".join(chr(int(m[1][i:i + 4], 16)) for i in range(0, len(m[1]), 4)) if m[1] else chr(int(m[2], 16))
