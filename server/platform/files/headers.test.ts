import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileHeaders } from './headers.ts';
import { safeName } from './name.ts';

const disposition = (name: string) => fileHeaders({ type: 'application/pdf', size: 7 }, name)['content-disposition'] ?? '';

test('a file is saved, not shown, and stays in no cache', () => {
  expect(fileHeaders({ type: 'image/gif', size: 7 }, 'kuva.gif')).toEqual({
    'content-type': 'image/gif',
    'content-length': '7',
    'content-disposition': `attachment; filename="kuva.gif"; filename*=UTF-8''kuva.gif`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  });
});

test.each([
  ['Päätös 27.11.pdf', `attachment; filename="Paatos 27.11.pdf"; filename*=UTF-8''P%C3%A4%C3%A4t%C3%B6s%2027.11.pdf`],
  ["100 % (it's).pdf", `attachment; filename="100 _ (it's).pdf"; filename*=UTF-8''100%20%25%20%28it%27s%29.pdf`],
  ['€ 😀.pdf', `attachment; filename="_ _.pdf"; filename*=UTF-8''%E2%82%AC%20%F0%9F%98%80.pdf`],
  ['a"b\\c\r\nSet-Cookie: x.pdf', `attachment; filename="a_b_c__Set-Cookie: x.pdf"; filename*=UTF-8''a%22b%5Cc%0D%0ASet-Cookie%3A%20x.pdf`],
])('%s', (name, expected) => {
  expect(disposition(name)).toBe(expected);
});

test('for any name the header is plain ASCII in one piece and tells the name back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const name = safeName(text, 'application/pdf');
      const match = /^attachment; filename="([\x20-\x21\x23-\x5b\x5d-\x7e]*)"; filename\*=UTF-8''([\w!#$&+.^`|~%-]*)$/.exec(
        disposition(name),
      );
      expect(decodeURIComponent(match?.[2] ?? '')).toBe(name);
    }),
  );
});
