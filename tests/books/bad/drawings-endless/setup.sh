# A chain of 2,000 parts, each made of the next, and groups inside each other 1,000 deep.
{
    echo '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="120" height="80">'
    i=0
    while [ $i -lt 2000 ]; do
        echo "<g id=\"c$i\"><use xlink:href=\"#c$((i + 1))\"/></g>"
        i=$((i + 1))
    done
    echo '<g id="c2000"/></svg>'
} >manuscript/images/chain.svg
{
    echo '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="80">'
    yes '<g>' | head -n 1000
    yes '</g>' | head -n 1000
    echo '</svg>'
} >manuscript/images/deep.svg
