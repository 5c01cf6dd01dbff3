import encodeQR from 'qr';

/** A QR code as the path of an SVG: a square of so many modules, with the quiet zone of four around it, as readers need it. */
export interface AppPicture {
  readonly size: number;
  readonly path: string;
}

const QUIET = 4;

/** Draws a link for the camera of an app. */
export function appPicture(link: string): AppPicture {
  const modules = encodeQR(link, 'raw', { ecc: 'medium', border: QUIET });
  const path = modules.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return { size: modules.length, path };
}
