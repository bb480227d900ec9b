/** How a call works, below the fold. */
export const explanation = {
  heading: "How it works",
  story:
    "Two browsers can talk directly, but they can't find each other on their own: neither knows where the other is or how to talk to it. Someone they can both reach has to pass along a few notes. That is called {signaling}, and it's all this server does.",
  signaling: "signaling",
  steps: [
    "The caller leaves an offer on the server. The callee fetches it and leaves an answer.",
    "Both leave their ICE candidates, the addresses where they may be reachable, and try each other's.",
    "As soon as a path works, they're connected. From then on, the server is no longer involved.",
  ],
  terms: [
    {
      term: "Offer",
      meaning:
        "The caller's session description: what it wants to exchange, in which formats, and its key's fingerprint.",
    },
    {
      term: "Answer",
      meaning: "The callee's session description: what it accepts of the offer, and its own key's fingerprint.",
    },
    {
      term: "ICE candidate",
      meaning: "An address and port where a side may be reachable. Each side has several; the best pair is used.",
    },
  ],
  terminal: {
    heading: "From a terminal",
    text:
      "Any program can read and write the same notes over plain HTTP. This room's are under {base}. This command fetches the current offer:",
  },
};
