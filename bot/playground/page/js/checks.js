// What a chat client itself refuses in a modal before the app hears of it.

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const NUMBER = /^-?\d+([.,]\d+)?$/;

/** {block_id: sentence} for fields that are empty but needed, or not what they should be. */
export function wrongFields(blocks, valueFor) {
  const errors = {};
  for (const block of blocks ?? []) {
    if (block.type !== "input") continue;
    const sentence = wrong(block, valueFor(block));
    if (sentence) errors[block.block_id] = sentence;
  }
  return errors;
}

function wrong({ element, optional }, value) {
  const isEmpty =
    value === null || value === undefined || String(value).trim() === "" || value.length === 0;
  if (isEmpty) return optional ? null : "Fill this in, please.";
  const text = String(value);
  if (element.min_length && text.length < element.min_length)
    return `Write at least ${element.min_length} characters.`;
  if (element.max_length && text.length > element.max_length)
    return `Write at most ${element.max_length} characters.`;
  if (element.type === "email_text_input" && !EMAIL.test(text))
    return "This is not an e-mail address.";
  if (element.type === "url_text_input" && !/^https?:\/\/\S+$/i.test(text))
    return "This is not a web address.";
  if (element.type === "number_input") return wrongNumber(element, text);
  return null;
}

function wrongNumber(element, text) {
  if (!NUMBER.test(text)) return "Write a number.";
  const number = Number(text.replace(",", "."));
  if (!element.is_decimal_allowed && !Number.isInteger(number)) return "Write a whole number.";
  if (element.min_value !== undefined && number < Number(element.min_value))
    return `At least ${element.min_value}.`;
  if (element.max_value !== undefined && number > Number(element.max_value))
    return `At most ${element.max_value}.`;
  return null;
}
