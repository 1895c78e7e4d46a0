//! Routes: how each tie bends from one actor to the other.
//!
//! Every tie tries a handful of bows, to both sides, and takes the cheapest
//! with regard to the actors in its way and the bows the other ties have taken;
//! a few rounds of this settle. Ties between the same two actors must keep
//! apart, so parallel and opposite ties fan out.

use super::body::Standing;
use super::curve::Curve;
use super::drawn::{Drawn, Tie, along, cut, loop_above, touching, twin};
use super::geometry::{Box2, Vec2};
use super::metrics::NODE_RADIUS;
use super::slots::count;

/// Bows tried, as shares of the length; slight ones look drawn, not ruled.
const BOWS: [f64; 13] = [
    0.06, -0.06, 0.0, 0.12, -0.12, 0.19, -0.19, 0.27, -0.27, 0.36, -0.36, 0.46, -0.46,
];
/// How far along the tie the bend may lie from the middle, as shares of the length.
const LEANS: [f64; 3] = [0.0, -0.22, 0.22];
/// Bows tried where nothing else helps: how many, how far apart, and how they lean.
const FINE: (usize, f64) = (34, 0.018);
const FINE_LEANS: [f64; 5] = [0.0, -0.15, 0.15, -0.3, 0.3];
/// Two ties that cost each other more than this by lying close are looked at again.
const FUSING: f64 = 3.0;
/// What it costs to bend, and to lean.
const BENT: f64 = 14.0;
const LEANING: f64 = 2.0;
/// Short ties bend as if they were this long.
const SHORTEST: f64 = 70.0;
/// Rounds in which every tie may change its mind.
const ROUNDS: usize = 3;
/// Air between an actor's shape and its ties, and beyond the tip of an arrow head.
const AIR: (f64, f64) = (1.0, 2.5);
/// Between a tie and the shapes and names it passes.
const CLEAR: f64 = 2.5;
/// What it costs to run through a shape, which would make its actor a party to the tie.
const THROUGH: f64 = 250.0;
/// What it costs to run over a name, and to cross another tie.
const HIT: f64 = 50.0;
const CROSSING: f64 = 3.0;
/// What each unit of length in a title costs.
const STRUCK: f64 = 0.5;
/// Steps in which a curve is followed out of its actor.
const STRIDE: f64 = 1.0 / 64.0;
/// Pieces a whole curve is measured in where it leaves its actors.
const ENDS: usize = 11;

/// Draws ties between actors who stand still.
pub(super) struct Router<'a> {
    pub(super) standing: Standing<'a>,
    pub(super) ties: &'a [Tie],
    pub(super) frame: Box2,
    /// Titles, which ties had better not strike through.
    pub(super) titles: &'a [Box2],
    /// The least length of a tie that can be seen and labelled well.
    pub(super) short: f64,
}

impl Router<'_> {
    /// Every tie with the bow it settles on.
    pub(super) fn all(&self) -> Vec<Drawn> {
        self.again(self.ties.iter().map(|&tie| self.draw(tie, 0.0, 0.0)).collect())
    }

    /// Lets every tie change its mind, a few times over. The finer look is taken twice: of two ties that fuse, the first
    /// may find no room before the second has moved.
    pub(super) fn again(&self, mut drawn: Vec<Drawn>) -> Vec<Drawn> {
        for _ in 0..ROUNDS {
            for index in 0..self.ties.len() {
                drawn[index] = self.cheapest(index, &drawn);
            }
        }
        (0..2).fold(drawn, |drawn, _| self.squeezed(drawn))
    }

    /// How bad the routes are together.
    pub(super) fn total(&self, drawn: &[Drawn]) -> f64 {
        let each = |(index, drawn_one): (usize, &Drawn)| {
            self.own_cost(self.ties[index], drawn_one) + self.cost_among(index, drawn_one, drawn, f64::INFINITY) / 2.0
        };
        drawn.iter().enumerate().map(each).sum()
    }

    fn draw(&self, tie: Tie, bow: f64, lean: f64) -> Drawn {
        let (a, c) = (self.standing.at[tie.from], self.standing.at[tie.to]);
        let whole = if tie.from == tie.to {
            loop_above(a)
        } else {
            Curve::bowed(a, c, bow, lean)
        };
        let seen = self.trim(tie, whole);
        Drawn::new(bow, whole, seen)
    }

    /// A tie with the bow that is best while the others keep theirs.
    pub(super) fn cheapest(&self, index: usize, drawn: &[Drawn]) -> Drawn {
        let shapes = BOWS.iter().flat_map(|&share| LEANS.map(|lean| (share, lean)));
        // A straight line does not lean.
        self.cheapest_of(
            index,
            drawn,
            shapes.filter(|&(share, lean)| share != 0.0 || lean == 0.0),
        )
    }

    /// Looks for finer bows where a tie still runs over somebody or fuses with another: the gaps are narrow.
    fn squeezed(&self, mut drawn: Vec<Drawn>) -> Vec<Drawn> {
        for index in 0..self.ties.len() {
            if self.own_cost(self.ties[index], &drawn[index]) >= HIT || self.fuses(index, &drawn) {
                let fine = (0..FINE.0).map(|step| count(step) * FINE.1);
                let shapes = fine
                    .flat_map(|share| [share, -share])
                    .flat_map(|share| FINE_LEANS.map(|lean| (share, lean)));
                drawn[index] = self.cheapest_of(index, &drawn, shapes);
            }
        }
        drawn
    }

    /// Whether a tie can hardly be told from another that is shown with it.
    fn fuses(&self, index: usize, drawn: &[Drawn]) -> bool {
        let (tie, own) = (self.ties[index], &drawn[index]);
        let others = self.ties.iter().zip(drawn).enumerate();
        others
            .filter(|(other, (with, _))| *other != index && tie.meets(**with))
            .any(|(_, (with, taken))| along(own, taken) + touching(tie, own, *with, taken) > FUSING)
    }

    fn cheapest_of(&self, index: usize, drawn: &[Drawn], shapes: impl Iterator<Item = (f64, f64)>) -> Drawn {
        let tie = self.ties[index];
        let length = self.standing.at[tie.to].minus(self.standing.at[tie.from]).length();
        let (mut least, mut best) = (f64::INFINITY, drawn[index]);
        for (share, lean) in shapes {
            let shape = share * share * BENT + lean * lean * LEANING;
            if shape >= least {
                continue;
            }
            let tried = self.draw(tie, share * length.max(SHORTEST), lean);
            let own = self.own_cost(tie, &tried) + shape;
            if own >= least {
                continue;
            }
            let cost = own + self.cost_among(index, &tried, drawn, least - own);
            if cost < least {
                (least, best) = (cost, tried);
            }
        }
        best
    }

    /// What a curve costs by itself: what it runs over, what cannot be seen of it.
    pub(super) fn own_cost(&self, tie: Tie, tried: &Drawn) -> f64 {
        let mut cost = 0.0;
        for node in 0..self.standing.at.len() {
            if node == tie.from || node == tie.to || !self.standing.frame(node).grown(CLEAR).overlaps(tried.bounds) {
                continue;
            }
            for (obstacle, hit) in [(self.standing.shape(node), THROUGH), (self.standing.name(node), HIT)] {
                let cut = cut(obstacle.grown(CLEAR), &tried.points);
                if cut > 0.0 {
                    cost += tie.weight * (hit + cut * 0.4);
                }
            }
        }
        let ends = tried.whole.points::<ENDS>();
        for node in [tie.from, tie.to] {
            cost += cut(self.standing.name(node), &ends) * 0.05;
        }
        let seen = tried
            .points
            .windows(2)
            .map(|pair| pair[1].minus(pair[0]).length())
            .sum::<f64>();
        cost += (self.short - seen).max(0.0) * 0.2;
        cost += self.titles.iter().map(|title| cut(*title, &tried.points)).sum::<f64>() * STRUCK;
        if !self.frame.holds(tried.bounds) {
            cost += 1000.0;
        }
        cost
    }

    /// What a curve costs among the others: crossings, lines that fuse, too close a twin.
    ///
    /// Stops counting at `limit`.
    pub(super) fn cost_among(&self, index: usize, tried: &Drawn, drawn: &[Drawn], limit: f64) -> f64 {
        let tie = self.ties[index];
        let mut cost = 0.0;
        for (other_index, (other, taken)) in self.ties.iter().zip(drawn).enumerate() {
            if cost >= limit {
                break;
            }
            if other_index == index {
                continue;
            }
            let weight = f64::midpoint(tie.weight, other.weight);
            if tried.bounds.overlaps(taken.bounds) {
                cost += CROSSING * weight * tried.crossings(taken);
            }
            cost += twin(tie, tried, *other, taken) + tie.with(*other) * touching(tie, tried, *other, taken);
            // The whole map at once shows so many lines that telling all apart is not to be had.
            if cost < limit && tie.meets(*other) {
                cost += along(tried, taken);
            }
        }
        cost
    }

    /// Cuts off what lies within the shapes and names of the tie's own actors.
    fn trim(&self, tie: Tie, whole: Curve) -> Curve {
        let tip = if tie.directed { AIR.1 } else { AIR.0 };
        let start = self.leaves(tie.from, whole, AIR.0);
        let back = Curve {
            a: whole.c,
            b: whole.b,
            c: whole.a,
        };
        let end = 1.0 - self.leaves(tie.to, back, tip);
        if start < end {
            whole.part(start, end)
        } else {
            whole.part(0.5, 0.5)
        }
    }

    /// The parameter at which a curve has left its actor for good.
    fn leaves(&self, node: usize, curve: Curve, air: f64) -> f64 {
        let at = self.standing.at[node];
        let name = self.standing.name(node).grown(air);
        let radius = NODE_RADIUS + air;
        let inside = |p: Vec2| {
            let way = p.minus(at);
            way.dot(way) < radius * radius || name.contains(p)
        };
        let around = Box2::around(at, radius, radius).union(name);
        let (mut last, mut t) = (0.0, 0.0);
        while t < 0.5 {
            let p = curve.at(t);
            if inside(p) {
                last = t;
            } else if !around.contains(p) {
                break;
            }
            t += STRIDE;
        }
        let (mut low, mut high) = (last, last + STRIDE);
        for _ in 0..7 {
            let middle = f64::midpoint(low, high);
            if inside(curve.at(middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        high
    }
}
