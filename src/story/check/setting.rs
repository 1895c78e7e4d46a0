//! Holds a story against what its file cannot know: the folder that it lies in, and the day on which it is checked.

use super::super::date::{Day, When};
use super::super::ids::is_id;
use super::fields::Fields;

/// What is known beside the text of the file.
#[derive(Clone, Copy)]
pub(super) struct Setting<'a> {
    /// The name of the folder.
    pub(super) folder: &'a str,
    /// The day of the check.
    pub(super) today: Day,
}

/// A story is named by its folder. What can be no slug at all was told before.
pub(super) fn hold_slug(fields: &Fields<'_>, slug: &str) {
    let Some(Setting { folder, .. }) = fields.context.setting else {
        return;
    };
    if slug == folder || !is_id(slug) {
        return;
    }
    let what = format!("`slug` is `{slug}`, and the story lies in the folder `{folder}`");
    let mend = if is_id(folder) {
        format!("rename the folder to `{slug}`, or write `slug = \"{folder}\"`")
    } else {
        format!("rename the folder to `{slug}`")
    };
    fields.report(fields.at("slug"), what, mend);
}

/// What has been done cannot have been done on a day to come.
pub(super) fn hold_day(fields: &Fields<'_>, name: &str, when: Option<&When>) {
    let (Some(Setting { today, .. }), Some(when)) = (fields.context.setting, when) else {
        return;
    };
    if when.earliest().is_some_and(|earliest| earliest > today) {
        let (year, month, day) = today.ymd();
        let what = format!("`{name}` is `{}`, which is still to come", when.edtf());
        let mend = format!("give the day on which it was done, {year:04}-{month:02}-{day:02} at the latest");
        fields.report(fields.at(name), what, mend);
    }
}
