export type InlineImage = { contentId: string; type: string; bytes: Buffer };

export const inlineTypes: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/**
 * Nothing runs, nothing loads from anywhere, links open outside the frame. Images come as data: the frame's origin is opaque, so its
 * requests would carry no session.
 */
export const SANDBOX_POLICY =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

const CID_IMAGE = /(<img\b[^<>]*?\bsrc=")cid:([^"<>]*)(")/gi;

/** `html` is sanitised already; attributes are therefore in double quotes and no text holds a `<`. */
export function asDocument(html: string, images: InlineImage[]): string {
  const shown = html.replace(
    CID_IMAGE,
    (_, before: string, contentId: string, after: string) => `${before}${dataOf(images, contentId)}${after}`,
  );
  return `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><base target="_blank"></head><body>${shown}</body></html>`;
}

/** An image that did not come along leaves its alternative text. */
function dataOf(images: InlineImage[], contentId: string): string {
  const wanted = nameOf(contentId);
  const image = images.find((one) => nameOf(one.contentId) === wanted);
  return image ? `data:${image.type};base64,${image.bytes.toString('base64')}` : 'data:,';
}

/** RFC 2392: the address may be percent-encoded, the header has angle brackets. */
function nameOf(contentId: string): string {
  const plain = contentId.replaceAll('&amp;', '&').replace(/^<|>$/g, '');
  try {
    return decodeURIComponent(plain).toLowerCase();
  } catch {
    return plain.toLowerCase();
  }
}
