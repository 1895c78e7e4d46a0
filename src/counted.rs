//! Numbers of things in words.

/// A number of things in words: `1 problem`, `2 problems`.
pub fn counted(count: usize, thing: &str) -> String {
    match count {
        1 => format!("1 {thing}"),
        _ => format!("{count} {thing}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_not_many() {
        let numbers = [0, 1, 2].map(|count| counted(count, "problem"));
        assert_eq!(numbers, ["0 problems", "1 problem", "2 problems"]);
    }
}
