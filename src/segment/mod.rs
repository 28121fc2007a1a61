//! Where sentences and clauses lie.

pub mod tag;
