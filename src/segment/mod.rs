//! Where sentences and clauses lie.
