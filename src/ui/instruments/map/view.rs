//! What the map draws in a state: the scene of a question, or the whole map.

use crate::map::{Coord, Place, PlacedCaption, Rect, Region, Route, SceneLayout, TieLabel};
use crate::nav::{Index, State, Thing};
use crate::view_model::ViewModel;
use crate::view_model::brief::{EventBrief, QuestionBrief, TieBrief};

/// What is shown round a thing that is looked at by itself, in map units.
const MARGIN: (f64, f64) = (110.0, 70.0);
/// Names are set for 12.5 units, and no type is smaller than 12 px.
const WHOLE_MAP: f64 = 0.94;

/// What is drawn, and where.
pub struct View<'a> {
    /// The view box.
    pub size: (Coord, Coord),
    /// What the camera looks at.
    pub target: Rect,
    /// Whether that is all of the map.
    pub whole: bool,
    /// The regions; a scene has none.
    pub regions: &'a [Region],
    /// The words of ties; the whole map has none.
    pub labels: &'a [TieLabel],
    /// What stands beside actors.
    pub captions: &'a [PlacedCaption],
    /// The actors with a tag, and where each stands.
    pub tagged: Vec<(usize, Place)>,
    /// The question.
    pub scene: &'a QuestionBrief,
    /// What is selected.
    pub selected: Option<&'a Thing>,
    /// All ties.
    pub ties: &'a [TieBrief],
    /// All events.
    pub events: &'a [EventBrief],
    data: &'a ViewModel,
    laid: Option<&'a SceneLayout>,
}

/// Whether the whole map shows: in the file, which needs it where there is no script; on request; on paper; and for what
/// the question's scene does not have.
pub fn shows_whole(state: &State, data: &ViewModel) -> bool {
    let index = Index(&data.brief);
    let outside =
        |thing: &Thing| !matches!(thing, Thing::Note(_) | Thing::Entry(_)) && !index.concerns(state.pictured(), thing);
    !state.ready || state.whole || state.viewport.paper || state.selected.as_ref().is_some_and(outside)
}

/// The part of the map round a thing; nothing for what has no place on it.
fn around(thing: &Thing, data: &ViewModel) -> Option<Rect> {
    let actors = match thing {
        Thing::Actor(actor) => vec![*actor],
        Thing::Tie(tie) => {
            let tie = &data.brief.ties[*tie];
            vec![tie.from, tie.to]
        }
        Thing::Event(event) => data.brief.events[*event].actors.clone(),
        Thing::Note(_) | Thing::Entry(_) => Vec::new(),
    };
    let places = || actors.iter().filter_map(|actor| data.map.nodes.get(*actor));
    let span = |at: fn(&Place) -> f64, margin: f64| {
        let least = places().map(at).reduce(f64::min)? - margin;
        let most = places().map(at).reduce(f64::max)? + margin;
        Some((Coord::new(least), Coord::new(most - least)))
    };
    let (x, w) = span(|place| place.at.x.get(), MARGIN.0)?;
    let (y, h) = span(|place| place.at.y.get(), MARGIN.1)?;
    Some(Rect { x, y, w, h })
}

impl<'a> View<'a> {
    /// The view of a state.
    pub fn of(state: &'a State, data: &'a ViewModel) -> Self {
        let map = &data.map;
        let whole = shows_whole(state, data);
        let scenes = &map.scenes[state.pictured()];
        let is_small = !state.viewport.wide;
        let laid = (!whole).then_some(if is_small { &scenes.tall } else { &scenes.wide });
        let size = laid.map_or(map.size, |scene| scene.size);
        // On a small screen the whole map would be dust: it shows where that stands which was asked for.
        let near = (is_small && whole && !state.whole)
            .then(|| around(state.selected.as_ref()?, data))
            .flatten();
        Self {
            size,
            target: near.unwrap_or(Rect::whole(size)),
            whole: whole && near.is_none(),
            regions: if whole { &map.regions } else { &[] },
            labels: laid.map_or(&[], |scene| &scene.labels),
            captions: laid.map_or(&[], |scene| &scene.captions),
            tagged: laid.map_or_else(Vec::new, |scene| {
                scene.nodes.iter().filter(|(_, place)| place.tag).copied().collect()
            }),
            scene: &data.brief.questions[state.pictured()],
            selected: state.selected.as_ref(),
            ties: &data.brief.ties,
            events: &data.brief.events,
            data,
            laid,
        }
    }

    /// Whether this is the scene of a question, and not the whole map.
    pub fn is_scene(&self) -> bool {
        self.laid.is_some()
    }

    /// Where an actor stands; `None` when this view does not show it.
    pub fn place(&self, actor: usize) -> Option<&'a Place> {
        match self.laid {
            Some(scene) => scene
                .nodes
                .iter()
                .find(|(idx, _)| *idx == actor)
                .map(|(_, place)| place),
            None => self.data.map.nodes.get(actor),
        }
    }

    /// How a tie runs; `None` when this view does not show it.
    pub fn route(&self, tie: usize) -> Option<&'a Route> {
        match self.laid {
            Some(scene) => scene.routes.iter().find(|(idx, _)| *idx == tie).map(|(_, route)| route),
            None => self.data.map.routes.get(tie),
        }
    }

    /// How many ties of the selected actor the scene does not show; none on the whole map, which has them all.
    pub fn n_ties_outside(&self) -> usize {
        let Some(Thing::Actor(actor)) = self.selected.filter(|_| self.is_scene()) else {
            return 0;
        };
        let has = |tie: &TieBrief| tie.from == *actor || tie.to == *actor;
        let ties = self.ties.iter().enumerate();
        ties.filter(|(idx, tie)| has(tie) && !self.scene.ties.contains(idx))
            .count()
    }

    /// The least CSS pixels a unit, where the reader's text has its usual size: a scene is set for one, and the names of
    /// the whole map are readable from a little less on.
    pub fn least(&self, ready: bool) -> f64 {
        match (ready, self.is_scene()) {
            (false, _) => 0.0,
            (true, true) => 1.0,
            (true, false) => WHOLE_MAP,
        }
    }
}
