import { drawQr } from "./qr_path.ts";

export interface QrCodeProps {
  text: string;
  /** The text alternative. */
  name: string;
}

/** A QR code. It is dark on light in both themes, since not every reader accepts the reverse. */
export function QrCode({ text, name }: QrCodeProps) {
  const { size, path } = drawQr(text);
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={name} shape-rendering="crispEdges">
      <rect class="light" width={size} height={size} />
      <path class="dark" d={path} />
    </svg>
  );
}
