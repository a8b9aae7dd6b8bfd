import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OPAQUE, PUBLIC_FILES, RUNNING_ENDINGS } from './kinds.ts';
import { safeName } from './name.ts';

const PDF = 'application/pdf';
const TEXT = 'text/plain';

describe('a safe name', () => {
  test.each([
    ['an ordinary one stays', 'Päätös 27.11.2026.pdf', PDF, 'Päätös 27.11.2026.pdf'],
    ['the sender’s spelling of the ending stays', 'KUVA.JPG', 'image/jpeg', 'KUVA.JPG'],
    ['a missing ending comes', 'kuitti', PDF, 'kuitti.pdf'],
    ['an unknown ending stays inside', 'muistio.md', TEXT, 'muistio.md.txt'],
    ['a number is no ending', 'versio 1.2', PDF, 'versio 1.2.pdf'],
    ['a path', '../../etc/passwd', TEXT, 'passwd.txt'],
    ['a Windows path', 'C:\\fakepath\\lasku.pdf', PDF, 'lasku.pdf'],
    ['a path that ends in a slash', 'lasku.pdf/', PDF, 'lasku.pdf'],
    ['slashes of other kinds', 'a∕b／c＼lasku.pdf', PDF, 'lasku.pdf'],
    ['a double ending that runs', 'lasku.pdf.exe', PDF, 'lasku.pdf'],
    ['a double ending hidden by spaces', `lasku.pdf${' '.repeat(80)}.exe`, PDF, 'lasku.pdf'],
    ['a double ending hidden by another dot', 'lasku․exe', PDF, 'lasku.pdf'],
    ['a right-to-left override', 'lasku\u202efdp.exe', PDF, 'laskufdp.pdf'],
    ['zero width and soft hyphen', 'la\u200bs\u00adku.p\u2060df', PDF, 'lasku.pdf'],
    ['a header broken in two', 'a\r\nSet-Cookie: x=1.pdf', PDF, 'a Set-Cookie x=1.pdf'],
    ['a NUL', 'lasku.pdf\0.exe', PDF, 'lasku.pdf'],
    ['a stream of NTFS', 'lasku.pdf:hidden.exe', PDF, 'lasku.pdfhidden.pdf'],
    ['quotes and wildcards', '"a*?<b>|".txt', TEXT, 'ab.txt'],
    ['a reserved name', 'CON', TEXT, '_CON.txt'],
    ['a reserved name with endings', 'aux .foo.txt', TEXT, '_aux.foo.txt'],
    ['a reserved name with a superscript', 'com¹.pdf', PDF, '_com¹.pdf'],
    ['a hidden file', '.bashrc', TEXT, 'bashrc.txt'],
    ['an option', '-rf.pdf', PDF, 'rf.pdf'],
    ['dots and spaces at the end', 'lasku.pdf. . .', PDF, 'lasku.pdf'],
    ['only dots', '...', PDF, 'file.pdf'],
    ['nothing', '', PDF, 'file.pdf'],
    ['only an ending', '.pdf', PDF, 'pdf.pdf'],
    ['decomposed letters', 'a\u0308iti.pdf', PDF, 'äiti.pdf'],
    ['half a character', 'a\ud800b.pdf', PDF, 'a\ufffdb.pdf'],
    ['unknown bytes keep a harmless ending', 'vanha.doc', OPAQUE, 'vanha.doc'],
    ['unknown bytes that claim to be a PDF', 'lasku.pdf', OPAQUE, 'lasku.bin'],
    ['unknown bytes that would run', 'peli.EXE', OPAQUE, 'peli.bin'],
    ['unknown bytes of both kinds', 'lasku.pdf.exe.scr', OPAQUE, 'lasku.bin'],
    ['a page', 'sivu.html', OPAQUE, 'sivu.bin'],
    ['a script that is text', 'koodi.js', TEXT, 'koodi.txt'],
    ['a type we do not know', 'x.pdf', 'application/x-strange', 'x.bin'],
  ])('%s', (_, name, type, safe) => {
    expect(safeName(name, type)).toBe(safe);
  });

  test('is cut by characters as people see them, keeping the ending', () => {
    const long = safeName(`${'ä'.repeat(500)}.pdf`, PDF);
    expect(long).toBe(`${'ä'.repeat(98)}.pdf`);
    expect(safeName(`${'e\u0301\u0323'.repeat(300)}.pdf`, PDF)).toMatch(/^(ẹ\u0301)+\.pdf$/);
  });

  test('any name at all becomes a safe one, and is then left alone', () => {
    const nasty = fc
      .array(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 4 }),
          fc.constantFrom('.', '..', '/', '\\', ' ', '.exe', '.pdf', '.html', 'CON', '\u202e', '\0', '%2f', '-', '~', ':', '․'),
        ),
        { maxLength: 40 },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(nasty, fc.constantFrom(...PUBLIC_FILES.types, OPAQUE), (name, type) => {
        const safe = safeName(name, type);
        expect(safe).toBe(safe.normalize('NFC').toWellFormed());
        expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(210);
        expect(safe).not.toMatch(/[\p{Cc}\p{Cf}<>:"/\\|?*]|^[\s.-]|[\s.]$|^$/u);
        expect(RUNNING_ENDINGS.has(safe.slice(safe.lastIndexOf('.') + 1).toLowerCase())).toBe(false);
        expect(safeName(safe, type)).toBe(safe);
      }),
      { numRuns: 500 },
    );
  });

  test('a name without end takes no time', () => {
    const started = performance.now();
    for (const part of ['.', ' ', '. ', 'a.', '/', '\u0301', '.exe']) safeName(part.repeat(200_000), PDF);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
