//! The command line of stancediff: the only place that knows about flags, streams and exit codes.

mod args;
mod run;
mod series;

use clap::Parser;
use std::process::ExitCode;

/// All went well, and nothing was found that the user asked to be told of by exit code.
const DONE: u8 = 0;
/// The user asked for it with `--exit-code` or `--fail-on`, and it was found.
const FOUND: u8 = 1;
/// Bad input or trouble with a file; one line on standard error says which and what to do.
const TROUBLE: u8 = 2;

fn main() -> ExitCode {
    let args = args::Args::parse();
    match run::run(args) {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            // Standard error may be closed too; then there is nobody left to tell.
            let _ = run::complain(&error);
            ExitCode::from(TROUBLE)
        }
    }
}
