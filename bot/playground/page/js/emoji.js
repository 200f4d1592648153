// The common emoji by their short names; an unknown name stays as it was written.

const TABLE = `
grinning 😀 smiley 😃 smile 😄 grin 😁 laughing 😆 satisfied 😆 sweat_smile 😅 joy 😂 rofl 🤣
slightly_smiling_face 🙂 upside_down_face 🙃 wink 😉 blush 😊 innocent 😇 heart_eyes 😍
star-struck 🤩 kissing_heart 😘 yum 😋 stuck_out_tongue 😛 thinking_face 🤔 zipper_mouth_face 🤐
neutral_face 😐 expressionless 😑 smirk 😏 unamused 😒 face_with_rolling_eyes 🙄 grimacing 😬
relieved 😌 pensive 😔 sleepy 😪 sleeping 😴 mask 😷 face_with_thermometer 🤒 nerd_face 🤓
sunglasses 😎 confused 😕 worried 😟 slightly_frowning_face 🙁 open_mouth 😮 astonished 😲
flushed 😳 cry 😢 sob 😭 scream 😱 tired_face 😫 triumph 😤 rage 😡 skull 💀 hugging_face 🤗
wave 👋 raised_hand ✋ ok_hand 👌 v ✌️ crossed_fingers 🤞 point_left 👈 point_right 👉
point_up ☝️ point_down 👇 +1 👍 thumbsup 👍 -1 👎 thumbsdown 👎 fist ✊ clap 👏 raised_hands 🙌
handshake 🤝 pray 🙏 muscle 💪 writing_hand ✍️ eyes 👀 brain 🧠 speech_balloon 💬
thought_balloon 💭 zzz 💤 heart ❤️ orange_heart 🧡 yellow_heart 💛 green_heart 💚 blue_heart 💙
purple_heart 💜 broken_heart 💔 sparkles ✨ star ⭐ star2 🌟 fire 🔥 boom 💥 tada 🎉
confetti_ball 🎊 balloon 🎈 gift 🎁 trophy 🏆 medal 🏅 first_place_medal 🥇 dart 🎯 rocket 🚀
airplane ✈️ car 🚗 train 🚆 ship 🚢 house 🏠 office 🏢 hospital 🏥 factory 🏭 school 🏫
palm_tree 🌴 deciduous_tree 🌳 seedling 🌱 herb 🌿 four_leaf_clover 🍀 sunny ☀️ cloud ☁️
umbrella ☔ snowflake ❄️ zap ⚡ rainbow 🌈 ocean 🌊 coffee ☕ tea 🍵 beer 🍺 beers 🍻
pizza 🍕 cake 🍰 birthday 🎂 apple 🍎 bread 🍞 calendar 📅 date 📅 spiral_calendar_pad 🗓️
alarm_clock ⏰ hourglass ⌛ hourglass_flowing_sand ⏳ watch ⌚ stopwatch ⏱️ bell 🔔 no_bell 🔕
phone ☎️ telephone_receiver 📞 iphone 📱 computer 💻 email 📧 envelope ✉️ inbox_tray 📥
outbox_tray 📤 package 📦 memo 📝 pencil 📝 pencil2 ✏️ clipboard 📋 pushpin 📌 paperclip 📎
link 🔗 file_folder 📁 books 📚 book 📖 bookmark 🔖 bar_chart 📊 chart_with_upwards_trend 📈
chart_with_downwards_trend 📉 moneybag 💰 dollar 💵 euro 💶 credit_card 💳 bulb 💡 mag 🔍
lock 🔒 unlock 🔓 key 🔑 wrench 🔧 hammer 🔨 gear ⚙️ shield 🛡️ warning ⚠️ no_entry ⛔
no_entry_sign 🚫 octagonal_sign 🛑 construction 🚧 rotating_light 🚨 white_check_mark ✅
heavy_check_mark ✔️ ballot_box_with_check ☑️ x ❌ question ❓ exclamation ❗ bangbang ‼️
information_source ℹ️ arrow_right ➡️ arrow_left ⬅️ arrow_up ⬆️ arrow_down ⬇️ repeat 🔁
red_circle 🔴 large_blue_circle 🔵 large_green_circle 🟢 large_yellow_circle 🟡
large_orange_circle 🟠 white_circle ⚪ black_circle ⚫ checkered_flag 🏁 triangular_flag_on_post 🚩
100 💯 robot_face 🤖 busts_in_silhouette 👥 bust_in_silhouette 👤 woman 👩 man 👨 dog 🐶 cat 🐱
telescope 🔭 movie_camera 🎥 microphone 🎤 headphones 🎧 studio_microphone 🎙️ art 🎨 mountain ⛰️
`;

const words = TABLE.trim().split(/\s+/);
const BY_NAME = new Map();
for (let at = 0; at + 1 < words.length; at += 2) BY_NAME.set(words[at], words[at + 1]);

export const emojiNames = () => [...BY_NAME.keys()];

/** The character for a short name such as "tada", or null. */
export function emoji(name) {
  return BY_NAME.get(name.replace(/::skin-tone-\d$/, "")) ?? null;
}
