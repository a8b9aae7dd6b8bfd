/** Small files of each kind, for tests. */
import { crc32, deflateRawSync } from 'node:zlib';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const OPEN_XML = 'application/vnd.openxmlformats-officedocument';

export type Entry = {
  name: string;
  content: Buffer | string /** What the header says of the unpacked size, when it lies. */;
  claimedSize?: number;
  packed?: Buffer;
};

/** A ZIP archive (APPNOTE 6.3.10) of deflated entries with its central directory. */
export function zipOf(entries: Entry[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claimedSize, packed } of entries) {
    const raw = Buffer.from(content);
    const store = name === 'mimetype';
    const body = packed ?? (store ? raw : deflateRawSync(raw));
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(store ? 0 : 8, 4);
    fields.writeUInt32LE(crc32(raw), 10);
    fields.writeUInt32LE(body.length, 14);
    fields.writeUInt32LE(claimedSize ?? raw.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    local.push(bytes('PK\x03\x04'), fields, bytes(name), body);
    central.push(bytes('PK\x01\x02\x14\x00'), fields, place, bytes(name));
    offset += 4 + fields.length + name.length + body.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, directory, bytes('PK\x05\x06'), end]);
}

export function openXml(main: string, extra: Entry[] = []): Buffer {
  const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/main.xml" ContentType="${main}.main+xml"/></Types>`;
  return zipOf([{ name: '[Content_Types].xml', content: types }, ...extra]);
}

const openDocument = (kind: string) =>
  zipOf([
    { name: 'mimetype', content: `application/vnd.oasis.opendocument.${kind}` },
    { name: 'content.xml', content: '<office:document-content/>' },
  ]);
const ihdr = (type: string) => {
  const chunk = Buffer.concat([bytes('IHDR'), Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])]);
  const crc = Buffer.alloc(4);
  crc.writeUInt32BE(crc32(chunk));
  return Buffer.concat([bytes('\x89PNG\r\n\x1a\n\0\0\0\x0d'), chunk, crc, bytes(`\0\0\0\0${type}`), Buffer.alloc(8)]);
};

export const samples = {
  pdf: bytes('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
  png: ihdr('IEND'),
  jpeg: bytes('\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xd9'),
  webp: bytes('RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0\x2f\0\0\0\x10\x07\x10\x11\x11\x88\x88\xfe\x07\0'),
  gif: bytes('GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;'),
  heic: bytes('\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\x08mdat'),
  tiff: bytes('II*\0\x08\0\0\0\x01\0\0\x01\x03\0\x01\0\0\0\x01\0\0\0\0\0\0\0'),
  docx: openXml(`${OPEN_XML}.wordprocessingml.document`, [{ name: 'word/document.xml', content: '<w:document/>' }]),
  xlsx: openXml(`${OPEN_XML}.spreadsheetml.sheet`, [{ name: 'xl/workbook.xml', content: '<workbook/>' }]),
  pptx: openXml(`${OPEN_XML}.presentationml.presentation`, [{ name: 'ppt/presentation.xml', content: '<p/>' }]),
  docm: openXml('application/vnd.ms-word.document.macroEnabled', [{ name: 'word/vbaProject.bin', content: 'x' }]),
  odt: openDocument('text'),
  ods: openDocument('spreadsheet'),
  odp: openDocument('presentation'),
  rtf: bytes('{\\rtf1\\ansi Hei}'),
  zip: zipOf([{ name: 'kuitti.txt', content: 'Hei' }]),
  exe: Buffer.concat([bytes('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0'), Buffer.alloc(64)]),
  elf: Buffer.concat([bytes('\x7fELF\x02\x01\x01'), Buffer.alloc(64)]),
  mail: Buffer.from(
    'Received: from mx.example by mail.example; Fri, 27 Nov 2026 09:30:00 +0200\r\nFrom: Aino <aino@kunta.example>\r\nSubject: Hei\r\nContent-Type: text/html\r\n\r\n<html><script>1</script>\r\n',
  ),
};
