//! How a test server departs from serving the built site as it is: instruments, a closed door for scripts, faults.

/// Records errors, rejections and policy violations in `window.__trouble`.
const COLLECT: &str = include_str!("js/collect.js");
/// Takes `WebAssembly` away, as some hardened browsers do.
const WITHOUT_WASM: &str = include_str!("js/without-wasm.js");
/// Lets the page's own time-outs pass sooner, so that a test need not wait them out.
const HURRY: &str = include_str!("js/hurry.js");

/// What becomes of a request for a file that the app needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Served as it is.
    None,
    Missing,
    Truncated,
    /// Never answered, until the test is over.
    Stalled,
    /// Said to be of this type.
    Typed(&'static str),
    /// Another file in its place, as a host sends that answers everything with a page.
    Foreign,
}

/// How the names of the app's files end.
const WASM: &str = ".wasm";
const DATA: &str = ".bin";

#[derive(Debug, Clone)]
pub(crate) struct Manners {
    pub(crate) fault: Fault,
    /// How the name of the file with the fault ends.
    pub(crate) faulty: &'static str,
    /// Whether the policy lets any script run at all.
    pub(crate) scripts: bool,
    /// Whether the policy names the site's origin beside 'self', as a build with `THROUGHLINE_ORIGIN` does:
    /// WebKit holds 'self' to be nothing in a sandboxed frame.
    pub(crate) names_origin: bool,
    /// The folder of the site, also answered without its slash, as some servers do; else it is at the root.
    pub(crate) folder: &'static str,
    instruments: Vec<&'static str>,
}

impl Manners {
    /// The site as it is, byte for byte.
    pub(crate) fn plain() -> Self {
        Self {
            fault: Fault::None,
            faulty: WASM,
            scripts: true,
            names_origin: false,
            folder: "",
            instruments: Vec::new(),
        }
    }

    /// The site with a recorder of trouble as the first thing in every page.
    pub(crate) fn watched() -> Self {
        Self {
            instruments: vec![COLLECT],
            ..Self::plain()
        }
    }

    /// The same with the site's origin named in the policy.
    pub(crate) fn naming_its_origin(self) -> Self {
        Self {
            names_origin: true,
            ..self
        }
    }

    /// The same in a folder.
    pub(crate) fn in_folder(self, folder: &'static str) -> Self {
        Self { folder, ..self }
    }

    /// The site under a policy that allows no script.
    pub(crate) fn scriptless() -> Self {
        Self {
            scripts: false,
            ..Self::plain()
        }
    }

    pub(crate) fn without_wasm() -> Self {
        Self {
            instruments: vec![WITHOUT_WASM],
            ..Self::plain()
        }
    }

    /// The site with a fault in its wasm.
    pub(crate) fn with_fault(fault: Fault) -> Self {
        Self { fault, ..Self::plain() }
    }

    /// The site with a fault in the data of the story.
    pub(crate) fn with_fault_in_data(fault: Fault) -> Self {
        Self {
            faulty: DATA,
            ..Self::with_fault(fault)
        }
    }

    /// The same, with the page's own time-outs passing sooner.
    pub(crate) fn hurried(mut self) -> Self {
        self.instruments.push(HURRY);
        self
    }

    /// The script to run before anything else in a page, if there is one.
    pub(crate) fn instruments(&self) -> Option<String> {
        (!self.instruments.is_empty()).then(|| self.instruments.concat())
    }
}
