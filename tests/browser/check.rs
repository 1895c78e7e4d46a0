//! What must hold. Each check waits for it, and says what was seen when it never came.

use anyhow::{Context, Result, ensure};

use crate::find::View;
use crate::reader::Reader;
use crate::wait::until;

impl Reader<'_> {
    /// Waits until the page looks as described.
    pub(crate) async fn sees(&self, what: &str, holds: impl Fn(&View) -> Result<()>) -> Result<View> {
        until(what, async || {
            let view = self.view().await?;
            holds(&view)?;
            Ok(view)
        })
        .await
    }

    /// The walk stands at this question, everywhere that a place is shown.
    pub(crate) async fn stands_at(&self, id: &str) -> Result<View> {
        self.sees(&format!("the walk at {id}"), |view| {
            ensure!(view.current == [id], "data-current is on {:?}", view.current);
            ensure!(
                view.shown == [id],
                "the questions that can be seen are {:?}",
                view.shown
            );
            ensure!(
                view.steps == [format!("#{id}")],
                "aria-current=\"step\" is on links to {:?}",
                view.steps
            );
            Ok(())
        })
        .await
    }

    /// The same after a step: the address follows, the progress is in words, and the step is not silent.
    pub(crate) async fn has_stepped_to(&self, id: &str) -> Result<()> {
        self.stands_at(id).await?;
        let count = self.story.questions.len();
        let index = self
            .story
            .questions
            .iter()
            .position(|question| question.id == id)
            .context("a question")?
            + 1;
        self.sees(&format!("the step to {id} followed through"), |view| {
            ensure!(view.place() == Some(id), "the address says `{}`", view.fragment);
            let progress = format!("{index} of {count}");
            let is_told = view.progress.iter().any(|text| {
                text.split_whitespace()
                    .collect::<Vec<_>>()
                    .windows(3)
                    .any(|words| words.join(" ") == progress)
            });
            ensure!(
                is_told,
                "no visible text says `{progress}`; there is {:?}",
                view.progress
            );
            let is_focused = view.focused_question.as_deref() == Some(id);
            ensure!(
                is_focused || !view.announced.is_empty(),
                "the focus is on {} and no live region says anything",
                view.focus
            );
            Ok(())
        })
        .await?;
        Ok(())
    }

    /// Nothing went wrong since the page was opened; only a watched site can tell.
    pub(crate) async fn has_no_trouble(&self) -> Result<()> {
        let trouble = self.view().await?.trouble.context("the page is not watched")?;
        ensure!(trouble.is_empty(), "the page had trouble:\n  {}", trouble.join("\n  "));
        Ok(())
    }

    /// Every question, point, actor, tie, event and source of the story can be read now.
    pub(crate) async fn can_read_everything(&self) -> Result<()> {
        let unreadable = self.unreadable().await?;
        let first: Vec<&str> = unreadable.iter().take(12).map(String::as_str).collect();
        ensure!(
            unreadable.is_empty(),
            "{} things cannot be read, such as\n  {}",
            unreadable.len(),
            first.join("\n  ")
        );
        Ok(())
    }
}
