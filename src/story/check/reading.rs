//! Holds the dates of sources and notes against when the record was read: nobody has read what was not there yet.

use super::super::date::When;
use super::super::{Meta, Record, Source};
use super::fields::{Fields, Placed};

/// Tells of sources that are newer than the newest page read, and of notes that are newer than the reading.
pub(super) fn hold(meta: Option<&Meta>, sources: &[Placed<'_, Source>], records: &[Placed<'_, Record>]) {
    let Some(meta) = meta else { return };
    for source in sources {
        let mend = "correct this date, or the `reaches` of the story: the date of the newest page that was read";
        not_after(
            &source.fields,
            source.value.date.as_ref(),
            ("reaches", &meta.reaches),
            mend,
        );
    }
    for record in records {
        let mend = "correct this date, or the `checked` of the story: the day on which the record was read";
        not_after(
            &record.fields,
            record.value.date.as_ref(),
            ("checked", &meta.checked),
            mend,
        );
    }
}

fn not_after(fields: &Fields<'_>, date: Option<&When>, (name, limit): (&str, &When), mend: &str) {
    let Some(date) = date else { return };
    if date
        .earliest()
        .zip(limit.latest())
        .is_some_and(|(date, limit)| date > limit)
    {
        let what = format!("`{}` is after `{name}`, `{}`", date.edtf(), limit.edtf());
        fields.report(fields.at("date"), what, mend);
    }
}
