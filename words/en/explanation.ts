/** What goes on behind the two buttons. */
export const explanation = {
  heading: "How it works",
  story:
    "Two browsers can talk directly, but they cannot find each other: neither knows where the other is or how to speak to it. Somebody both can reach has to carry a few notes. That is called {signaling}, and it is all this server does.",
  signaling: "signaling",
  steps: [
    "The caller leaves an offer with the server. The callee fetches it and leaves an answer.",
    "Both leave their ICE candidates, the addresses they may be reached at, and try out those of the other.",
    "As soon as one way works, the two are connected. From then on the server hears nothing of them.",
  ],
  terms: [
    {
      term: "Offer",
      meaning:
        "The caller's session description: what it wants to exchange, in which formats, and the fingerprint of its key.",
    },
    {
      term: "Answer",
      meaning: "The callee's session description: what it takes of the offer, and the fingerprint of its own key.",
    },
    {
      term: "ICE candidate",
      meaning: "One address and port where a side may be reached. Each side has several and the best pair is kept.",
    },
  ],
  terminal: {
    heading: "From a terminal",
    text:
      "The same notes can be read and left by any program, over plain HTTP. This room's are below {base}; this asks for the offer of whoever is calling here now:",
  },
};
