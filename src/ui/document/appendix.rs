//! What follows the walk: the lists, the sources, about and method, changes,
//! the data and the code to embed.

use yew::prelude::*;

use super::DocumentProps;
use super::masthead::{coverage_table, record_read};
use super::rows;
use super::text::{spans, time};
use crate::story::Story;

/// Everything below the walk and the instruments.
#[component]
pub fn Appendix(props: &DocumentProps) -> Html {
    let story = &props.story;
    html! {
        <aside class="appendix" aria-label="Lists, sources and method">
            {lists(story)}
            {coverage_table(story)}
            {about(story)}
            {terms(story)}
            {embed_code(story)}
            {changes(story)}
            <footer class="colophon">
                <p>{record_read(story)}{". "}{spans(&story.meta.note)}</p>
                <p><a href="story.json" download="story.json">{"This story as open data (JSON)"}</a></p>
                <p>{"No cookies, no tracking, nothing asked of any other site."}</p>
            </footer>
        </aside>
    }
}

fn list(name: &str, heading: &str, lead: &str, rows: Html) -> Html {
    let data_list = name.to_owned();
    html! {
        <section class="list" id={format!("list-{name}")} aria-labelledby={format!("list-{name}-title")}>
            <details class="list-fold" open=true>
                <summary><h2 id={format!("list-{name}-title")}>{heading}</h2></summary>
                if !lead.is_empty() {
                    <p class="list-lead">{lead}</p>
                }
                // The sources have numbers, by which notes cite them.
                if name == "sources" {
                    <ol class="rows" data-list={data_list}>{rows}</ol>
                } else {
                    <ul class="rows" data-list={data_list}>{rows}</ul>
                }
            </details>
        </section>
    }
}

fn lists(story: &Story) -> Html {
    let events = rows::in_order(story);
    html! {
        <div class="lists">
            {list("actors", "Actors", "",
                story.actors.iter().map(|actor| rows::actor(story, actor)).collect())}
            {list("ties", "Ties", "",
                story.ties.iter().map(|tie| rows::tie(story, tie)).collect())}
            {list("events", "Events", "",
                events.iter().map(|id| rows::event(story, story.event(id))).collect())}
            {list("records", "What the record shows", "",
                story.records.iter().map(|record| rows::record_note(story, record)).collect())}
            {list("sources", "Sources", "Where the record notes come from. A party to the dispute is marked as one.",
                story.sources.iter().map(rows::source).collect())}
        </div>
    }
}

fn about(story: &Story) -> Html {
    html! {
        <section class="about" id="about">
            <h2>{"About this page and how to read it"}</h2>
            // Without a topic it stands in the header.
            if story.meta.topic.is_some() {
                <p>{spans(&story.meta.standfirst)}</p>
            }
            {for story.about.iter().map(|about| html! {
                <>
                    <h3>{&about.title}</h3>
                    {for about.text.iter().map(|text| html! { <p>{spans(text)}</p> })}
                </>
            })}
            <h3>{"The article"}</h3>
            <p>{&story.article.title}{", "}{&story.article.author}{", "}{&story.article.outlet}{", "}{time(&story.article.date)}{"."}</p>
            <p>{spans(&story.article.note)}{" "}<a href={format!("#{}", story.article.source)}>{"Source"}</a>{"."}</p>
        </section>
    }
}

fn terms(story: &Story) -> Html {
    html! {
        if !story.terms.is_empty() {
            <section class="terms" id="terms">
                <h2>{"Words explained"}</h2>
                <dl>
                    {for story.terms.iter().map(|term| html! {
                        <>
                            <dt id={term.id.to_string()}>{&term.term}</dt>
                            <dd>{spans(&term.text)}</dd>
                        </>
                    })}
                </dl>
            </section>
        }
    }
}

/// The line that puts the page into another one. It is HTML shown as text, so the headline is escaped once
/// for the attribute here, and once more when the page is written.
fn snippet(headline: &str) -> String {
    let title = headline.replace('&', "&amp;").replace('"', "&quot;");
    format!(
        "<iframe src=\"https://your-host.example/index.html\" title=\"{title}\" width=\"100%\" height=\"900\" loading=\"lazy\"></iframe>"
    )
}

fn embed_code(story: &Story) -> Html {
    html! {
        <section class="embed-code" id="embed-code">
            <h2>{"Put this explainer in a page"}</h2>
            <p>{"Paste this line; replace the host by the one that serves this page. It needs no script."}</p>
            <pre tabindex="0"><code>{snippet(&story.meta.headline)}</code></pre>
            <p><a href="embed/">{"See it in an article, with the script that fits the height"}</a></p>
        </section>
    }
}

fn changes(story: &Story) -> Html {
    html! {
        <section class="changes" id="changes">
            <h2>{"Changes"}</h2>
            <ul>
                {for story.changes.iter().map(|change| html! {
                    <li>{time(&change.date)}{": "}{spans(&change.text)}</li>
                })}
            </ul>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_headline_cannot_end_the_title_of_the_frame() {
        let code = snippet("\"Law & Order\" in France?");
        assert!(
            code.contains("title=\"&quot;Law &amp; Order&quot; in France?\" width="),
            "{code}"
        );
    }
}
