# What other pictures begin with.
mkdir -p manuscript/images
cd manuscript/images
printf 'RIFF\100\0\0\0WEBPVP8 ' >a.webp
printf '\0\0\0\040ftypavif\0\0\0\0' >a.avif
printf '\0\0\0\030ftypheic\0\0\0\0' >a.heic
printf 'II*\0\010\0\0\0' >a.tif
printf 'MM\0*\0\0\0\010' >b.tif
printf 'BM\100\0\0\0\0\0\0\0' >a.bmp
printf '\377\012\0\0\0\0' >a.jxl
printf '\0\0\0\014jP  \015\012\207\012' >a.jp2
printf '%%PDF-1.7\n' >a.pdf
printf '8BPS\0\001' >a.psd
printf '\037\213\010\0' >a.svgz
: >a.png
