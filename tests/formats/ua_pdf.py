"""A PDF as qpdf's JSON (version 2) tells it: objects, their texts and their streams.

A name is a string with its slash, a reference a string "12 0 R", a text or byte string one that begins with "u:" or
"b:", a dictionary a dict; a stream is a dict with its decoded bytes in .data. Nothing is copied: who changes a dict
changes the document.
"""
import base64
import json
import os
import re
import subprocess

REFERENCE = re.compile(r"\d+ \d+ R")


class Stream(dict):
    """The dictionary of a stream, and what it holds."""

    def __init__(self, dictionary, data):
        super().__init__(dictionary)
        self.data = data

    def __reduce__(self):
        return Stream, (dict(self), self.data)


def is_reference(thing):
    return isinstance(thing, str) and REFERENCE.fullmatch(thing) is not None


def is_name(thing):
    return isinstance(thing, str) and thing.startswith("/")


def is_number(thing):
    return isinstance(thing, (int, float)) and not isinstance(thing, bool)


def text(thing):
    """What a text string says; "" if it is none (ISO 32000-1, 7.9.2.2)."""
    if not isinstance(thing, str):
        return ""
    if thing.startswith("u:"):
        return thing[2:]
    if not thing.startswith("b:"):
        return ""
    raw = bytes.fromhex(thing[2:])
    return raw[2:].decode("utf-16-be", "replace") if raw.startswith(b"\xfe\xff") else raw.decode("latin-1")


class Document:
    """Objects by their references ("12 0 R"), the trailer, the head of the file."""

    def __init__(self, objects, trailer, version="1.7"):
        self.objects, self.trailer, self.version = objects, trailer, version

    def get(self, thing, *path):
        """What a thing is, its reference followed; then what it has at a path of keys and indexes; None if nothing."""
        thing = self._follow(thing)
        for step in path:
            if isinstance(thing, dict):
                thing = thing.get(step)
            elif isinstance(thing, list) and isinstance(step, int) and step < len(thing):
                thing = thing[step]
            else:
                return None
            thing = self._follow(thing)
        return thing

    def _follow(self, thing):
        for _ in range(9):
            if not is_reference(thing):
                break
            thing = self.objects.get(thing)
        return thing

    def dict(self, thing, *path):
        thing = self.get(thing, *path)
        return thing if isinstance(thing, dict) else {}

    def list(self, thing, *path):
        thing = self.get(thing, *path)
        return thing if isinstance(thing, list) else []

    def text(self, thing, *path):
        return text(self.get(thing, *path))

    @property
    def catalog(self):
        return self.dict(self.trailer.get("/Root"))

    def add(self, thing):
        """A new object; its reference."""
        number = max(int(reference.split()[0]) for reference in self.objects) + 1
        self.objects[f"{number} 0 R"] = thing
        return f"{number} 0 R"

    def pages(self):
        """(reference, page with what it inherits) in their order."""
        found, seen = [], set()

        def walk(reference, inherited):
            node = self.dict(reference)
            if id(node) in seen:
                return
            seen.add(id(node))
            own = {**inherited, **{key: node[key] for key in ("/Resources", "/MediaBox", "/CropBox") if key in node}}
            if "/Kids" in node:
                for kid in self.list(node, "/Kids"):
                    walk(kid, own)
            elif node:
                found.append((reference, {**own, **node}))

        walk(self.catalog.get("/Pages"), {})
        return found

    def everything(self):
        """Every dictionary, also those inside others: (reference of the object, dictionary)."""
        for reference, thing in self.objects.items():
            stack = [thing]
            while stack:
                thing = stack.pop()
                if isinstance(thing, dict):
                    yield reference, thing
                    stack.extend(thing.values())
                elif isinstance(thing, list):
                    stack.extend(thing)

    def number_tree(self, root):
        """A number tree, flat (ISO 32000-1, 7.9.7)."""
        found, stack, seen = {}, [root], set()
        while stack:
            node = self.dict(stack.pop())
            if id(node) in seen:
                continue
            seen.add(id(node))
            numbers = self.list(node, "/Nums")
            found.update(zip(numbers[::2], numbers[1::2]))
            stack.extend(self.list(node, "/Kids"))
        return found


def read(path):
    """The document in a file. Content is decoded, pictures are left as they are."""
    said = subprocess.run(["qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=generalized",
                           "--json-key=qpdf", path], capture_output=True, check=False)
    if said.returncode not in (0, 3):
        raise ValueError(said.stderr.decode(errors="replace"))
    head, table = json.loads(said.stdout)["qpdf"]
    objects, trailer = {}, {}
    for key, entry in table.items():
        if key == "trailer":
            trailer = entry["value"]
        elif "stream" in entry:
            objects[key[4:]] = Stream(entry["stream"]["dict"], base64.b64decode(entry["stream"].get("data", "")))
        else:
            objects[key[4:]] = entry["value"]
    return Document(objects, trailer, head["pdfversion"])


def write(document, path):
    """Writes it to a file, for other readers."""
    table = {f"obj:{reference}":
             {"stream": {"dict": dict(thing), "data": base64.b64encode(thing.data).decode()}}
             if isinstance(thing, Stream) else {"value": thing} for reference, thing in document.objects.items()}
    table["trailer"] = {"value": document.trailer}
    head = {"jsonversion": 2, "pdfversion": document.version, "pushedinheritedpageresources": False,
            "calledgetallpages": False, "maxobjectid": max(int(key.split()[0]) for key in document.objects)}
    with open(path + ".json", "w", encoding="utf-8") as file:
        json.dump({"version": 2, "parameters": {"decodelevel": "generalized"}, "qpdf": [head, table]}, file)
    subprocess.run(["qpdf", "--json-input", "--static-id", path + ".json", path], check=True)
    os.remove(path + ".json")
