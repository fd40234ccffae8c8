# A picture and a chapter outside of the manuscript, and links that lead there.
printf x > secret.png
echo "# Secret" > secret.md
mkdir -p manuscript/images
ln -s ../../secret.png manuscript/images/link.png
ln -s ../../secret.md manuscript/chapters/linked.md
