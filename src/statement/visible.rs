//! Which bytes of a file a reader sees: front matter, Markdown marks and rules are masked, not removed.
