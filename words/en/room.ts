/** Rooms: how to get into one, and how to bring somebody along. */
export const room = {
  heading: "Room {name}",
  lead:
    "Hand the link to the other person. Whoever opens it is asked in, and you are chatting, with no server in between.",
  guest:
    "Somebody has asked you in. One press of a button, and the two of you are chatting, with no server in between.",
  own: {
    heading: "A private room",
    text:
      "This is the lobby, where anybody may answer you. In a room whose name only the two of you know, you are by yourselves.",
    make: "Make a private room",
    hint: "Its name is four words drawn at random: {bits} bits, {count} possible names. You get a link to hand over.",
    failed: "That did not work. Check that you are online, then press again.",
  },
  form: {
    label: "Or a name that you agree on",
    example: "tea-at-five",
    go: "Go to room",
    hint: "Whoever knows it or guesses it can join.",
    rule:
      "A room name has 1 to 64 letters (a to z), digits, hyphens or underscores, and starts with a letter or digit.",
  },
  link: {
    label: "Invitation",
    copy: "Copy link",
    share: "Share",
    shareTitle: "Chat with me",
    hint: "Send it to the other person. Whoever has it can join.",
    copied: "Copied.",
    selected: "The link is selected: copy it from here.",
  },
  code: {
    show: "Show QR code",
    hide: "Hide QR code",
    name: "QR code of the invitation to room {room}",
    hint: "Point the other phone's camera at it.",
    failed: "The QR code could not be loaded. Try again, or send the link.",
  },
};
