import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { isPicture, MOST_PIXELS, redraw } from './images.ts';

const folder = await mkdtemp(join(tmpdir(), 'polku-images-'));
afterAll(() => rm(folder, { recursive: true }));

const SECRET = 'SECRET-OF-THE-CAMERA';
const XMP = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="${SECRET}"/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;
const EXIF = {
  IFD0: { Artist: SECRET, Make: SECRET, Copyright: SECRET },
  IFD2: { UserComment: SECRET },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '60/1 10/1 11/1', GPSLongitudeRef: 'E', GPSLongitude: '24/1 56/1 12/1' },
};

/** Wider than high, left half red and right half blue. */
function picture(): Sharp {
  const left = { create: { width: 100, height: 100, channels: 3 as const, background: '#ff0000' } };
  return sharp({ create: { width: 200, height: 100, channels: 3, background: '#0000ff' } }).composite([{ input: left, left: 0, top: 0 }]);
}

async function at(bytes: Buffer): Promise<string> {
  const path = join(folder, randomUUID());
  await writeFile(path, bytes);
  return path;
}

const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  );

describe('what a picture tells besides the paper is gone', () => {
  const kinds = {
    'image/jpeg': (drawing: Sharp) => drawing.jpeg(),
    'image/png': (drawing: Sharp) => drawing.png(),
    'image/webp': (drawing: Sharp) => drawing.webp(),
    'image/tiff': (drawing: Sharp) => drawing.tiff({ compression: 'lzw' }),
  };

  test.each(Object.entries(kinds))('%s: EXIF with a place, XMP, a colour profile', async (type, as) => {
    const taken = await as(picture().withExif(EXIF).withXmp(XMP).withIccProfile('p3')).toBuffer();
    const before = await sharp(taken).metadata();
    expect(before.exif ?? before.xmp).toBeDefined();
    expect(taken.includes(SECRET)).toBe(true);

    const drawn = await redraw(await at(taken), type);
    const after = await sharp(drawn).metadata();
    expect({ exif: after.exif, xmp: after.xmp, iptc: after.iptc, icc: after.icc, comments: after.comments }).toEqual({
      exif: undefined,
      xmp: undefined,
      iptc: undefined,
      icc: undefined,
      comments: undefined,
    });
    expect(drawn.includes(SECRET)).toBe(false);
    for (const mark of ['Exif', 'GPS', 'http://ns.adobe.com', 'xpacket', '8BIM']) expect(drawn.includes(mark)).toBe(false);
    expect([after.width, after.height]).toEqual([200, 100]);
  });

  test('IPTC and comments of a JPEG, texts of a PNG', async () => {
    const jpeg = await picture().jpeg().toBuffer();
    const iptc = Buffer.from(
      `Photoshop 3.0\u00008BIM\u0004\u0004\u0000\u0000\u0000\u0000\u0000\u0019\u001c\u0002P\u0000\u0014${SECRET}`,
      'latin1',
    );
    const drawn = await redraw(
      await at(
        withSegments(jpeg, [
          [0xed, iptc],
          [0xfe, Buffer.from(SECRET)],
        ]),
      ),
      'image/jpeg',
    );
    expect(drawn.includes(SECRET)).toBe(false);
    const png = await picture().png().toBuffer();
    const told = withChunk(png, 'tEXt', Buffer.from(`Author\0${SECRET}`, 'latin1'));
    expect((await redraw(await at(told), 'image/png')).includes(SECRET)).toBe(false);
  });

  test('the picture is upright first, as its camera meant it', async () => {
    const taken = await picture().withMetadata({ orientation: 6 }).jpeg({ quality: 100 }).toBuffer();
    const drawn = sharp(await redraw(await at(taken), 'image/jpeg'));
    const { width, height, orientation } = await drawn.metadata();
    expect({ width, height, orientation }).toEqual({ width: 100, height: 200, orientation: undefined });
    const { data } = await drawn.raw().toBuffer({ resolveWithObject: true });
    // Turned a quarter to the right, what was left is on top.
    expect([data[0], data[2]].map((value) => (value ?? 0) > 128)).toEqual([true, false]);
  });

  test('each page of a scan in many pages stays', async () => {
    const page = await picture().png().toBuffer();
    const scan = await sharp([page, page, page], { join: { animated: true } })
      .tiff()
      .toBuffer();
    const { pages, width, height } = await sharp(await redraw(await at(scan), 'image/tiff')).metadata();
    expect({ pages, width, height }).toEqual({ pages: 3, width: 200, height: 100 });
  });
});

describe('a hostile picture', () => {
  test('that is also an archive or a page loses what is appended', async () => {
    const jpeg = await picture().jpeg().toBuffer();
    const polyglot = Buffer.concat([jpeg, Buffer.from('PK\u0003\u0004payload.exe'), Buffer.from('<script>alert(1)</script>')]);
    const drawn = await redraw(await at(polyglot), 'image/jpeg');
    expect(drawn.includes('payload.exe')).toBe(false);
    expect(drawn.includes('<script>')).toBe(false);
    const inside = withSegments(jpeg, [[0xfe, Buffer.from('<?php system($_GET[0]); ?>')]]);
    expect((await redraw(await at(inside), 'image/jpeg')).includes('<?php')).toBe(false);
  });

  test('that says it is enormous is refused from its header', async () => {
    const png = await picture().png().toBuffer();
    png.writeUInt32BE(60_000, 16);
    png.writeUInt32BE(60_000, 20);
    expect(await codeOf(redraw(await at(png), 'image/png'))).toMatch(/^image-(too-large|unreadable)$/);
    const real = await sharp({ create: { width: 10_000, height: MOST_PIXELS / 10_000 + 1, channels: 3, background: 'white' } })
      .png()
      .toBuffer();
    expect(real.length).toBeLessThan(1_000_000);
    expect(await codeOf(redraw(await at(real), 'image/png'))).toBe('image-too-large');
  });

  test('of many pages counts all their pixels', async () => {
    const page = await sharp({ create: { width: 5000, height: 9000, channels: 3, background: 'white' } })
      .png()
      .toBuffer();
    const scan = await sharp([page, page], { join: { animated: true } })
      .tiff({ compression: 'deflate' })
      .toBuffer();
    expect(await codeOf(redraw(await at(scan), 'image/tiff'))).toBe('image-too-large');
  });

  test('that is broken, moves or is something else is refused', async () => {
    const jpeg = await picture().jpeg().toBuffer();
    expect(await codeOf(redraw(await at(jpeg.subarray(0, jpeg.length / 2)), 'image/jpeg'))).toBe('image-unreadable');
    expect(await codeOf(redraw(await at(jpeg), 'image/png'))).toBe('image-unreadable');
    expect(await codeOf(redraw(await at(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')), 'image/png'))).toBe('image-unreadable');
    const [frame, other] = [await picture().png().toBuffer(), await picture().negate().png().toBuffer()];
    const moving = await sharp([frame, other], { join: { animated: true } })
      .webp({ delay: [100, 100] })
      .toBuffer();
    expect(await codeOf(redraw(await at(moving), 'image/webp'))).toBe('image-unreadable');
  });

  test('does not hold up those after it', async () => {
    const [broken, whole] = [await at(Buffer.from('not a picture')), await at(await picture().png().toBuffer())];
    const drawn = await Promise.allSettled([redraw(broken, 'image/png'), redraw(whole, 'image/png'), redraw(whole, 'image/png')]);
    expect(drawn.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  });

  test('of a kind that runs or draws by instructions is no picture here', () => {
    expect(['image/svg+xml', 'image/gif', 'image/heic', 'application/pdf', 'text/html'].filter(isPicture)).toEqual([]);
  });
});

function withSegments(jpeg: Buffer, segments: [marker: number, content: Buffer][]): Buffer {
  const written = segments.map(([marker, content]) => {
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(content.length + 2, 2);
    return Buffer.concat([head, content]);
  });
  return Buffer.concat([jpeg.subarray(0, 2), ...written, jpeg.subarray(2)]);
}

/** After the header of 8 and the first chunk of 25 bytes. */
function withChunk(png: Buffer, kind: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc(body));
  return Buffer.concat([png.subarray(0, 33), length, body, check, png.subarray(33)]);
}

function crc(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
