// Fills in a form with MuPDF: mutool run filled_mutool.js FROM.pdf TO.pdf LETTERS. LETTERS: what is typed everywhere, or "" for
// what filled.py expects by the width of a field. Every box is ticked, and every choice chosen in turn: one of them stays.
var typed = scriptArgs[2];
var pdf = new PDFDocument(scriptArgs[0]);
var count = 0;
for (var i = 0; i < pdf.countPages(); i++) {
    var page = pdf.loadPage(i);
    page.getWidgets().forEach(function (widget) {
        var box = widget.getRect ? widget.getRect() : widget.getBounds(), width = box[2] - box[0];
        if (widget.getFieldType() === "text")
            widget.setTextValue(typed || (width > 120 ? "Łódź, žluťoučký kůň" : width > 50 ? "Łódź gy" : "12"));
        else
            widget.toggle();
        widget.update();
        count++;
    });
}
pdf.save(scriptArgs[1]);
print(count);
