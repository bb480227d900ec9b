/** The colour behind everything, as `--ground` in `static/tokens.css`: what surrounds the page takes it too. */
export const GROUND = { light: "#faf7f2", dark: "#131518" } as const;
