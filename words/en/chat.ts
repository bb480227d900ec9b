/** The chat of a call. */
export const chat = {
  label: "Chat",
  messages: "Messages",
  empty: "Messages appear here once you're connected.",
  begin: "Say hello.",
  trimmed: "Older messages have been removed.",
  unseen: "New messages",
  /** Stands between the messages of two calls. */
  another: "New call",
  /** Read out by a screen reader when many arrive at once. */
  several: "{count} new messages",
  /** The tab's title. */
  unread: "({count}) {title}",
  me: "You:",
  them: "Other side:",
  typing: "The other side is typing…",
  sent: "Sent",
  delivered: "Delivered",
  copy: "Copy",
  copyNamed: "Copy message {id}: {start}",
  copied: "Copied",
  /** The page can't write to the clipboard. */
  notCopied: "Select the text to copy it",
  more: "Show all ({size})",
  /** Part of a long message has arrived. */
  arriving: "The rest is on its way…",
  cutOff: "The rest never arrived.",
  field: "Message",
  send: "Send",
  hint: "Enter sends, Shift+Enter starts a new line.",
  files: {
    /** The paper clip. */
    attach: "Send files",
    hint: "Or drop or paste them. Until the other side accepts, it gets no more than a small preview of images.",
    drop: "Drop the files to offer them",
    troubles: {
      notConnected: "You can send files once you're connected.",
      notToucan: "The other side's program doesn't accept files.",
      insecure: "Files need a page served over HTTPS, and this one isn't.",
      folders: "Folders can't be sent. Pack the folder into a file first, such as a ZIP archive.",
      notLoaded: "The code for files couldn't be loaded.",
    },
    retry: "Try again",
  },
  problems: {
    "not-connected": "Not sent: you aren't connected.",
    "empty": "This message is empty.",
    "too-long": "This message is too long: {bytes} bytes of at most {most}. Send it as a file instead.",
    "too-much": "Not sent: too much is still on its way. Try again in a moment.",
    "not-taken": "Not sent: the other side's browser doesn't accept it.",
  },
};
