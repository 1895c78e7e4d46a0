//! The picture of the timeline: where events stand on a scale of years, drawn
//! no more precisely than they are dated.
//!
//! Request in, result out. It knows dates and widths, but neither what happened
//! nor the browser; undated things never come here.
//!
//! ```text
//!        2009 EU listing ends       <- labels of what stands out, in rows
//!        |        Jul 2018 The plot
//!   o    |    o   |                 <- marks, in lanes
//!  ======================
//!  |----|----|----|--|--|--|-|-|-|  <- the scale, wider round the article
//! ```

mod labels;
mod lanes;
mod mark;
mod scale;
mod ticks;

pub use labels::Label;
pub use mark::{Form, Mark};
pub use scale::Scale;
pub use ticks::Tick;

use crate::story::date::{Day, When};
use mark::mark;

/// Height of a row of labels.
const ROW: f64 = 16.0;
/// Room at the top for the words at the publication line.
const HEADING: f64 = 12.0;
/// Height of a lane of marks.
const LANE: f64 = 10.0;
/// Height of the axis with its numbers.
const AXIS: f64 = 26.0;

/// Something dated.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// When it was.
    pub when: When,
    /// What stands at its mark when it stands out.
    pub label: String,
}

/// All that the picture depends on.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// Width in CSS pixels.
    pub width: f64,
    /// Everything dated.
    pub items: Vec<Item>,
    /// For each question the items that stand out.
    pub scenes: Vec<Vec<usize>>,
    /// The question shown.
    pub scene: usize,
    /// One more item that stands out, whatever the question.
    pub selected: Option<usize>,
    /// The day the article appeared.
    pub published: Day,
    /// The pinned date.
    pub asof: Option<Day>,
}

/// All that drawing needs, in CSS pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// As requested.
    pub width: f64,
    /// Follows from the lanes and from the question with most labels.
    pub height: f64,
    /// Where the axis stands.
    pub axis: f64,
    /// The scale's ticks.
    pub ticks: Vec<Tick>,
    /// Where the scale changes, so that it can be said.
    pub breaks: Vec<f64>,
    /// One mark an item, in the order of the items.
    pub marks: Vec<Mark>,
    /// Where the article appeared.
    pub published: f64,
    /// Where the pinned date stands.
    pub asof: Option<f64>,
}

/// Rounds to a tenth of a pixel, so that the page built twice is the same.
pub(crate) fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// Draws the timeline.
pub fn layout(request: &Request) -> Picture {
    let scale = Scale::around(request.published, &span(request), request.width);
    let mut marks: Vec<Mark> = request.items.iter().map(|item| mark(&item.when, &scale)).collect();
    let n_lanes = lanes::assign(&mut marks);
    let published = tenth(scale.x(request.published));
    let n_rows = (0..request.scenes.len())
        .map(|scene| labels::place(request, &focus(request, scene, None), published, &mut marks.clone()))
        .max()
        .unwrap_or_default();
    let shown = focus(request, request.scene, request.selected);
    let n_rows = n_rows.max(labels::place(request, &shown, published, &mut marks)).max(1);
    let top = HEADING + f64::from(n_rows) * ROW + 6.0;
    let axis = top + f64::from(n_lanes) * LANE + 4.0;
    for mark in &mut marks {
        mark.y = tenth(top + mark.y * LANE + LANE / 2.0);
        if let Some(label) = &mut mark.label {
            label.y = tenth(top - 8.0 - label.y * ROW);
        }
    }
    Picture {
        width: request.width,
        height: tenth(axis + AXIS),
        axis: tenth(axis),
        ticks: ticks::of(&scale),
        breaks: scale.breaks(),
        marks,
        published,
        asof: request.asof.map(|day| tenth(scale.x(day))),
    }
}

fn focus(request: &Request, scene: usize, selected: Option<usize>) -> Vec<usize> {
    let mut items = request.scenes.get(scene).cloned().unwrap_or_default();
    items.extend(selected.filter(|item| !items.contains(item)));
    items.retain(|item| *item < request.items.len());
    items
}

/// First and last day of everything, the article included.
fn span(request: &Request) -> (Day, Day) {
    let days = request
        .items
        .iter()
        .flat_map(|item| [item.when.earliest(), item.when.latest()])
        .flatten();
    days.fold((request.published, request.published), |(first, last), day| {
        (first.min(day), last.max(day))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(dates: &[&str], width: f64) -> Request {
        let items = dates
            .iter()
            .map(|date| Item {
                when: When::parse(date).expect("good"),
                label: format!("what happened in {date}"),
            })
            .collect::<Vec<_>>();
        let all = (0..items.len()).collect();
        Request {
            width,
            items,
            scenes: vec![all],
            scene: 0,
            selected: None,
            published: Day::from_ymd(2019, 11, 7),
            asof: None,
        }
    }

    const DATES: [&str; 8] = [
        "1979",
        "1981/..",
        "1986",
        "/2009",
        "2018-07",
        "2019-22",
        "2019-10-30?",
        "2021-02-04",
    ];

    #[test]
    fn later_things_stand_further_right() {
        let picture = layout(&request(&DATES, 690.0));
        for pair in [(0, 2), (2, 4), (4, 5), (5, 6), (6, 7)] {
            assert!(picture.marks[pair.0].from < picture.marks[pair.1].from, "{pair:?}");
        }
    }

    #[test]
    fn everything_stays_within_the_picture() {
        for width in [288.0, 340.0, 690.0, 1_100.0] {
            let picture = layout(&request(&DATES, width));
            for mark in &picture.marks {
                assert!(mark.from >= 0.0 && mark.to <= width, "{mark:?} within {width}");
                assert!(mark.y > 0.0 && mark.y < picture.axis, "{mark:?}");
                if let Some(label) = &mark.label {
                    assert!(label.y > 0.0, "{label:?}");
                }
            }
        }
    }

    #[test]
    fn marks_of_one_lane_do_not_touch() {
        let picture = layout(&request(&DATES, 340.0));
        for (idx, one) in picture.marks.iter().enumerate() {
            for other in &picture.marks[idx + 1..] {
                let apart = (one.y - other.y).abs() > 1.0 || one.to < other.from || other.to < one.from;
                assert!(apart, "{one:?} {other:?}");
            }
        }
    }

    #[test]
    fn labels_do_not_overlap() {
        let picture = layout(&request(&DATES, 690.0));
        let boxes: Vec<(f64, f64, f64)> = picture
            .marks
            .iter()
            .filter_map(|mark| mark.label.as_ref())
            .map(|label| (label.from(), label.to(), label.y))
            .collect();
        assert!(boxes.len() >= 6, "most labels have room: {boxes:?}");
        for (idx, one) in boxes.iter().enumerate() {
            for other in &boxes[idx + 1..] {
                assert!(
                    (one.2 - other.2).abs() > 1.0 || one.1 < other.0 || other.1 < one.0,
                    "{one:?} {other:?}"
                );
            }
        }
    }

    #[test]
    fn on_a_phone_a_label_that_fits_neither_side_stands_across_its_leader() {
        let mut asked = request(&["2019-10-30?"], 340.0);
        asked.items[0].label = "30 Oct [2019] Tweets under a false name".into();
        let picture = layout(&asked);
        let label = picture.marks[0].label.as_ref().expect("it is shorter than the picture");
        assert!(label.from() >= 0.0 && label.to() <= 340.0, "{label:?}");
        assert!(label.from() < label.x && label.x < label.to(), "{label:?}");
    }

    #[test]
    fn a_date_is_drawn_in_the_form_of_its_precision() {
        let picture = layout(&request(&DATES, 690.0));
        let forms: Vec<&str> = picture.marks.iter().map(|mark| mark.form.word()).collect();
        assert_eq!(forms, ["year", "open", "year", "open", "month", "season", "day", "day"]);
        assert!(picture.marks[1].open_end && !picture.marks[1].open_start);
        assert!(picture.marks[3].open_start && !picture.marks[3].open_end);
    }

    #[test]
    fn an_empty_timeline_still_has_the_article_on_it() {
        let picture = layout(&request(&[], 340.0));
        assert!(picture.published > 0.0 && picture.published < 340.0);
        assert!(!picture.ticks.is_empty());
    }

    #[test]
    fn the_same_request_gives_the_same_picture() {
        assert_eq!(layout(&request(&DATES, 500.0)), layout(&request(&DATES, 500.0)));
    }
}
