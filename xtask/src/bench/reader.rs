//! A reader on a slow machine and a slow network: opens the page, walks through it and selects, and says how long each
//! took.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::devtools::{Browser, Tab};
use super::table::{Act, Measure, Measured};

/// A window, in CSS pixels.
pub(super) type Window = (u32, u32);

const SLOWED: u32 = 4;
/// Milliseconds.
const LATENCY: u32 = 150;
/// Bytes a second of 1.6 Mbit/s.
const THROUGHPUT: u32 = 200_000;
const SCRIPT: &str = include_str!("page.js");

/// Reads the page once from beginning to end and back; `round` says which things are selected on the way.
pub(super) fn read(
    browser: &mut Browser,
    origin: &str,
    window: Window,
    round: usize,
    measured: &mut Measured,
) -> Result<()> {
    let tab = browser.open()?;
    let mut reader = Reader { browser, tab, measured };
    reader.sit_down(window)?;
    reader.open(origin)?;
    let mut questions = 0;
    loop {
        reader.select(round)?;
        if !reader.act(Act::Next, "[data-current] [data-action=next]", 0)? {
            break;
        }
        questions += 1;
    }
    for _ in 0..questions {
        ensure!(
            reader.act(Act::Back, "[data-current] [data-action=back]", 0)?,
            "there is no way back"
        );
    }
    let Reader { browser, tab, .. } = reader;
    browser.close(&tab)
}

struct Reader<'a> {
    browser: &'a mut Browser,
    tab: Tab,
    measured: &'a mut Measured,
}

impl Reader<'_> {
    fn call(&mut self, method: &str, params: &Value) -> Result<Value> {
        self.browser.call(&self.tab, method, params)
    }

    fn evaluate(&mut self, script: &str) -> Result<Value> {
        self.browser.evaluate(&self.tab, script)
    }

    fn sit_down(&mut self, (width, height): Window) -> Result<()> {
        let screen = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        for domain in ["Page", "Network", "Performance"] {
            self.call(&format!("{domain}.enable"), &json!({}))?;
        }
        self.call("Emulation.setDeviceMetricsOverride", &screen)?;
        self.call("Emulation.setFocusEmulationEnabled", &json!({"enabled": true}))?;
        self.call("Emulation.setCPUThrottlingRate", &json!({"rate": SLOWED}))?;
        self.call("Page.addScriptToEvaluateOnNewDocument", &json!({"source": SCRIPT}))?;
        self.network(LATENCY, i64::from(THROUGHPUT))
    }

    fn network(&mut self, latency: u32, throughput: i64) -> Result<()> {
        let network = json!({
            "offline": false, "latency": latency, "downloadThroughput": throughput, "uploadThroughput": throughput,
        });
        self.call("Network.emulateNetworkConditions", &network).map(drop)
    }

    fn open(&mut self, origin: &str) -> Result<()> {
        self.call("Page.navigate", &json!({"url": origin}))?;
        let started = self.evaluate("bench.started()")?;
        ensure!(started["app"] == "ready", "the page does not get ready: {started}");
        let measures = [
            (Measure::FirstPaint, "paint"),
            (Measure::Ready, "ready"),
            (Measure::LongestTask, "longest"),
            (Measure::Elements, "elements"),
            (Measure::Bytes, "bytes"),
        ];
        for (measure, name) in measures {
            self.measured.push(measure, number(&started[name])?);
        }
        self.network(0, -1)
    }

    /// Selects an event, an actor and a tie that the question concerns, where it has one.
    fn select(&mut self, round: usize) -> Result<()> {
        self.evaluate("bench.show('timeline')")?;
        self.act(Act::Event, "[data-view=timeline] [data-event][data-focus]", round)?;
        self.evaluate("bench.show('map')")?;
        self.act(Act::Actor, "[data-view=map] [data-actor][data-focus]", round)?;
        self.act(Act::Tie, "[data-view=map] [data-tie][data-focus]", round)?;
        Ok(())
    }

    /// Clicks on one of these; says whether there is one to be clicked on.
    fn act(&mut self, act: Act, selector: &str, nth: usize) -> Result<bool> {
        let place = self.evaluate(&format!("bench.aim('{selector}', {nth})"))?;
        if place.is_null() {
            return Ok(false);
        }
        self.mouse("mouseMoved", &place)?;
        self.mouse("mousePressed", &place)?;
        self.evaluate("bench.rest().then(() => bench.arm())")?;
        let before = self.passes()?;
        self.mouse("mouseReleased", &place)?;
        let took = self.evaluate("bench.done()")?;
        let after = self.passes()?;
        self.measured.push(Measure::Action(act), number(&took)?);
        self.measured.push(Measure::Layouts(act), after.0 - before.0);
        self.measured.push(Measure::Styles(act), after.1 - before.1);
        self.evaluate("bench.rest()")?;
        Ok(true)
    }

    fn mouse(&mut self, kind: &str, place: &Value) -> Result<()> {
        let buttons = u8::from(kind == "mousePressed");
        let button = if kind == "mouseMoved" { "none" } else { "left" };
        let event = json!({
            "type": kind, "x": place["x"], "y": place["y"], "button": button, "buttons": buttons, "clickCount": 1,
        });
        self.call("Input.dispatchMouseEvent", &event).map(drop)
    }

    /// How many layout and style passes there have been.
    fn passes(&mut self) -> Result<(f64, f64)> {
        let metrics = self.call("Performance.getMetrics", &json!({}))?;
        let of = |name: &str| {
            let metrics = metrics["metrics"].as_array();
            let metric = metrics.and_then(|all| all.iter().find(|metric| metric["name"] == name));
            number(metric.map_or(&Value::Null, |metric| &metric["value"]))
        };
        Ok((of("LayoutCount")?, of("RecalcStyleCount")?))
    }
}

fn number(value: &Value) -> Result<f64> {
    value.as_f64().context("the browser gave no number")
}
