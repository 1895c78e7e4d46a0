//! The sentence that a tie stands for.

/// "The European Union listed the Mujahedin-e Khalq": two names, each with
/// whether it takes "the", and the verb between them.
pub fn sentence(from: (&str, bool), verb: &str, to: (&str, bool)) -> String {
    let the = |takes: bool, word: &'static str| if takes { word } else { "" };
    [the(from.1, "The "), from.0, " ", verb, " ", the(to.1, "the "), to.0].concat()
}
