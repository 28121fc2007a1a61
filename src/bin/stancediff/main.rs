//! The command line of stancediff.
fn main() {}
