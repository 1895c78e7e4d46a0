//! What travels inside the page for the instruments: made from a story, written
//! as JSON and read back.

use std::rc::Rc;

use crate::map::{Edge, Layout, Node, Request, Scene, layout};
use crate::story::Story;
use crate::story::brief::Brief;
use crate::story::kinds::Basis;
use crate::ui::instruments::Data;
use crate::wire::{Token, Tokens, Wire, travelled};

impl Data {
    /// What the instruments need of a story, with the map laid out.
    pub fn of(story: &Story) -> Self {
        Self::with_map(story, layout(&map_request(story)))
    }

    /// The same with a map that was laid out before, from an equal request.
    ///
    /// The page is rendered from what the browser will read, so that both draw the same.
    pub fn with_map(story: &Story, map: Layout) -> Self {
        Self {
            map: travelled(&map).unwrap_or(map),
            brief: Brief::of(story),
        }
    }
}

/// All that the map of a story depends on.
pub fn map_request(story: &Story) -> Request {
    let brief = Brief::of(story);
    let labels = story
        .ties
        .iter()
        .map(|tie| tie.label.as_ref().unwrap_or(&tie.verb).clone());
    Request {
        sides: brief.sides.iter().map(|side| side.name.to_string()).collect(),
        actors: brief
            .actors
            .iter()
            .map(|actor| Node {
                label: actor.short.to_string(),
                side: actor.side,
            })
            .collect(),
        ties: brief
            .ties
            .iter()
            .zip(labels)
            .map(|(tie, label)| Edge {
                from: tie.from,
                to: tie.to,
                label,
                directed: tie.directed,
                guarded: tie.denies || tie.basis != Basis::Stated,
            })
            .collect(),
        scenes: brief
            .questions
            .iter()
            .map(|question| Scene {
                actors: question.actors.clone(),
                ties: question.ties.clone(),
            })
            .collect(),
    }
}

/// A value as one flat JSON list.
///
/// # Errors
/// When JSON cannot say it; numbers and texts always can.
pub fn to_json(value: &impl Wire) -> Result<String, serde_json::Error> {
    let mut tokens = Vec::new();
    value.write(&mut tokens);
    let list: Vec<serde_json::Value> = tokens
        .into_iter()
        .map(|token| match token {
            Token::Number(number) => number.into(),
            Token::Text(text) => text.as_ref().into(),
        })
        .collect();
    serde_json::to_string(&list)
}

/// The value of such a list; `None` when it is none.
pub fn from_json<T: Wire>(json: &str) -> Option<T> {
    let list: Vec<serde_json::Value> = serde_json::from_str(json).ok()?;
    let tokens = list.iter().map(|value| {
        let number = value
            .as_i64()
            .and_then(|number| i32::try_from(number).ok())
            .map(Token::Number);
        number.or_else(|| value.as_str().map(|text| Token::Text(Rc::from(text))))
    });
    T::read(&mut Tokens::new(tokens.collect::<Option<Vec<_>>>()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::misread::misread;
    use crate::story::check::check;

    #[test]
    fn no_scene_of_the_shipped_story_is_misread() {
        let file = include_str!("../../static/stories/france-mek/story.toml");
        let story = check("story.toml", file).expect("the story has no problem");
        let request = map_request(&story);
        assert_eq!(misread(&request, &layout(&request)), [""; 0]);
    }
}
