//! Scripts made small: comments and white space go, names inside a function get short.

use oxc::allocator::Allocator;
use oxc::codegen::{Codegen, CodegenOptions};
use oxc::minifier::{Minifier, MinifierOptions};
use oxc::parser::Parser;
use oxc::span::SourceType;

use thiserror::Error;

/// A script is wrong.
#[derive(Debug, Error)]
#[error("a script does not parse: {0}")]
pub struct ScriptError(String);

/// A classic script, minified.
///
/// # Errors
/// When it does not parse, with what the parser says of it.
pub fn minified_script(source: &str) -> Result<String, ScriptError> {
    minified(source, SourceType::script())
}

/// A module, minified; what it exports keeps its names.
///
/// # Errors
/// As [`minified_script`].
pub fn minified_module(source: &str) -> Result<String, ScriptError> {
    minified(source, SourceType::mjs())
}

fn minified(source: &str, kind: SourceType) -> Result<String, ScriptError> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, source, kind).parse();
    if let Some(problem) = parsed.diagnostics.first() {
        return Err(ScriptError(problem.to_string()));
    }
    let mut program = parsed.program;
    let minified = Minifier::new(MinifierOptions::default()).minify(&allocator, &mut program);
    let codegen = Codegen::new().with_options(CodegenOptions::minify());
    Ok(codegen.with_scoping(minified.scoping).build(&program).code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_keeps_what_it_does_and_loses_the_rest() {
        let source = "// Why.\n(() => {\n  const element = document.body;\n  element.id = \"a\";\n})();\n";
        let script = minified_script(source).expect("it parses");
        assert!(script.contains("document.body"), "{script}");
        assert!(!script.contains("Why") && !script.contains("element"), "{script}");
        assert!(script.len() < source.len(), "{script}");
    }

    #[test]
    fn a_module_keeps_the_names_that_others_know_it_by() {
        let source = "function greeting() { return { __wbg_now_1: () => 1 }; }\nexport function hydrate(data) { return greeting(data); }\nexport { greeting as default };\n";
        let module = minified_module(source).expect("it parses");
        for name in ["hydrate", "default", "__wbg_now_1"] {
            assert!(module.contains(name), "{module}");
        }
        assert!(module.len() < source.len(), "{module}");
    }

    #[test]
    fn a_script_with_a_mistake_is_refused() {
        let error = minified_script("(() => {").expect_err("it ends too soon");
        assert!(error.to_string().contains("script"), "{error}");
    }
}
