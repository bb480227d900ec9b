/** Entering a room, and inviting someone to it. */
export const room = {
  heading: "Room {name}",
  lead: "Chat and files, straight between two browsers. Anyone with the link can join.",
  guest: "Chat and files, straight between two browsers.",
  own: {
    heading: "A private room",
    text:
      "This is the lobby, where anyone may answer you. In a room whose name only the two of you know, you're by yourselves.",
    make: "Make a private room",
    hint: "Its name is four random words: {bits} bits, {count} possible names. You get a link to share.",
    failed: "That didn't work. Check that you're online, then press again.",
  },
  form: {
    label: "Or a name you agree on",
    example: "tea-at-five",
    go: "Go to room",
    hint: "Anyone who knows or guesses it can join.",
    rule:
      "A room name has 1 to 64 letters (a to z), digits, hyphens or underscores, and starts with a letter or digit.",
  },
  link: {
    label: "Invitation",
    copy: "Copy link",
    share: "Share",
    shareTitle: "Chat with me",
    hint: "A room holds one call at a time.",
    copied: "Copied.",
    selected: "The link is selected: copy it from here.",
  },
  code: {
    show: "Show QR code",
    hide: "Hide QR code",
    name: "QR code of the invitation to room {room}",
    hint: "Scan it with the other phone's camera.",
    failed: "The QR code couldn't be loaded. Try again, or send the link.",
  },
};
