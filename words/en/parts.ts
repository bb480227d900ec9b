/** The parts of a call's page that one opens when one wants them. */
export const parts = {
  ladder: "What happens, step by step",
  connection: "The connection",
  files: "Files",
  asked: "The other side offers you a file",
  selfTest: "What this network can do",
  loading: "One moment …",
  failed: "This part could not be loaded.",
  retry: "Try again",
};
