//! The reducer: the state after an action, and the address of a state.

use super::address::Address;
use super::changes;
use super::index::{Index, Resolved, Thing};
use super::state::{Action, Attention, Panel, State, Turn};
use crate::story::date::When;
use crate::view_model::brief::Brief;

impl State {
    /// The state after an action. Pure: the same state and action give the same result.
    #[must_use]
    pub fn reduce(&self, action: Action, brief: &Brief) -> Self {
        let last = brief.questions.len().saturating_sub(1);
        let mut next = self.clone();
        match action {
            Action::Start(address) => {
                return Self {
                    ready: true,
                    turn: Turn::default(),
                    ..next.go(&address, brief)
                };
            }
            Action::Go(address) => return next.go(&address, brief),
            Action::Return(address) => return next.back_at(&address, brief),
            Action::Next => return next.step((self.question + 1).min(last)),
            Action::Back => return next.step(self.question.saturating_sub(1)),
            Action::All => {
                next.all = !self.all;
                next.in_view = None;
                next.claim = next.claim.filter(|(of, _)| next.all || *of == next.question);
            }
            Action::InView(question) => next.in_view = Some(question.min(last)).filter(|_| self.all),
            Action::OpenEvidence(id) => next.open_evidence(&id, brief),
            Action::CloseEvidence(id) => next.claim = next.claim.filter(|(_, open)| **open != *id),
            Action::Close => return next.closed(),
            Action::Dating => (next.dating, next.asof) = (!self.has_date_bar(), None),
            Action::Date(when) => next.asof = Some(when),
            Action::Change { forward } => {
                next.asof = changes::nearest(brief, self.asof.as_ref(), forward).or(next.asof);
            }
            Action::ReleaseDate => (next.asof, next.dating) = (None, false),
            Action::ReleaseLens => next.lens.clear(),
            Action::Panel { panel, is_stuck } => {
                next.pinned = is_stuck && !(self.pinned && self.panel == panel);
                next.panel = panel;
            }
            Action::Whole => next.whole = !self.whole,
            Action::Viewport(viewport) => next.viewport = viewport,
        }
        next
    }

    /// The question that the pictures are of.
    pub fn pictured(&self) -> usize {
        self.in_view.unwrap_or(self.question)
    }

    /// Moves to another question; at either end there is none.
    fn step(self, question: usize) -> Self {
        if question == self.question {
            return self;
        }
        self.at(question).turned(Attention::Question)
    }

    /// Takes up that the evidence of a point is open, which is no move. What was opened in a question that has been
    /// left is not before the reader.
    fn open_evidence(&mut self, id: &str, brief: &Brief) {
        let claim = Index(brief).claim(id);
        if let Some(claim) = claim.filter(|(of, _)| self.all || *of == self.question) {
            self.claim = Some(claim);
            if self.has_sheets() {
                self.selected = None;
            }
        }
    }

    /// Whether there is a date to be seen or chosen.
    pub fn has_date_bar(&self) -> bool {
        self.dating || self.asof.is_some()
    }

    /// Whether what is opened comes as a sheet from below, one at a time.
    fn has_sheets(&self) -> bool {
        !self.viewport.beside && !self.viewport.paper
    }

    /// Whether a sheet is open.
    pub fn has_open_sheet(&self) -> bool {
        self.has_sheets() && (self.selected.is_some() || self.claim.is_some())
    }

    /// Lets go of what is selected.
    fn closed(mut self) -> Self {
        match self.selected.take() {
            Some(_) => self.turned(Attention::Mark),
            None => self,
        }
    }

    /// Where the browser has gone back to: to close what is open is no move to the question that it is in.
    fn back_at(self, address: &Address, brief: &Brief) -> Self {
        match Index(brief).resolve(address) {
            Some(Resolved {
                question: Some(question),
                selected: None,
                claim: None,
            }) if question == self.question => {
                let closed = self.closed();
                Self { claim: None, ..closed }
            }
            _ => Self {
                whole: address.whole,
                ..self.go(address, brief)
            },
        }
    }

    /// At a question; what was selected or opened belongs to the one left behind.
    fn at(mut self, question: usize) -> Self {
        if question != self.question {
            self.question = question;
            self.selected = None;
            self.claim = None;
            self.in_view = None;
            self.whole = false;
            self.pinned = false;
        }
        self
    }

    fn turned(mut self, to: Attention) -> Self {
        self.turn = Turn {
            count: self.turn.count.wrapping_add(1),
            to,
        };
        self
    }

    /// Moves to where an address leads; one of something else changes nothing.
    fn go(self, address: &Address, brief: &Brief) -> Self {
        let index = Index(brief);
        let Some(found) = index.resolve(address) else {
            return self;
        };
        let (selected, claim) = (found.selected, found.claim);
        let question = match (&claim, &selected, found.question) {
            // A point stands in its own question, whichever is named.
            (Some((of, _)), ..) => *of,
            (None, _, Some(question)) => question,
            // Who reads a question stays with it; who has just come is shown where a thing belongs.
            (None, Some(thing), None) if !self.ready => index.home(thing, self.question),
            _ => self.question,
        };
        let (panel, to) = match (&selected, &claim) {
            (Some(Thing::Event(_) | Thing::Note(_)), _) => (Panel::Timeline, Attention::Detail),
            (Some(Thing::Actor(_) | Thing::Tie(_)), _) => (Panel::Map, Attention::Detail),
            (Some(Thing::Entry(_)), _) => (self.panel, Attention::Detail),
            (None, Some(_)) => (self.panel, Attention::Point),
            (None, None) => (self.panel, Attention::Question),
        };
        // Evidence stays open beside what is selected in the same question.
        let is_kept = selected.is_some() && question == self.question && !self.has_sheets();
        let claim = claim.or_else(|| self.claim.clone().filter(|_| is_kept));
        let asof = address
            .asof
            .as_deref()
            .and_then(|source| When::parse(source).ok())
            .or_else(|| self.asof.clone());
        let lens = if address.lens.is_empty() {
            self.lens.clone()
        } else {
            address.lens.clone()
        };
        let next = self.at(question).turned(to);
        Self {
            selected,
            claim,
            asof,
            lens,
            panel,
            // A link within the page that says nothing of the map leaves it as it is.
            whole: next.whole || address.whole,
            ..next
        }
    }

    /// The address of this state.
    pub fn address(&self, brief: &Brief) -> Address {
        let index = Index(brief);
        let mut address = Address {
            id: brief
                .questions
                .get(self.question)
                .map(|question| question.id.to_string()),
            asof: self.asof.as_ref().map(|when| when.edtf().to_owned()),
            lens: self.lens.clone(),
            whole: self.whole,
            claim: self.claim.as_ref().map(|(_, id)| id.to_string()),
            ..Address::default()
        };
        if let Some(thing) = &self.selected {
            let id = Some(index.id(thing).to_string());
            match thing {
                Thing::Actor(_) => address.actor = id,
                Thing::Tie(_) => address.tie = id,
                Thing::Event(_) => address.event = id,
                Thing::Entry(idx) if brief.entries[*idx].is_term => address.term = id,
                Thing::Note(_) | Thing::Entry(_) => address.record = id,
            }
        }
        address
    }
}
