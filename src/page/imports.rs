//! The names by which the wasm and its glue know each other. wasm-bindgen ends each with a hash, which no compression makes
//! smaller, and which stands in both files. Names of the same length that look alike take 3 KB less to send, and nothing
//! else of the wasm changes.

/// How many digits the hash has.
const HASH: usize = 16;

/// Gives each import that wasm-bindgen has named by a hash a plainer name of the same length, in the wasm and in its glue.
pub fn rename_imports(wasm: &mut [u8], glue: &str) -> String {
    let mut renamed = glue.to_owned();
    for (idx, name) in imports(glue).into_iter().enumerate() {
        let plain = format!("{:0<width$}", format!("__wbg_{idx}_"), width = name.len());
        // A name that stands there more than once may be something else too: it stays.
        let mut found = wasm
            .windows(name.len())
            .enumerate()
            .filter(|(_, part)| *part == name.as_bytes());
        if let (Some((at, _)), None) = (found.next(), found.next()) {
            wasm[at..at + name.len()].copy_from_slice(plain.as_bytes());
            renamed = renamed.replace(name, &plain);
        }
    }
    renamed
}

/// The names with a hash in the glue, each once.
fn imports(glue: &str) -> Vec<&str> {
    let is_hash = |end: &str| end.len() == HASH && end.bytes().all(|byte| byte.is_ascii_hexdigit());
    let words = glue.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    let mut names: Vec<&str> = words
        .filter(|word| word.starts_with("__wbg_"))
        .filter(|word| word.rsplit_once('_').is_some_and(|(_, end)| is_hash(end)))
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "{ __wbg_now_0123456789abcdef: () => 1, __wbg_get_fedcba9876543210: 2, __wbg_set: 3, hash_0123456789abcdef: 4 }";

    #[test]
    fn an_import_has_the_same_name_in_both_and_of_the_same_length() {
        let mut wasm = b"\x1c__wbg_now_0123456789abcdef\x00\x1c__wbg_get_fedcba9876543210\x00__wbg_set".to_vec();
        let length = wasm.len();
        let glue = rename_imports(&mut wasm, GLUE);
        let wasm = String::from_utf8(wasm).unwrap();
        assert_eq!((wasm.len(), glue.len()), (length, GLUE.len()));
        for name in ["__wbg_0_000000000000000000", "__wbg_1_000000000000000000", "__wbg_set"] {
            assert!(
                wasm.contains(name) && glue.contains(name),
                "{name} in {wasm:?} and {glue}"
            );
        }
        assert!(glue.contains("hash_0123456789abcdef"), "{glue}");
    }

    #[test]
    fn a_name_that_the_wasm_does_not_have_once_stays() {
        for wasm in ["", "__wbg_now_0123456789abcdef __wbg_now_0123456789abcdef"] {
            let mut bytes = wasm.as_bytes().to_vec();
            let glue = rename_imports(&mut bytes, GLUE);
            assert_eq!((bytes.as_slice(), glue.as_str()), (wasm.as_bytes(), GLUE));
        }
    }

    #[test]
    fn eleven_names_differ() {
        let name = |idx: u8| format!("__wbg_f_{idx:016x}");
        let glue: String = (0..11).map(|idx| format!("{},", name(idx))).collect();
        let mut wasm = glue.clone().into_bytes();
        let renamed = rename_imports(&mut wasm, &glue);
        let mut names: Vec<&str> = renamed.split(',').collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), 12);
    }
}
