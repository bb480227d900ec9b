/** The frame around every page, the lobby, and the error pages. */
export const site = {
  name: "toucan: two browsers, one direct line",
  description: "Two browsers, one direct line: a WebRTC signaling server with a chat.",
  skip: "Skip to content",
  nav: { label: "Site", how: "How it works", learn: "Learn", problems: "Error reference" },
  languages: "Language",
  footer: "toucan introduces two browsers to each other. It never sees what they say.",
  needsScript:
    "Calls need JavaScript: only a script can connect two browsers, and none runs here. Allow scripts for this site, then load the page again. The explanation below works without.",
  lobby: {
    heading: "Two browsers, one direct line",
    lead: "Chat and files, straight between two browsers. Open this page on both and start, or make a private room.",
    api: "The REST API",
    learn: "How signaling works",
  },
  failures: {
    missing: { title: "Page not found", text: "Check the address, or start in the lobby." },
    refused: { title: "This address doesn't work", text: "The server understands it but doesn't accept it." },
    fault: {
      title: "The server failed",
      text: "This isn't your fault, and the server's operator can see it in the log. Try again in a while.",
    },
    home: "Go to the lobby",
  },
};
