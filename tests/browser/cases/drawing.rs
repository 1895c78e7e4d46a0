//! How the map is drawn: inside its frame, its names in lines, its ties where a pointer meets them.

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::json;

use crate::find::MAP;
use crate::manners::Manners;
use crate::reader::{Reader, Viewport};

pub(crate) async fn the_map_ends_where_its_frame_ends(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    for height in [720, 800] {
        reader.resize(Viewport { width: 1280, height }).await?;
        reader.open_ready(&site.url("/")).await?;
        for question in reader.story.questions.iter().take(3) {
            if question.id != reader.story.first()?.id {
                reader.next().await?;
            }
            reader.stands_at(&question.id).await?;
            reader.comes_to_rest(MAP).await?;
            let script = "return [picture(), picture().parentElement].map((part) => {
                const { top, bottom } = part.getBoundingClientRect();
                return [top, bottom];
            })";
            let (map, frame): ((f64, f64), (f64, f64)) = reader.read(script, vec![]).await?;
            ensure!(
                map.0 >= frame.0 - 1.0 && map.1 <= frame.1 + 1.0 && map.1 > map.0 + 100.0,
                "at {}, {height} px high, the map runs from {} to {} in a frame from {} to {}",
                question.id,
                map.0,
                map.1,
                frame.0,
                frame.1
            );
        }
    }
    reader.has_no_trouble().await
}

pub(crate) async fn the_lines_of_a_name_keep_their_distance_after_steps(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    reader.open_ready(&site.url("/")).await?;
    let mut n_seen = 0;
    for question in reader.story.questions.iter().skip(1).take(5) {
        reader.next().await?;
        reader.stands_at(&question.id).await?;
        reader.comes_to_rest(&format!("{MAP} [data-actor][data-focus]")).await?;
        let apart: Vec<(String, f64)> = reader.read(include_str!("../js/name-lines.js"), vec![]).await?;
        n_seen += apart.len();
        for (actor, ems) in apart {
            ensure!(
                (1.0..=1.4).contains(&ems),
                "at {} the lines of {actor} are {ems:.2} of their size apart",
                question.id
            );
        }
    }
    ensure!(n_seen > 0, "no name has two lines");
    reader.has_no_trouble().await
}

/// Which ties on the map say something at their lines, and what of it lies over something.
#[derive(Debug, Deserialize)]
struct Said {
    said: Vec<String>,
    faults: Vec<String>,
}

pub(crate) async fn what_a_tie_says_lies_over_no_name(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let (mut n_said, mut n_ties) = (0, 0);
    for width in [360, 1280] {
        reader.resize(Viewport { width, height: 900 }).await?;
        for question in &reader.story.questions {
            reader.open_ready(&site.url(&format!("/#{}", question.id))).await?;
            reader.comes_to_rest(&format!("{MAP} [data-actor][data-focus]")).await?;
            let Said { said, faults } = reader.read(include_str!("../js/said-over.js"), vec![]).await?;
            ensure!(faults.is_empty(), "{width} px, {}: {}", question.id, faults.join(", "));
            n_said += question.ties.iter().filter(|tie| said.contains(tie)).count();
            n_ties += question.ties.len();
        }
    }
    ensure!(
        2 * n_said > n_ties,
        "of {n_ties} ties only {n_said} say something at their lines"
    );
    reader.has_no_trouble().await
}

/// The middle of the line of a tie, in the window.
#[derive(Debug, Deserialize)]
struct Middle {
    id: String,
    x: i64,
    y: i64,
}

/// How near another tie of the question may come to the middle of a line, and a tie that is none of the question's:
/// the question's lie over such a one.
const NEAR: [u32; 2] = [12, 0];

/// Where no other tie comes so near, the middle of a line is its own.
pub(crate) async fn a_tie_is_chosen_in_the_middle_of_its_line(reader: &Reader<'_>) -> Result<()> {
    let site = reader.site(Manners::watched()).await?;
    let busy = reader.story.busy()?;
    let address = site.url(&format!("/#{}", busy.id));
    reader.open_ready(&address).await?;
    reader.stands_at(&busy.id).await?;
    let ids: Vec<String> = middles(reader).await?.into_iter().map(|middle| middle.id).collect();
    ensure!(ids.len() > 1, "only {ids:?} of {:?} stand free", busy.ties);
    for id in &ids {
        // What was chosen before may have moved the map.
        reader.open_ready(&address).await?;
        let middle = middles(reader).await?.into_iter().find(|middle| middle.id == *id);
        let Middle { x, y, .. } = middle.with_context(|| format!("{id} no longer stands free"))?;
        reader.click_at(x, y).await?;
        reader
            .sees(&format!("{id} chosen at {x}, {y}"), |view| {
                ensure!(
                    view.ties == [id.as_str()],
                    "data-selected is on the ties {:?}",
                    view.ties
                );
                Ok(())
            })
            .await?;
    }
    reader.has_no_trouble().await
}

async fn middles(reader: &Reader<'_>) -> Result<Vec<Middle>> {
    reader.comes_to_rest(&format!("{MAP} [data-tie][data-focus]")).await?;
    reader
        .read(
            include_str!("../js/middles.js"),
            NEAR.map(|distance| json!(distance)).to_vec(),
        )
        .await
}
