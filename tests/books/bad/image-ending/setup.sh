# Good pictures with the names of others.
mkdir -p manuscript/images
cd manuscript/images
books=$SOURCE/tests/books
cp "$books/plain/manuscript/images/dot.png" a.jpg
cp "$books/plain/manuscript/images/triangle.svg" b.png
cp "$books/bad/image-damaged/manuscript/images/good.jpg" c.jpeg
cp c.jpeg d
cp c.jpeg e.gif
