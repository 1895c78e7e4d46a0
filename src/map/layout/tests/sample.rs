//! A made-up request of the size of a real story, for tests only.

use crate::map::{Edge, Node, Request, Scene};

const SIDES: [(&str, &[&str]); 6] = [
    (
        "Harbour",
        &[
            "Harbour Board",
            "Director Amsel",
            "Port Police",
            "The tugmen",
            "Night shift",
            "Quay Four",
            "Pilots",
        ],
    ),
    (
        "Ministry",
        &[
            "Ministry of Works",
            "Minister Okonjo",
            "The secretary",
            "Audit office",
            "Treasury",
            "Spokesman",
        ],
    ),
    (
        "Companies and lenders",
        &[
            "Northwind Dredging",
            "Basalt & Sons",
            "Lender A",
            "The consortium",
            "Shell company",
            "Surveyors",
            "Insurer",
        ],
    ),
    (
        "Courts",
        &[
            "High Court",
            "Judge Ferreira",
            "Prosecutor",
            "The defence",
            "Expert witness",
        ],
    ),
    (
        "Press and public",
        &[
            "Evening Courier",
            "Radio Delta",
            "Residents’ council",
            "Anonymous letter",
            "Fishermen’s union",
            "Students",
            "Neighbourhood watch",
        ],
    ),
    (
        "Abroad",
        &[
            "River Commission",
            "Downstream towns",
            "Transnational monitors",
            "Embassy",
            "Bank of the South",
        ],
    ),
];

/// Verb phrases, short and long, with dates and without.
const VERBS: [&str; 8] = [
    "signed a contract with, 2011",
    "oversees",
    "is, by the account of three witnesses, the owner of",
    "sued, March 2014",
    "has repeatedly refused to hand over its records to the",
    "employs about 3,000 members of",
    "warned",
    "may have paid, summer 2012",
];

/// About forty actors on six sides, sixty ties with one hub, twelve scenes.
pub fn sample() -> Request {
    let mut actors = Vec::new();
    for (side, (_, names)) in SIDES.iter().enumerate() {
        actors.extend(names.iter().map(|name| Node {
            label: (*name).to_owned(),
            side,
            tag: None,
        }));
    }
    let ties: Vec<Edge> = (0..60).map(|index| tie(index, actors.len())).collect();
    let scenes = (0..12).map(|index| scene(index, &ties)).collect();
    Request {
        sides: SIDES.iter().map(|(name, _)| (*name).to_owned()).collect(),
        actors,
        ties,
        scenes,
    }
}

/// Every third tie goes to the hub; the strides reach all actors.
fn tie(index: usize, actors: usize) -> Edge {
    let from = index * 7 % actors;
    let to = if index.is_multiple_of(3) {
        13
    } else {
        (index * 11 + 5) % actors
    };
    let to = if from == to { (to + 1) % actors } else { to };
    Edge {
        from,
        to,
        label: VERBS[index % VERBS.len()].to_owned(),
        directed: !index.is_multiple_of(5),
        guarded: index.is_multiple_of(4),
        stroked: index.is_multiple_of(7),
        tag: index.is_multiple_of(3).then(|| String::from("differs")),
        rivals: Vec::new(),
        account: None,
    }
}

/// Five ties in a row and their ends.
fn scene(index: usize, ties: &[Edge]) -> Scene {
    let shown: Vec<usize> = (index * 5..index * 5 + 5).collect();
    let mut actors: Vec<usize> = shown.iter().flat_map(|&tie| [ties[tie].from, ties[tie].to]).collect();
    actors.sort_unstable();
    actors.dedup();
    Scene {
        actors,
        ties: shown,
        captions: Vec::new(),
    }
}
