/** The parts below a call, closed until someone opens them. */
export const parts = {
  ladder: "What happens, step by step",
  connection: "The connection",
  selfTest: "What this network can do",
  loading: "Loading …",
  failed: "This part couldn't be loaded.",
  retry: "Try again",
};
