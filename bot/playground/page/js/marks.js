// What in one message or view waits for an answer, or was typed and not yet sent.

import { typedIn } from "./fields.js";
import { store } from "./store.js";

export { typedIn };

export const busyIn = (id) => [...store.busy].filter((key) => key.startsWith(`${id} `)).join();
