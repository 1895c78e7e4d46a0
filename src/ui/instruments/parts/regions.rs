//! The regions of the sides on the whole map.

use yew::prelude::*;

use crate::map::Region;
use crate::view_model::ViewModel;
use crate::view_model::brief::SideBrief;

/// The rectangles of the regions, behind everything.
pub fn regions(data: &ViewModel, shown: bool) -> Html {
    let regions = data.map.regions.iter().filter(|_| shown);
    html! { <g class="regions" aria-hidden="true">{for regions.map(|region| self::region(region, &data.brief.sides))}</g> }
}

fn region(region: &Region, sides: &[SideBrief]) -> Html {
    let side = &sides[region.side];
    let rect = region.rect;
    html! {
        <rect
            class="region"
            key={&*side.name}
            data-tint={side.tint.word()}
            x={rect.x.to_string()}
            y={rect.y.to_string()}
            width={rect.w.to_string()}
            height={rect.h.to_string()}
            rx="6"
        />
    }
}
