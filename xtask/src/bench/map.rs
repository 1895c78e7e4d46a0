//! `cargo xtask bench map`: what the layout of the map costs, in code compiled for speed; and `cargo xtask bless-map`.

use anyhow::Result;

use crate::run;

/// The program that has the layout, at full speed.
const EXAMPLE: [&str; 7] = [
    "run",
    "--profile",
    "native",
    "--features",
    "layout",
    "--example",
    "bench_map",
];

/// Lays out the shipped story and made-up ones, and prints a table.
pub(super) fn bench() -> Result<()> {
    run::run(&mut run::cargo(&EXAMPLE))
}

/// Writes the golden file of the shipped story anew.
pub(crate) fn bless() -> Result<()> {
    run::run(run::cargo(&EXAMPLE).args(["--", "--bless"]))
}
