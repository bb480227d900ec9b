/** Rooms: how to get into one, and how to bring somebody along. */
export const room = {
  heading: "Room {name}",
  lead: "One of you starts as caller, the other as callee, and you are chatting, with no server in between.",
  own: {
    heading: "A room of your own",
    text:
      "This is the lobby, where anybody may answer you. In a room with a name that only the two of you know, you are by yourselves.",
  },
  form: {
    label: "Room name",
    example: "tea-at-five",
    go: "Go to room",
    hint: "Any name the two of you agree on. Whoever knows it can join.",
    rule:
      "A room name has 1 to 64 letters (a to z), digits, hyphens or underscores, and starts with a letter or digit.",
  },
  link: {
    label: "Link to this room",
    copy: "Copy link",
    hint: "Send it to the other person. Whoever has it can join.",
    copied: "Copied.",
    selected: "The link is selected: copy it from here.",
  },
};
