# fish completion for rekindle
set -l commands build check new dump help
complete -c rekindle -f
complete -c rekindle -n "not __fish_seen_subcommand_from $commands" -a build -d 'Make the EPUB and the PDF'
complete -c rekindle -n "not __fish_seen_subcommand_from $commands" -a check -d 'Report every problem, write nothing'
complete -c rekindle -n "not __fish_seen_subcommand_from $commands" -a new -d 'Begin a manuscript'
complete -c rekindle -n "not __fish_seen_subcommand_from $commands" -a dump -d 'Print the book or its pages'
complete -c rekindle -n "not __fish_seen_subcommand_from $commands" -a help -d 'Explain a command, or the elements'
complete -c rekindle -n "__fish_seen_subcommand_from help" -xa 'build check new dump elements'
complete -c rekindle -n "not __fish_seen_subcommand_from $commands" -l version -d 'Show the version'
complete -c rekindle -s h -l help -d 'Show help'
complete -c rekindle -n "__fish_seen_subcommand_from $commands" -s q -l quiet -d 'Say nothing but problems'
complete -c rekindle -n "__fish_seen_subcommand_from $commands" -s v -l verbose -d 'Say where fonts come from'
complete -c rekindle -n "__fish_seen_subcommand_from $commands" -l no-color -d 'No colours'
complete -c rekindle -n "__fish_seen_subcommand_from build" -s o -l output -xa '(__fish_complete_directories)'
complete -c rekindle -n "__fish_seen_subcommand_from build" -l edition -xa 'epub screen'
complete -c rekindle -n "__fish_seen_subcommand_from build" -l timings -d 'Print what each stage takes'
complete -c rekindle -n "__fish_seen_subcommand_from build check new" -xa '(__fish_complete_directories)'
complete -c rekindle -n "__fish_seen_subcommand_from dump" -xa 'book pages (__fish_complete_directories)'
