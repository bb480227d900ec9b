import { HEAD_PX, type Heads, headShapes, lifelines } from "./heads.ts";
import { classOf, type DrawnRow, heightOf, heightOfAll, type Shape, shapesOf } from "./shapes.ts";

/** A ladder with its words. */
export interface Picture {
  readonly title: string;
  readonly heads: Heads;
  readonly rows: readonly DrawnRow[];
}

/** Exports a ladder as a standalone SVG file that follows its viewer's light or dark theme. */
export function exportSvg({ title, heads, rows }: Picture): string {
  const length = heightOfAll(rows.map(({ row }) => row));
  const height = HEAD_PX + length + 2 * MARGIN_PX;
  const inner = `x="${MARGIN_PX}" width="${WIDTH_PX - 2 * MARGIN_PX}" overflow="visible"`;
  let y = 0;
  const drawn = rows.map((it) => {
    const shapes = shapesOf(it, heads.me).map(toXml).join("");
    const group = `<g class="${classOf(it.row)}" transform="translate(0 ${y})">${shapes}</g>`;
    y += heightOf(it.row);
    return group;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH_PX} ${height}" width="${WIDTH_PX}" height="${height}">`,
    `<title>${escape(title)}</title>`,
    `<style>${STYLE}</style>`,
    `<rect class="ground" width="100%" height="100%"/>`,
    `<svg ${inner} y="${MARGIN_PX}">${headShapes(heads).map(toXml).join("")}</svg>`,
    `<svg ${inner} y="${MARGIN_PX + HEAD_PX}">`,
    ...lifelines(length, heads.me).map(toXml),
    ...drawn,
    "</svg>",
    "</svg>",
    "",
  ].join("\n");
}

const WIDTH_PX = 720;
const MARGIN_PX = 20;

/** The page's colours, which a standalone file can't refer to. */
const LIGHT = "--ground:#fff;--ink:#211e1a;--quiet:#645c51;--line:#d3c8b6;--said:#a65300;--good:#18713f;--bad:#ae2a1d";
const DARK =
  "--ground:#1b1e22;--ink:#efebe4;--quiet:#aca69b;--line:#4a4f56;--said:#ff9e30;--good:#72d29c;--bad:#ff9b8f";

const STYLE = `
svg{${LIGHT};color-scheme:light dark;font:13px system-ui,sans-serif}
@media(prefers-color-scheme:dark){svg{${DARK}}}
.ground,.gap{fill:var(--ground)}
text{fill:var(--ink);paint-order:stroke;stroke:var(--ground);stroke-width:4px;stroke-linejoin:round}
.time,.you,.note,.quiet .words{fill:var(--quiet)}
.time{font-size:12px}
.lane,.said .words,.path .words{font-weight:600}
line,path{fill:none;stroke:var(--ink);stroke-width:1.75px}
.lifeline{stroke:var(--line);stroke-width:1.5px}
.head{fill:var(--ink);stroke:none}
.said .arrow{stroke:var(--said)}.said .head{fill:var(--said)}
.quiet .arrow{stroke:var(--quiet)}.quiet .head{fill:var(--quiet)}
.bad .arrow,.cross{stroke:var(--bad)}.bad .head,.bad .words,.bad .dot{fill:var(--bad)}
.tick{stroke:var(--good)}
.earlier{stroke:var(--quiet);stroke-dasharray:1 5;stroke-linecap:round}circle.earlier{fill:var(--quiet);stroke:none}
.dot,.knob{fill:var(--quiet)}.knob.mine{fill:var(--said)}
.way{stroke:var(--good);stroke-width:6px;stroke-linecap:round}
.relayed .way{stroke:var(--said);stroke-dasharray:14 9}
.end{fill:var(--good)}.relayed .end{fill:var(--said)}
rect.relay{fill:var(--ground);stroke:var(--said);stroke-width:2px}
.relay{font-size:12px;font-weight:700}
`;

function toXml({ tag, class: name, attributes, at, y = 0, text }: Shape): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(String(value))}"`).join("");
  const element = `<${tag} class="${escape(name)}"${written}>${escape(text ?? "")}</${tag}>`;
  return at === undefined ? element : `<svg x="${at}%" y="${y}" overflow="visible">${element}</svg>`;
}

/** Escapes text and replaces characters that XML can't have (XML 1.0, section 2.2): labels may be the other side's. */
function escape(text: string): string {
  return Array.from(text, (it) => ENTITIES[it] ?? (isXml(it.codePointAt(0)!) ? it : "�")).join("");
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function isXml(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return (code < 0xd800 || code > 0xdfff) && code !== 0xfffe && code !== 0xffff;
}
