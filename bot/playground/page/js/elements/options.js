// What a select offers: its own options, the people, or the conversations of the workspace.

import { plainText } from "../mrkdwn.js";
import { nameOf, store } from "../store.js";

/** Groups of {value, label, detail}; a group without a name is the whole list. */
export function offered(element) {
  if (/users_select$/.test(element.type)) return [{ options: people() }];
  if (/channels_select$/.test(element.type)) return [{ options: channels() }];
  if (/conversations_select$/.test(element.type)) return conversations(element.filter);
  if (element.option_groups) {
    return element.option_groups.map((group) => ({
      name: plainText(group.label?.text),
      options: (group.options ?? []).map(plain),
    }));
  }
  const own =
    element.options ?? [element.initial_option, ...(element.initial_options ?? [])].filter(Boolean);
  return [{ options: own.map(plain) }];
}

const plain = (option) => ({
  value: option.value,
  label: plainText(option.text?.text),
  detail: plainText(option.description?.text),
});

const people = () =>
  store.state.users
    .filter((user) => !user.is_bot && !user.deleted)
    .map((user) => ({ value: user.id, label: user.real_name || user.name }));

const channels = () =>
  store.state.channels
    .filter((one) => !one.is_archived)
    .map((one) => ({ value: one.id, label: `#${one.name}` }));

function conversations(filter) {
  const wants = (kind) => !filter?.include || filter.include.includes(kind);
  const direct = store.state.ims
    .filter(
      (one) =>
        !filter?.exclude_bot_users || !store.state.apps.some((app) => app.user_id === one.user),
    )
    .map((one) => ({ value: one.id, label: nameOf(one.user) }));
  return [
    wants("public") || wants("private") ? { name: "Channels", options: channels() } : null,
    wants("im") ? { name: "Direct messages", options: direct } : null,
  ].filter(Boolean);
}
