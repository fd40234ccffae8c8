# A family whose maker does not let it be embedded (OpenType, "OS/2": fsType 2 at 8), and one that may be.
mkdir -p manuscript/fonts
cp "$SOURCE"/fonts/caveat/* manuscript/fonts
for font in manuscript/fonts/*.ttf; do
    record=$(grep -abo 'OS/2' "$font" | head -n 1 | cut -d : -f 1)
    at=$(od -An -tu1 -j $((record + 8)) -N 4 "$font" | awk '{ print (($1 * 256 + $2) * 256 + $3) * 256 + $4 + 8 }')
    printf '\000\002' | dd of="$font" bs=1 seek="$at" conv=notrunc 2>dd.log
done
