//! The cases, by what they are about, and the engines each is run in.

mod access;
mod address;
mod date_bar;
mod dates;
mod drawing;
mod embed;
mod evidence;
mod faults;
mod frames;
mod heights;
mod history;
mod keyboard;
mod layout;
mod leading;
mod loader;
mod map;
mod messages;
mod notes;
mod parts;
mod phone;
mod policy;
mod printing;
mod reading;
mod selection;
mod steps;
mod walk;
mod wheel;
mod whole_map;

use std::pin::Pin;

use anyhow::Result;

use crate::engine::Engine;
use crate::reader::Reader;

type Doing<'a> = Pin<Box<dyn Future<Output = Result<()>> + 'a>>;

/// Why a case could not be run here; where everything is required, that is a failure.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(crate) struct NotRun(pub(crate) &'static str);

/// Something that must hold in a browser.
#[derive(Clone, Copy)]
pub(crate) struct Case {
    pub(crate) name: &'static str,
    pub(crate) run: for<'a> fn(&'a Reader<'a>) -> Doing<'a>,
    engines: &'static [Engine],
}

impl Case {
    pub(crate) fn runs_in(&self, engine: Engine) -> bool {
        self.engines.contains(&engine)
    }
}

/// One case a line: the function, whose name is the name of the case, and the engines when not all have what it needs.
macro_rules! cases {
    ($($module:ident :: $name:ident $(in $engines:expr)?),* $(,)?) => {
        vec![$(Case {
            name: stringify!($name),
            run: |reader| Box::pin($module::$name(reader)),
            engines: cases!(@engines $($engines)?),
        }),*]
    };
    (@engines) => { &Engine::ALL };
    (@engines $engines:expr) => { $engines };
}

const CHROMIUM: &[Engine] = &[Engine::Chromium];
/// WebKit's driver misses what it is to click in a frame that is higher than the window.
const CLICKS_IN_HIGH_FRAMES: &[Engine] = &[Engine::Chromium, Engine::Firefox];
/// WebKit takes no account of a padding when it goes a page further.
const PAGES_BY_PADDING: &[Engine] = &[Engine::Chromium, Engine::Firefox];

#[expect(clippy::too_many_lines, reason = "a table, one case a line")]
pub(crate) fn all() -> Vec<Case> {
    cases![
        walk::next_and_back_reach_every_question,
        walk::arrow_keys_step_inside_the_walk,
        walk::arrow_keys_elsewhere_do_not_step,
        walk::the_list_of_questions_leads_to_each,
        walk::choosing_a_question_closes_the_list,
        walk::the_browsers_back_button_returns_to_the_question_before,
        walk::read_it_all_shows_every_question,
        steps::a_step_needs_one_frame_however_slow_the_machine,
        steps::everything_on_the_pictures_keeps_its_link_and_its_name,
        steps::who_stays_on_the_map_travels_and_who_comes_fades_in in CHROMIUM,
        selection::an_actor_opens_its_ties_as_sentences,
        selection::an_actor_can_be_chosen_by_keyboard,
        selection::a_detail_can_be_closed,
        selection::a_tie_opens_its_evidence,
        selection::an_event_shows_its_actors_on_the_map,
        selection::a_point_opens_its_evidence,
        evidence::opening_evidence_names_it_in_the_address,
        evidence::opening_evidence_in_a_frame_names_it_too,
        evidence::evidence_opened_before_the_app_runs_is_named_then,
        notes::a_note_after_the_article_opens_at_the_question,
        notes::a_later_note_has_an_address,
        notes::a_point_asked_for_by_name_shows_under_any_lens,
        notes::a_note_told_before_is_told_again_where_it_is_opened,
        notes::a_point_named_with_another_question_opens_at_its_own,
        history::back_to_a_foreign_fragment_is_back_to_the_first_question,
        history::back_to_a_list_finds_its_address_and_the_list,
        history::a_failed_app_stays_failed_whatever_the_address,
        leading::what_a_link_selects_is_read_from_its_beginning,
        leading::a_panic_later_leaves_every_link_alive,
        leading::a_link_followed_twice_leads_twice,
        leading::opening_a_link_announces_nothing,
        leading::a_zoom_by_hand_ends_with_the_question,
        leading::a_lens_from_a_link_can_be_released,
        keyboard::what_the_keyboard_reaches_on_the_map_is_in_sight,
        keyboard::home_and_end_stay_with_the_page,
        keyboard::after_the_last_part_of_a_question_come_its_steps,
        keyboard::tab_through_the_stage_moves_nothing,
        phone::the_answer_is_on_a_phones_first_screen,
        phone::a_strip_stays_and_brings_the_picture_back,
        phone::a_sheet_closes_where_the_reader_was,
        phone::beside_the_text_the_stage_stands_from_900_px_on,
        phone::where_every_question_shows_the_pictures_follow_the_reader,
        phone::a_detail_opened_from_the_text_takes_the_focus,
        keyboard::on_a_phone_tab_comes_from_the_answer_to_the_picture,
        keyboard::a_page_further_skips_nothing in PAGES_BY_PADDING,
        whole_map::the_smaller_map_keeps_one_tab_stop_that_is_drawn,
        whole_map::a_phone_shows_where_an_actor_of_another_question_stands,
        whole_map::on_a_phone_the_whole_map_is_entered_by_its_regions,
        whole_map::the_ties_of_an_actor_elsewhere_are_offered_on_the_whole_map,
        whole_map::whole_map_pressed_twice_ends_a_zoom_by_hand,
        wheel::the_wheel_keeps_what_lies_under_the_pointer,
        wheel::a_sideways_turn_of_the_wheel_does_not_zoom,
        map::two_fingers_zoom_the_map_and_one_does_not in CHROMIUM,
        drawing::the_map_ends_where_its_frame_ends,
        drawing::the_lines_of_a_name_keep_their_distance_after_steps,
        drawing::what_a_tie_says_lies_over_no_name,
        drawing::a_tie_is_chosen_in_the_middle_of_its_line,
        date_bar::a_date_is_asked_for_typed_stepped_and_let_go_of,
        dates::at_a_pinned_date_each_tie_stands_as_its_dates_say,
        dates::without_a_date_no_tie_steps_back,
        address::a_link_restores_question_and_actor,
        address::a_bare_id_selects_that_thing,
        address::an_unknown_id_gives_the_first_question,
        address::what_is_hung_on_to_an_address_is_ignored,
        address::a_foreign_fragment_is_harmless,
        address::start_names_the_first_step,
        address::theme_gives_the_colours,
        reading::without_scripts_everything_can_be_read,
        reading::with_scripting_switched_off_everything_can_be_read in CHROMIUM,
        reading::a_translated_page_can_still_be_walked,
        faults::a_missing_wasm_file_leaves_the_page_readable,
        faults::a_broken_wasm_file_leaves_the_page_readable,
        faults::a_stalled_wasm_file_leaves_the_page_readable,
        faults::missing_data_leave_the_page_readable,
        faults::cut_or_foreign_data_leave_the_page_readable,
        faults::a_browser_without_wasm_can_read_the_page,
        faults::a_page_translated_before_the_app_comes_still_starts,
        faults::a_page_with_swapped_elements_still_starts,
        faults::the_focus_stays_while_a_translated_page_starts,
        faults::the_app_starts_whatever_type_its_file_is_said_to_have,
        faults::an_app_that_stops_hides_nothing,
        faults::the_loader_opens_where_the_app_will,
        faults::the_app_opens_where_the_loader_did,
        faults::the_app_starts_in_a_folder_named_without_its_slash,
        parts::a_part_alone_is_that_part,
        parts::a_link_to_a_list_shows_it_below_the_part,
        parts::a_part_alone_is_the_whole_page_when_the_app_fails,
        embed::a_plain_frame_can_be_read_and_scrolled,
        embed::a_sandboxed_frame_comes_alive,
        embed::a_page_in_pyms_frame_tells_its_height,
        embed::a_host_that_isolates_itself_shows_the_explainer,
        embed::the_loader_gives_the_frame_its_height,
        embed::the_example_page_shows_the_explainer,
        frames::a_frame_takes_no_focus_and_moves_nothing,
        frames::next_in_a_frame_leads_on_before_the_app_runs,
        frames::steps_in_a_frame_add_no_history,
        frames::a_list_in_a_frame_scrolls_in_a_box,
        messages::hello_and_theme_from_the_host_work,
        messages::foreign_messages_change_nothing,
        heights::keys_reach_the_end_whatever_height_the_host_allows,
        heights::wheel_and_fingers_reach_the_end_whatever_height_the_host_allows in CHROMIUM,
        heights::the_wheel_over_a_fitted_frame_scrolls_its_host in CHROMIUM,
        heights::a_frame_follows_when_the_host_allows_more_or_less,
        heights::a_frame_that_no_host_fits_scrolls_when_it_grows,
        loader::the_loader_heeds_only_good_heights_of_its_own_frame,
        loader::a_frame_in_a_saved_page_is_taken_on,
        loader::a_frame_that_the_parser_has_yet_to_reach_is_taken_on,
        loader::an_element_that_comes_late_gets_its_frame,
        loader::the_loader_makes_no_frame_without_an_address,
        messages::a_step_in_a_fitted_frame_is_seen in CLICKS_IN_HIGH_FRAMES,
        messages::a_step_is_seen_below_the_bar_of_its_host in CLICKS_IN_HIGH_FRAMES,
        messages::a_fitted_frame_has_its_host_scroll,
        messages::a_frame_that_scrolls_by_itself_asks_for_nothing,
        policy::the_strict_policy_is_kept_and_holds,
        policy::nothing_is_asked_of_anyone_else,
        policy::each_file_says_once_how_long_it_keeps,
        policy::nothing_is_stored,
        policy::the_console_stays_clean in CHROMIUM,
        layout::a_phone_needs_no_sideways_scrolling,
        layout::a_desk_needs_no_sideways_scrolling,
        layout::no_word_is_too_long_for_a_phone,
        layout::buttons_zoom_and_show_the_whole_map,
        printing::nothing_is_cut_off_on_paper in CHROMIUM,
        layout::nothing_shifts_while_the_page_comes_alive in CHROMIUM,
        wheel::the_wheel_over_the_map_scrolls_the_page in CHROMIUM,
        access::axe_finds_nothing_serious_in_light in CHROMIUM,
        access::axe_finds_nothing_serious_in_dark in CHROMIUM,
    ]
}
