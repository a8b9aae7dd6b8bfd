import { type MapiProperties, readMapiProperties } from './mapi.ts';
import { readCompressedRtf } from './rtf.ts';

export type TnefFile = { name: string | null; type: string; contentId: string | null; content: Buffer };
export type TnefMail = {
  text: string | null;
  html: string | null;
  files: TnefFile[];
  /** False when the stream ended early: some of it may be only in the original. */
  whole: boolean;
};

const signature = 0x223e9f78;
const attribute = {
  body: 0x800c,
  fileContent: 0x800f,
  fileTitle: 0x8010,
  newFile: 0x9002,
  mailProperties: 0x9003,
  fileProperties: 0x9005,
  codePage: 0x9007,
};
const property = {
  body: 0x1000,
  rtf: 0x1009,
  html: 0x1013,
  fileObject: 0x3701,
  fileName: 0x3704,
  longFileName: 0x3707,
  mimeType: 0x370e,
  contentId: 0x3712,
  displayName: 0x3001,
};
const maxFiles = 200;
const maxDepth = 5;

type Builder = { title: string | null; content: Buffer | null; properties: MapiProperties };

/**
 * Reads the winmail.dat (MS-OXTNEF) that Outlook sends instead of MIME parts: body and files, those of messages
 * inside it too. What is broken ends the reading; what came before it is kept. Null when it is no TNEF at all.
 */
export function readTnef(raw: Buffer, depth = 0): TnefMail | null {
  if (raw.length < 6 || raw.readUInt32LE(0) !== signature || depth > maxDepth) return null;
  const mail: TnefMail = { text: null, html: null, files: [], whole: wholeStream(raw) };
  const builders: Builder[] = [];
  let charset = 'windows-1252';
  for (const { id, content } of attributes(raw)) {
    if (id === attribute.codePage && content.length >= 4) charset = `windows-${content.readUInt32LE(0)}`;
    else if (id === attribute.body) mail.text ??= decode(content, charset);
    else if (id === attribute.mailProperties) takeBody(mail, readMapiProperties(content, charset));
    else if (id === attribute.newFile && builders.length < maxFiles) builders.push({ title: null, content: null, properties: new Map() });
    else takeFilePiece(builders.at(-1), id, content, charset);
  }
  mail.files = builders.flatMap((builder) => filesOf(builder, depth)).slice(0, maxFiles);
  return mail;
}

function* attributes(raw: Buffer): Generator<{ id: number; content: Buffer }> {
  let at = 6;
  while (at + 9 <= raw.length) {
    const id = raw.readUInt16LE(at + 1);
    const size = raw.readUInt32LE(at + 5);
    if (at + 9 + size > raw.length) return;
    yield { id, content: raw.subarray(at + 9, at + 9 + size) };
    at += 9 + size + 2;
  }
}

function wholeStream(raw: Buffer): boolean {
  let end = 6;
  for (const { content } of attributes(raw)) end += content.length + 11;
  return end + 4 >= raw.length;
}

function takeBody(mail: TnefMail, properties: MapiProperties): void {
  const rtf = properties.get(property.rtf);
  const fromRtf = Buffer.isBuffer(rtf) ? readCompressedRtf(rtf) : null;
  mail.text = textOf(properties.get(property.body)) ?? mail.text ?? fromRtf?.text ?? null;
  mail.html = textOf(properties.get(property.html)) ?? fromRtf?.html ?? null;
}

function takeFilePiece(file: Builder | undefined, id: number, content: Buffer, charset: string): void {
  if (!file) return;
  if (id === attribute.fileTitle) file.title = decode(content, charset);
  else if (id === attribute.fileContent) file.content = content;
  else if (id === attribute.fileProperties) file.properties = readMapiProperties(content, charset);
}

// An object property starts with the 16 bytes of its interface; a message inside is TNEF again.
function filesOf(file: Builder, depth: number): TnefFile[] {
  const object = file.properties.get(property.fileObject);
  const content = file.content ?? (Buffer.isBuffer(object) ? object.subarray(16) : null);
  if (!content) return [];
  const inner = file.content ? null : readTnef(content, depth + 1);
  const name = firstText(file, [property.longFileName, property.fileName]) ?? file.title ?? firstText(file, [property.displayName]);
  if (inner) return [...bodyAsFile(inner, name), ...inner.files];
  return [
    {
      name,
      type:
        /^[\w.+-]{1,80}\/[\w.+-]{1,120}$/.exec(firstText(file, [property.mimeType])?.toLowerCase() ?? '')?.[0] ??
        'application/octet-stream',
      contentId: firstText(file, [property.contentId])?.replace(/[<>\s\p{Cc}]/gu, '') || null,
      content,
    },
  ];
}

function bodyAsFile(inner: TnefMail, name: string | null): TnefFile[] {
  const [type, words] = inner.text ? ['text/plain', inner.text] : ['text/html', inner.html];
  if (!words) return [];
  return [{ name: name && `${name}.${type === 'text/plain' ? 'txt' : 'html'}`, type, contentId: null, content: Buffer.from(words) }];
}

function firstText(file: Builder, ids: number[]): string | null {
  for (const id of ids) {
    const text = textOf(file.properties.get(id));
    if (text) return text;
  }
  return null;
}

function textOf(value: string | Buffer | undefined): string | null {
  if (value === undefined) return null;
  const text = typeof value === 'string' ? value : decode(value, 'utf-8');
  return text === '' ? null : text;
}

function decode(bytes: Buffer, charset: string): string {
  let label = charset;
  try {
    new TextDecoder(label);
  } catch {
    label = 'windows-1252';
  }
  const [words = ''] = new TextDecoder(label).decode(bytes).split('\0');
  return words.replaceAll('\r\n', '\n');
}
