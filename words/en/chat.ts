/** The chat beside a call. */
export const chat = {
  label: "Chat",
  messages: "Messages",
  empty: "Messages appear here once you are connected.",
  begin: "Say hello.",
  unseen: "New messages",
  me: "You:",
  them: "Other side:",
  sent: "Sent",
  delivered: "Delivered",
  field: "Message",
  send: "Send",
  hint: "Enter sends, Shift+Enter starts a new line.",
};
