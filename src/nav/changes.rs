//! When something changes: the days on which ties and events of the story begin and end, as exactly as they are dated.

use crate::story::date::{Day, When};
use crate::view_model::brief::Brief;

/// The change nearest to a date, after it or before it; without a date, the first of all or the last. `None` where there
/// is no other. What is open or not known is no change, and a doubt about a date is none of it.
pub(super) fn nearest(brief: &Brief, from: Option<&When>, forward: bool) -> Option<When> {
    let limit = from.and_then(|from| if forward { from.latest() } else { from.earliest() });
    let mut best: Option<(Day, When)> = None;
    let dates = brief.ties.iter().map(|tie| &tie.date);
    for date in dates.chain(brief.events.iter().map(|event| &event.date)).flatten() {
        for end in date.edtf().split('/') {
            let Ok(when) = When::parse(end.trim_end_matches(['?', '~', '%'])) else {
                continue;
            };
            let Some(day) = when.earliest() else { continue };
            let is_past = |other: Day| if forward { day > other } else { day < other };
            let is_nearer = best
                .as_ref()
                .is_none_or(|(nearest, _)| day != *nearest && !is_past(*nearest));
            if limit.is_none_or(is_past) && is_nearer {
                best = Some((day, when));
            }
        }
    }
    best.map(|(_, when)| when)
}
