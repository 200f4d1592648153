// Puts a file into the conversation, as the paper clip of a chat client does.

import { act } from "./api.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { store } from "./store.js";
import { toast } from "./toast.js";

const LARGEST = 20_000_000;

export function attachButton(at) {
  return h(
    "button",
    { type: "button", class: "plain", "aria-label": "Send a file", on: { click: () => choose(at) } },
    icon("file"),
  );
}

function choose(at) {
  const field = h("input", { type: "file" });
  field.addEventListener("change", () => field.files[0] && sendFile(at, field.files[0]));
  field.click();
}

async function sendFile(at, file) {
  if (file.size > LARGEST) return toast("A file may have 20 MB here.");
  store.toEnd = true;
  await act("send_file", { channel: at, name: file.name, content: await base64(file) });
}

function base64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ""));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
