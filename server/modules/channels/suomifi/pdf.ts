/** A page of plain text as PDF 1.4 (ISO 32000-1): A4, one of the fonts every reader has, Windows-1252 letters. Pure. */

const WIDTH = 595;
const HEIGHT = 842;
const MARGIN = 71;
const SIZE = 11;
const LEADING = 16;
const LONGEST_LINE = 84;
const LINES_ON_PAGE = Math.floor((HEIGHT - 2 * MARGIN) / LEADING);

export function pageOf(title: string, text: string): Uint8Array<ArrayBuffer> {
  const lines = [title, '', ...text.split('\n')].flatMap(wrap);
  const pages: string[][] = [];
  for (let from = 0; from < lines.length; from += LINES_ON_PAGE) pages.push(lines.slice(from, from + LINES_ON_PAGE));
  return assemble(pages.map(contentOf));
}

/** Objects: catalogue, pages, font, then a page and its content for each. */
function assemble(contents: string[]): Uint8Array<ArrayBuffer> {
  const kids = contents.map((_, index) => `${4 + 2 * index} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...contents.flatMap((content, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * index} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const whole = `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  // Each letter is one byte here already.
  return Uint8Array.from(whole, (letter) => letter.charCodeAt(0));
}

function contentOf(lines: string[]): string {
  const shown = lines.map((line) => `(${escaped(line)}) Tj T*`).join('\n');
  return `BT /F1 ${SIZE} Tf ${LEADING} TL ${MARGIN} ${HEIGHT - MARGIN} Td\n${shown}\nET`;
}

/** Letters of Finnish, Swedish and English stand in Latin-1; dashes and quotes become simple ones, anything else a question mark. */
function escaped(line: string): string {
  return line
    .normalize('NFC')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[^\x20-\x7e\xa0-\xff]/g, '?')
    .replace(/[\\()]/g, '\\$&');
}

function wrap(line: string): string[] {
  if (line.length <= LONGEST_LINE) return [line];
  const at = line.lastIndexOf(' ', LONGEST_LINE);
  const cut = at > 0 ? at : LONGEST_LINE;
  return [line.slice(0, cut), ...wrap(line.slice(cut).trimStart())];
}
