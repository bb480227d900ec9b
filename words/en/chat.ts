/** The chat beside a call. */
export const chat = {
  label: "Chat",
  messages: "Messages",
  empty: "Messages appear here once you are connected.",
  begin: "Say hello.",
  trimmed: "Earlier messages are no longer kept.",
  unseen: "New messages",
  /** What a screen reader hears where many come at once. */
  several: "{count} new messages",
  /** The tab's title. */
  unread: "({count}) {title}",
  me: "You:",
  them: "Other side:",
  typing: "The other side is typing…",
  sent: "Sent",
  delivered: "Delivered",
  copy: "Copy",
  copied: "Copied",
  /** There is no clipboard that the page may write to. */
  notCopied: "Select the text to copy it",
  more: "Show all of it ({size})",
  /** Of a long message only a part is here. */
  arriving: "More of it is on its way…",
  cutOff: "The rest never arrived.",
  field: "Message",
  send: "Send",
  hint: "Enter sends, Shift+Enter starts a new line.",
  problems: {
    "not-connected": "This was not sent: nobody is connected.",
    "empty": "There is nothing in this message yet.",
    "too-long": "This message is too long: it takes {bytes} bytes, and {most} is the most. A file may suit it better.",
    "too-much": "This was not sent: too much is still on its way. Try again in a moment.",
    "not-taken": "This was not sent: the other side's browser does not take it.",
  },
};
