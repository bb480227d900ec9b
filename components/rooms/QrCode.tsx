import { drawQr } from "./qr_path.ts";

export interface QrCodeProps {
  text: string;
  /** What a screen reader says in its place. */
  name: string;
}

/** Text for the camera of another device. It is dark on light in either theme: not every reader takes the reverse. */
export function QrCode({ text, name }: QrCodeProps) {
  const { size, path } = drawQr(text);
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={name} shape-rendering="crispEdges">
      <rect class="light" width={size} height={size} />
      <path class="dark" d={path} />
    </svg>
  );
}
