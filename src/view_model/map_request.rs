//! What the map of a story is asked for.

use super::brief::{ActorBrief, Brief, TieBrief};
use crate::map::{Caption, Edge, Node, Request, Scene};
use crate::story::kinds::{Basis, Verdict};
use crate::story::{Question, Story, Tie};

/// All that the map of a story depends on.
pub fn map_request(story: &Story) -> Request {
    let brief = Brief::of(story);
    let accounts = accounts(story);
    let scenes = brief.questions.iter().zip(&story.questions);
    Request {
        sides: brief.sides.iter().map(|side| side.name.to_string()).collect(),
        actors: brief.actors.iter().map(node).collect(),
        ties: brief
            .ties
            .iter()
            .zip(&story.ties)
            .zip(accounts)
            .map(|((tie, told), account)| Edge {
                account,
                ..edge(story, tie, told)
            })
            .collect(),
        scenes: scenes
            .map(|(question, told)| Scene {
                actors: question.actors.clone(),
                ties: question.ties.clone(),
                captions: captions(story, told),
            })
            .collect(),
    }
}

fn node(actor: &ActorBrief) -> Node {
    Node {
        label: actor.short.to_string(),
        side: actor.side,
        tag: tag(actor.verdict),
    }
}

fn edge(story: &Story, tie: &TieBrief, told: &Tie) -> Edge {
    Edge {
        from: tie.from,
        to: tie.to,
        label: told.label.as_ref().unwrap_or(&told.verb).clone(),
        directed: tie.directed,
        guarded: tie.denies || tie.basis != Basis::Stated,
        stroked: tie.basis == Basis::Disowned,
        tag: tag(tie.verdict),
        rivals: (0..story.ties.len())
            .filter(|&other| told.rivals.contains(&story.ties[other].id))
            .collect(),
        account: None,
    }
}

/// Which account of an event each tie belongs to: rivals have different numbers, and ties that agree may share one.
fn accounts(story: &Story) -> Vec<Option<usize>> {
    let mut accounts: Vec<Option<usize>> = Vec::new();
    for tie in &story.ties {
        let taken: Vec<usize> = story
            .ties
            .iter()
            .zip(&accounts)
            .filter(|(other, _)| tie.rivals.contains(&other.id))
            .filter_map(|(_, account)| *account)
            .collect();
        let free = (1..=taken.len() + 1).find(|number| !taken.contains(number));
        accounts.push(free.filter(|_| !tie.rivals.is_empty()));
    }
    accounts
}

fn tag(verdict: Option<Verdict>) -> Option<String> {
    verdict.map(|verdict| verdict.tag().to_owned())
}

fn captions(story: &Story, question: &Question) -> Vec<Caption> {
    let caption = |caption: &crate::story::Caption| {
        let actor = story.actors.iter().position(|actor| actor.id == caption.actor)?;
        let text = caption.text.clone();
        Some(Caption { actor, text })
    };
    question.captions.iter().filter_map(caption).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::Layout;
    use crate::map::layout::quality::{Quality, of_scenes};
    use crate::map::layout::tests::misread::misread;
    use crate::map::layout::{golden, layout};
    use crate::story::check::check;
    use std::sync::LazyLock;

    /// The shipped story, laid out once for all tests.
    static SHIPPED: LazyLock<(Request, Layout)> = LazyLock::new(|| {
        let file = include_str!("../../static/stories/france-mek/story.toml");
        let story = check("story.toml", file).expect("the story has no problem");
        let request = map_request(&story);
        let layout = layout(&request);
        (request, layout)
    });

    #[test]
    fn no_scene_of_the_shipped_story_is_misread() {
        let (request, layout) = &*SHIPPED;
        assert_eq!(misread(request, layout), [""; 0]);
    }

    #[test]
    fn the_shipped_story_is_laid_out_as_its_golden_file_says() {
        let (request, layout) = &*SHIPPED;
        let found = golden::text(request, layout);
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/map.txt");
        let expected = std::fs::read_to_string(file).unwrap_or_default();
        let mut lines = expected.lines().zip(found.lines()).enumerate();
        let first = lines.find(|(_, (old, new))| old != new);
        assert!(
            expected == found,
            "the map of the shipped story has changed, first at {first:?}; if that is meant, `cargo xtask bless-map` writes tests/golden/map.txt anew"
        );
    }

    #[test]
    fn every_tie_of_every_scene_says_what_it_is_and_nothing_lies_over_anything() {
        let (request, layout) = &*SHIPPED;
        let tall = of_scenes(request, layout.scenes.iter().map(|scene| &scene.tall));
        let wide = of_scenes(request, layout.scenes.iter().map(|scene| &scene.wide));
        for (format, all) in [("tall", tall), ("wide", wide)] {
            let without_fault = Quality {
                ties: 93,
                labels: 93,
                crossings: all.crossings,
                ..Quality::default()
            };
            assert_eq!(all, without_fault, "{format}");
            assert!(all.crossings <= 4, "{format}: {} crossings", all.crossings);
        }
    }

    #[test]
    fn the_whole_map_of_the_shipped_story_has_few_crossings_and_no_overlap() {
        let (request, layout) = &*SHIPPED;
        let map = Quality::of_map(request, layout);
        assert!(map.crossings <= 45 && map.crossed_names <= 2, "{map:?}");
        assert_eq!((map.through, map.overlaps), (0, 0));
    }

    #[test]
    fn rival_accounts_are_counted_and_say_so() {
        let (request, layout) = &*SHIPPED;
        let mut n_rivals = 0;
        for tie in &request.ties {
            assert_eq!(tie.account.is_some(), !tie.rivals.is_empty());
            for &rival in &tie.rivals {
                assert_ne!(tie.account, request.ties[rival].account);
                n_rivals += 1;
            }
        }
        assert!(n_rivals > 0, "the story has rival accounts");
        let scenes = layout.scenes.iter().flat_map(|scene| [&scene.tall, &scene.wide]);
        for label in scenes.flat_map(|scene| &scene.labels) {
            let heading = request.ties[label.tie]
                .account
                .map(|number| format!("account {number}:\n"));
            match heading {
                Some(heading) => assert!(label.text.starts_with(&heading), "{:?}", label.text),
                None => assert!(!label.text.starts_with("account"), "{:?}", label.text),
            }
        }
    }

    #[test]
    fn a_caption_of_the_shipped_story_stands_beside_its_actor() {
        let (request, layout) = &*SHIPPED;
        let shown = layout.scenes.iter().flat_map(|scene| [&scene.tall, &scene.wide]);
        let captions: Vec<_> = shown.flat_map(|scene| &scene.captions).collect();
        assert_eq!(captions.len(), 2);
        for caption in captions {
            assert_eq!(request.actors[caption.actor].label, "2018 bomb plot");
            assert_eq!(
                caption.text.replace('\n', " "),
                "2021: court convicts four; Tehran rejects it"
            );
        }
    }
}
