//! The command line from end to end: what is printed where, and with which exit status.

mod cli {
    mod analyze;
    mod check;
    mod commands;
    mod desk;
}
