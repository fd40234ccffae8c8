# Sourced by tests of the screen edition, after common.sh: what they need, and the screen editions of the books of tests/books.
need qpdf
need python3
export PYTHONDONTWRITEBYTECODE=1
formats=$SOURCE/tests/formats
screen_books=$(cd "$SOURCE/tests/books" && ls -d */manuscript | sed 's|/manuscript||')

screen_editions() # book...: of these of tests/books, as $work/screen/BOOK.pdf; their dumps as BOOK.book and BOOK.structure
{
    mkdir -p "$work/screen"
    for book; do
        rm -rf "$work/manuscript" "$work/made"
        cp -R "$SOURCE/tests/books/$book/manuscript" "$work/manuscript"
        [ ! -f "$SOURCE/tests/books/$book/setup.sh" ] || (cd "$work" && sh "$SOURCE/tests/books/$book/setup.sh")
        run build -q "$work/manuscript" -o "$work/made" --edition screen
        expect 0
        mv "$work"/made/*.pdf "$work/screen/$book.pdf"
        for stage in book structure; do
            run dump $stage "$work/manuscript"
            expect 0
            mv "$work/stdout" "$work/screen/$book.$stage"
        done
    done
}
