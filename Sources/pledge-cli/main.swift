import Glibc

// A reader that goes away ends the tool quietly, as it ends every other filter.
signal(SIGPIPE, SIG_DFL)
PledgeCommand.start()
