// The app's Home tab.

import { showBlocks } from "./blocks/index.js";
import { h } from "./dom.js";
import { nameOf, store } from "./store.js";

export function home(app) {
  const view = store.state.home?.[app.user_id];
  return h(
    "div",
    {
      class: "home",
      key: `home ${store.place.as}`,
      role: "tabpanel",
      id: "tabpanel-home",
      "aria-labelledby": "tab-home",
      tabindex: "0",
    },
    view
      ? h(
          "div",
          { class: "home-page" },
          showBlocks(view.blocks, {
            id: view.id,
            container: { type: "view", view_id: view.id },
            values: view.state?.values,
          }),
        )
      : h("p", { class: "empty" }, `${nameOf(app.user_id)} has put nothing here yet.`),
  );
}
