/**
 * Draws the installed page's icons from `static/toucan.svg` to `static/icons/`, with a browser. The results are checked
 * in.
 *
 *     deno run -A tools/packages.ts && deno run --config deno.tests.json -A tools/icons.ts
 */
import { launch } from "@/testing/browsers.ts";

const STATIC = new URL("../static/", import.meta.url);
const GROUND = "#faf7f2";

/** The middle of the head, from the left: it is what the icon centres. */
const HEAD_X = 35;

/** A square of 64 by 64 with the toucan on its lower edge, `scale` times the square's size. */
function tile(toucan: string, scale: number, radius: number): string {
  const left = (32 - HEAD_X * scale).toFixed(2);
  const top = (64 * (1 - scale)).toFixed(2);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
  <clipPath id="tile">
    <rect width="64" height="64" rx="${radius}" />
  </clipPath>
  <g clip-path="url(#tile)">
    <path fill="${GROUND}" d="M0 0h64v64H0z" />
    <g transform="translate(${left} ${top}) scale(${scale})">
      ${toucan.trim()}
    </g>
  </g>
</svg>
`;
}

/** The shapes of the toucan's SVG, in the colours for a light background. */
function contentOf(svg: string): string {
  const content = /<svg[^>]*>([^]*)<\/svg>/.exec(svg)?.[1] ?? "";
  return content.replace(/\s*<style>[^]*<\/style>/, "").replaceAll(
    `class="feathers"`,
    `fill="#23272d"`,
  )
    .replaceAll("\n  ", "\n      ");
}

const toucan = contentOf(
  await Deno.readTextFile(new URL("toucan.svg", STATIC)),
);
const rounded = tile(toucan, 0.92, 14);
const icons = [
  { name: "192", size: 192, svg: rounded },
  { name: "512", size: 512, svg: rounded },
  // Anything outside the safe zone, a circle of four fifths, may be cut off (Web Application Manifest, icon masks).
  { name: "maskable", size: 512, svg: tile(toucan, 0.8, 0) },
  { name: "apple-touch", size: 180, svg: tile(toucan, 0.86, 0) },
];

await Deno.mkdir(new URL("icons/", STATIC), { recursive: true });
await Deno.writeTextFile(new URL("icons/tile.svg", STATIC), rounded);
await using browser = await launch("chromium");
const page = await browser.newPage();
for (const { name, size, svg } of icons) {
  await page.setViewport({ width: size, height: size });
  await page.setContent(
    `<style>body { margin: 0 } svg { display: block }</style>${svg}`,
  );
  const png = await page.screenshot({ omitBackground: true });
  await Deno.writeFile(new URL(`icons/${name}.png`, STATIC), png);
}
