// A small app on Slack's own framework for Node: it asks back, opens a form, answers a command.
// Run by test_node_bolt.py, which says in the environment where Slack is and by which door it comes.
import bolt from "@slack/bolt";

const { API_URL, TOKEN, APP_TOKEN, SECRET, BY_SOCKET } = process.env;
const app = new bolt.App({
  token: TOKEN,
  signingSecret: SECRET,
  appToken: APP_TOKEN,
  socketMode: BY_SOCKET === "1",
  clientOptions: { slackApiUrl: API_URL },
  logLevel: bolt.LogLevel.ERROR,
});

const plain = (text) => ({ type: "plain_text", text });

app.message(/moved/, async ({ message, client }) => {
  await client.chat.postMessage({
    channel: message.user,
    text: "Heard?",
    blocks: [
      {
        type: "actions",
        elements: [
          { type: "button", text: plain("Tell"), action_id: "tell" },
          { type: "button", text: plain("Done"), action_id: "done" },
        ],
      },
    ],
  });
});

app.action("tell", async ({ ack, body, client }) => {
  await ack();
  await client.views.open({
    trigger_id: body.trigger_id,
    view: {
      type: "modal",
      callback_id: "form",
      title: plain("A form"),
      submit: plain("Save"),
      blocks: [
        {
          type: "input",
          block_id: "goal",
          label: plain("Goal"),
          element: { type: "plain_text_input", action_id: "typed" },
        },
      ],
    },
  });
});

app.action("done", async ({ ack, respond }) => {
  await ack();
  await respond({ text: "Noted", replace_original: true });
});

app.view("form", async ({ ack, view }) => {
  const { value } = view.state.values.goal.typed;
  if (value.length < 3) await ack({ response_action: "errors", errors: { goal: "In their words" } });
  else await ack();
});

app.command("/alongside", async ({ ack, command }) => {
  await ack(`You said ${command.text}`);
});

const started = await app.start({ port: 0, host: "127.0.0.1" });
console.log(`ready ${BY_SOCKET === "1" ? 0 : started.address().port}`);
