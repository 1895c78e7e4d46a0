//! Drafts: many plans of the regions tried briefly, the better ones longer, the best drawn.
//!
//! Which plan is best shows only when people stand in it and ties run across
//! it, so every round keeps fewer drafts and looks at them more closely.

use super::body::{Body, Standing, rounded};
use super::drawn::Tie;
use super::easing::{Eased, Easing};
use super::geometry::{Box2, Vec2};
use super::metrics::WIDE;
use super::on_threads;
use super::regions::{Demand, Ground, Plan, title};
use super::routes::Router;
use super::search::{Board, Bond};
use super::slots::{Field, Slot};

/// How many drafts a round keeps, and the steps of the search in each.
const ROUNDS: [(usize, usize); 3] = [(PLANS, 200), (12, 700), (5, 2200)];
/// How many plans are worth a draft.
pub(super) const PLANS: usize = 40;
/// How many drafts are drawn to the end.
const DRAWN: usize = 3;
/// Ties should be at least this long.
const SHORT: f64 = 26.0;
/// What the dice start from: any number will do, as long as it stays.
const SEED: u64 = 20;

/// What all drafts have in common.
pub(super) struct Studio<'a> {
    pub(super) bodies: &'a [Body],
    pub(super) bonds: &'a [Bond],
    pub(super) ties: &'a [Tie],
    pub(super) demands: &'a [Demand],
}

/// A plan of the regions with who stands where in it, and how bad that is.
struct Draft {
    cost: f64,
    plan: Plan,
    fields: Vec<Field>,
}

impl Studio<'_> {
    /// The best drafts, drawn.
    pub(super) fn finals(&self, plans: Vec<Plan>) -> Vec<(Plan, Eased)> {
        let board = self.board();
        let mut drafts: Vec<Draft> = plans.into_iter().map(|plan| self.draft(plan)).collect();
        for (kept, steps) in ROUNDS {
            drafts.truncate(kept);
            on_threads(&mut drafts, |draft| draft.cost = board.settle(&mut draft.fields, steps));
            drafts.sort_by(|a, b| a.cost.total_cmp(&b.cost));
        }
        // The search knows straight lines only; from here on routes count.
        on_threads(&mut drafts, |draft| {
            draft.cost = self.routed(&draft.plan, &self.places(draft));
        });
        drafts.sort_by(|a, b| a.cost.total_cmp(&b.cost));
        drafts.truncate(DRAWN);
        let mut finals: Vec<_> = drafts.into_iter().map(|draft| (draft, None)).collect();
        on_threads(&mut finals, |(draft, eased)| *eased = Some(self.eased(draft)));
        finals
            .into_iter()
            .filter_map(|(draft, eased)| Some((draft.plan, eased?)))
            .collect()
    }

    fn board(&self) -> Board<'_> {
        let slot = Slot {
            height: Body::tallest(WIDE),
            rise: Body::rise(WIDE),
        };
        Board {
            bodies: self.bodies,
            bonds: self.bonds,
            slot,
            short: SHORT,
            seed: SEED,
            wishes: None,
        }
    }

    fn draft(&self, plan: Plan) -> Draft {
        let field = |(demand, ground): (&Demand, &Ground)| {
            Field::new(ground.inner(), &demand.members, self.bodies, ground.rows)
        };
        let fields = self.demands.iter().zip(&plan.grounds).map(field).collect();
        Draft {
            cost: 0.0,
            plan,
            fields,
        }
    }

    fn places(&self, draft: &Draft) -> Vec<Vec2> {
        self.board().places(&draft.fields).into_iter().map(rounded).collect()
    }

    /// How bad the routes between these places are.
    fn routed(&self, plan: &Plan, at: &[Vec2]) -> f64 {
        let standing = Standing {
            bodies: self.bodies,
            at,
        };
        let router = Router {
            standing,
            ties: self.ties,
            frame: inside(plan),
            titles: &self.titles(plan),
            short: SHORT,
        };
        router.total(&router.all())
    }

    fn eased(&self, draft: &Draft) -> Eased {
        let rooms = self.rooms(&draft.plan);
        let frame = inside(&draft.plan);
        Easing {
            bodies: self.bodies,
            ties: self.ties,
            rooms: &rooms,
            frame,
            titles: &self.titles(&draft.plan),
            short: SHORT,
        }
        .ease(self.places(draft))
    }

    fn titles(&self, plan: &Plan) -> Vec<Box2> {
        let regions = self.demands.iter().zip(&plan.grounds);
        regions
            .map(|(demand, ground)| title(ground.rect, &demand.name))
            .collect()
    }

    /// For each actor the part of the map in which it may stand.
    fn rooms(&self, plan: &Plan) -> Vec<Box2> {
        let mut rooms = vec![Box2::around(Vec2::default(), 0.0, 0.0); self.bodies.len()];
        for (demand, ground) in self.demands.iter().zip(&plan.grounds) {
            for &member in &demand.members {
                rooms[member] = ground.inner();
            }
        }
        rooms
    }
}

/// Where routes may run.
fn inside(plan: &Plan) -> Box2 {
    Box2::sized(plan.size.0, plan.size.1).grown(-1.0)
}
