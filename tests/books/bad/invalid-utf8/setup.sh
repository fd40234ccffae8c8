# A byte that is no UTF-8, in a chapter, and a NUL in another.
printf '# One\n\nF\374r dich.\n' > manuscript/chapters/one.md
printf '# Two\n\nA\000B\n' > manuscript/chapters/two.md
