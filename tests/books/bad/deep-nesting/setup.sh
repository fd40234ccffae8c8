# Quotes, lists and containers nested far deeper than anybody writes.
awk 'BEGIN {
    print "# One\n"
    for (i = 0; i < 5000; i++) printf ">"
    print " deep\n"
    for (i = 0; i < 400; i++) printf "%*s- x\n", i * 2, ""
    print "\nback\n"
    for (i = 0; i < 400; i++) print ":::note"
    print "inside"
    for (i = 0; i < 400; i++) print ":::"
    print ""
    for (i = 0; i < 5000; i++) printf "*a **b "
    print ""
    for (i = 0; i < 5000; i++) printf "["
    print ""
}' > manuscript/chapters/one.md
