/** What frames every page, the lobby, and the pages that say what went wrong. */
export const site = {
  name: "toucan: two browsers, one direct line",
  description: "Two browsers, one direct line: a WebRTC signaling server with a chat.",
  skip: "Skip to the content",
  nav: { label: "Site", how: "How it works", learn: "Learn", problems: "Problems" },
  languages: "Language",
  footer: "toucan introduces two browsers to each other. What they say then, it never sees.",
  needsScript:
    "Calling needs JavaScript: two browsers can only be connected by a script on the page, and this one runs none. The page of a room is at {path} followed by its name.",
  lobby: {
    heading: "Two browsers, one direct line",
    lead:
      "Open this page twice, here or on two machines. Start one as caller and the other as callee, and you are chatting, with no server in between.",
    privately: "Rather by yourselves? Make a private room.",
  },
  failures: {
    missing: { title: "There is nothing here", text: "Check the address, or start afresh." },
    refused: { title: "This address does not work", text: "The server understands it, but does not take it." },
    fault: {
      title: "The server failed",
      text: "This is not your doing, and whoever runs this server has been told. Try again in a while.",
    },
    home: "Go to the lobby",
  },
};
