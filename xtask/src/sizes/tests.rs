//! The weights and budgets of made-up sites.

use super::*;

/// A site of one page, its script, its wasm, the loader and a script that the page does not lead to.
fn site(wasm: &[u8]) -> tempfile::TempDir {
    let dist = tempfile::tempdir().unwrap();
    let write = |name: &str, content: &[u8]| {
        let path = dist.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    };
    let html = "<!doctype html><style>p{}</style><script type=module src=app.js></script><code>embed.js</code>";
    write("index.html", html.as_bytes());
    write(
        "app.js",
        b"import './snippets/one.js'; fetch('app_bg.wasm'); fetch('story.bin')",
    );
    write("story.bin", b"a story");
    write("app_bg.wasm", wasm);
    write("snippets/one.js", b"export let one = 1;");
    write("embed.js", b"// the loader");
    write("embed/demo.js", b"// of another page");
    dist
}

/// Bytes that do not compress: a sequence with a long period.
fn noise(length: usize) -> Vec<u8> {
    let mut state = 1_u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state.to_be_bytes()[0]
    };
    (0..length).map(|_| next()).collect()
}

#[test]
fn the_parts_of_a_page_are_what_it_leads_to_and_the_loader() {
    let dist = site(b"asm");
    let site = weigh(dist.path()).unwrap();
    let names: Vec<&str> = site.parts().map(|part| part.name.as_str()).collect();
    let inlined = "  of it, the inlined CSS by itself";
    assert_eq!(
        names,
        [
            "index.html",
            inlined,
            "app.js",
            "app_bg.wasm",
            "snippets/one.js",
            "story.bin",
            "embed.js"
        ]
    );
}

#[test]
fn a_site_within_its_budgets_passes_and_a_wasm_over_the_limit_fails() {
    assert!(report(site(b"asm").path()).is_ok());
    let refusal = report(site(&noise(121 * 1024)).path()).unwrap_err().to_string();
    assert_eq!(refusal, "over the limit: wasm and JavaScript together");
}

#[test]
fn more_elements_to_hydrate_than_the_limit_are_refused() {
    let dist = site(b"asm");
    let page = |elements: usize| {
        let instruments = "<b></b>".repeat(elements);
        let html = format!("<script type=module src=app.js></script><div id=instruments>{instruments}</div>");
        fs::write(dist.path().join("index.html"), html).unwrap();
        report(dist.path())
    };
    assert!(page(820).is_ok());
    assert_eq!(
        page(821).unwrap_err().to_string(),
        "over the limit: elements to hydrate"
    );
}

#[test]
fn a_page_that_leads_to_no_wasm_is_refused() {
    let dist = site(b"asm");
    fs::remove_file(dist.path().join("app_bg.wasm")).unwrap();
    assert!(report(dist.path()).is_err());
}

#[test]
fn what_repeats_weighs_less_and_noise_weighs_as_much_as_it_is_long() {
    assert!(brotli_bytes(&[7; 10_000]).unwrap() < 100);
    assert!((10_000..10_100).contains(&brotli_bytes(&noise(10_000)).unwrap()));
}
