//! Tests of the whole picture.

use super::*;

fn request(dates: &[&str], width: f64) -> Request {
    let items = dates
        .iter()
        .map(|date| Item {
            when: When::parse(date).expect("good"),
            later: date.starts_with("202"),
            label: format!("what happened in {date}"),
        })
        .collect::<Vec<_>>();
    let all = (0..items.len()).collect();
    Request {
        width,
        items,
        scenes: vec![all],
        published: Day::from_ymd(2019, 11, 7),
    }
}

fn drawn(request: Request) -> Picture {
    Layout::of(request).picture(Choice::default())
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
    let picture = drawn(request(&DATES, 690.0));
    for pair in [(0, 2), (2, 4), (4, 5), (5, 6), (6, 7)] {
        assert!(picture.marks[pair.0].from < picture.marks[pair.1].from, "{pair:?}");
    }
}

#[test]
fn everything_stays_within_the_picture() {
    for width in [288.0, 340.0, 690.0, 1_100.0] {
        let picture = drawn(request(&DATES, width));
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
    let picture = drawn(request(&DATES, 340.0));
    for (idx, one) in picture.marks.iter().enumerate() {
        for other in &picture.marks[idx + 1..] {
            let apart = (one.y - other.y).abs() > 1.0 || one.to < other.from || other.to < one.from;
            assert!(apart, "{one:?} {other:?}");
        }
    }
}

#[test]
fn labels_do_not_overlap() {
    let picture = drawn(request(&DATES, 690.0));
    let boxes: Vec<(f64, f64, f64)> = picture
        .marks
        .iter()
        .filter_map(|mark| mark.label.as_ref())
        .map(|label| (label.from, label.to(), label.y))
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
    let picture = drawn(asked);
    let label = picture.marks[0].label.as_ref().expect("it is shorter than the picture");
    assert!(label.from >= 0.0 && label.to() <= 340.0, "{label:?}");
    assert!(label.from < label.x && label.x < label.to(), "{label:?}");
}

#[test]
fn a_date_is_drawn_in_the_form_of_its_precision() {
    let picture = drawn(request(&DATES, 690.0));
    let forms: Vec<&str> = picture.marks.iter().map(|mark| mark.form.word()).collect();
    assert_eq!(forms, ["year", "open", "year", "open", "month", "season", "day", "day"]);
    assert!(picture.marks[1].open_end && !picture.marks[1].open_start);
    assert!(picture.marks[3].open_start && !picture.marks[3].open_end);
}

#[test]
fn an_empty_timeline_still_has_the_article_on_it() {
    let picture = drawn(request(&[], 340.0));
    assert!(picture.published > 0.0 && picture.published < 340.0);
    assert!(!picture.ticks.is_empty());
}

#[test]
fn the_same_request_gives_the_same_picture() {
    assert_eq!(drawn(request(&DATES, 500.0)), drawn(request(&DATES, 500.0)));
}

#[test]
fn an_event_of_the_article_goes_on_no_further_than_the_article() {
    let mut asked = request(&["1981/..", "2020/..", "2018/", "2020-02/.."], 690.0);
    asked.items[3].later = false;
    let picture = drawn(asked);
    let ends: Vec<f64> = picture.marks.iter().map(|mark| mark.to).collect();
    assert!((1.0..3.0).contains(&(picture.published - ends[0])), "{ends:?}");
    assert!(picture.marks[0].open_end, "with the form of what goes on");
    assert!(ends[1] > 670.0, "the record since tells of something later: {ends:?}");
    assert!(
        ends[2] < picture.published,
        "an end not known is a short tail: {ends:?}"
    );
    assert!(
        ends[3] - picture.marks[3].from < 41.0,
        "what is only expected is one too: {ends:?}"
    );
}

#[test]
fn what_began_just_before_the_article_still_has_its_open_end() {
    let picture = drawn(request(&["2019-11-06/.."], 690.0));
    let mark = &picture.marks[0];
    assert!(
        mark.to > mark.from + 7.0,
        "it is still drawn with its open end: {mark:?}"
    );
}

#[test]
fn labels_read_from_the_left_and_from_the_top_in_the_order_of_their_dates() {
    let dates = [
        "1979",
        "1986",
        "2018-07",
        "2019-10-30",
        "2020-03-20",
        "2021-02-04",
        "2023-05-26",
        "2024-06-12",
    ];
    for width in [288.0, 360.0, 690.0, 1_100.0] {
        let picture = drawn(request(&dates, width));
        let labels: Vec<&Label> = picture
            .marks
            .iter()
            .map(|mark| mark.label.as_ref().expect("a label"))
            .collect();
        for pair in labels.windows(2) {
            let beside = (pair[0].y - pair[1].y).abs() < 0.1 && pair[0].to() < pair[1].from;
            assert!(beside || pair[0].y < pair[1].y, "at {width}: {pair:?}");
        }
    }
}

#[test]
fn what_came_after_the_article_is_labelled_after_it_where_there_is_room() {
    let picture = drawn(request(
        &["2018-07", "2020-03-20", "2021-02-04", "2024-06-12", "2025"],
        560.0,
    ));
    for mark in &picture.marks[1..] {
        let label = mark.label.as_ref().expect("a label");
        assert!(label.from >= picture.published - 0.1, "{label:?}");
    }
}

#[test]
fn what_the_article_tells_of_is_labelled_before_it_where_there_is_room() {
    let picture = drawn(request(&["2019-22", "2019-10-30", "2019-11-05"], 690.0));
    for mark in &picture.marks {
        let label = mark.label.as_ref().expect("a label");
        assert!(label.to() <= picture.published + 2.0, "{label:?}");
    }
}
