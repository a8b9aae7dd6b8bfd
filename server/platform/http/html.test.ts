import { describe, expect, test } from 'vitest';
import { attributes, type Html, html, toMarkup } from './html.ts';
import { hostileTexts } from './testing/hostile-texts.ts';

const shown = (page: Html): string => toMarkup(page);

describe('text', () => {
  test('is escaped, whatever it is', () => {
    expect(shown(html`<p>${'<b>&"\'</b>'}</p>`)).toBe('<p>&lt;b&gt;&amp;&quot;&#39;&lt;/b&gt;</p>');
    expect(shown(html`<p>${7}${null}${undefined}${false}${['a', '<', html`<i>${'>'}</i>`]}</p>`)).toBe('<p>7a&lt;<i>&gt;</i></p>');
  });

  test('markup is kept only when html made it: an object that looks like it is refused', () => {
    expect(() => html`${JSON.parse('{"markup": "<script>"}')}`).toThrow();
    expect(shown(html`<ul>${[1, 2].map((n) => html`<li>${n}</li>`)}</ul>`)).toBe('<ul><li>1</li><li>2</li></ul>');
  });

  test('lone surrogates and NUL do not reach the page', () => {
    expect(shown(html`<p>${'a\ud800b\0c'}</p>`)).toBe('<p>a\ufffdb\ufffdc</p>');
  });
});

describe('attributes', () => {
  test('a quoted value cannot end its quotes', () => {
    expect(shown(html`<input value="${'" onfocus="x'}" title='${"' onfocus='x"}'>`)).toBe(
      `<input value="&quot; onfocus=&quot;x" title='&#39; onfocus=&#39;x'>`,
    );
  });

  test('markup is refused in a value', () => {
    expect(() => html`<p title="${html`<b class="x">`}">`).toThrow('takes text');
  });

  test('of a record: set, bare or left out', () => {
    expect(shown(html`<input${attributes({ checked: true, disabled: false, 'aria-describedby': null, id: 'a"b' })}>`)).toBe(
      '<input checked id="a&quot;b">',
    );
    expect(shown(html`<input required${attributes({ id: 'x' })}>`)).toBe('<input required id="x">');
    expect(() => attributes({ onclick: 'x' })).toThrow();
    expect(() => attributes({ 'a b': 'x' })).toThrow();
    expect(() => html`<p>${attributes({ id: 'x' })}</p>`).toThrow();
  });

  test.each(['/a?b=1&c', 'https://polku.example/', 'mailto:a@b.example', 'tel:0190001000', '#main', 'a/b:c', '?lang=sv'])(
    'the address %s stays',
    (address) => {
      expect(shown(html`<a href="${address}">`)).toBe(`<a href="${address.replace('&', '&amp;')}">`);
    },
  );

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' \u0001javascript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//elsewhere.example',
    '\\\\elsewhere.example',
    'blob:x',
  ])('the address %j is emptied', (address) => {
    expect(shown(html`<a href="${address}">`)).toBe('<a href="">');
    expect(shown(html`<form${attributes({ action: address })}>`)).toBe('<form action="">');
  });
});

describe('places where nothing is safe are refused', () => {
  const bad = '" x';
  test.each<[string, () => Html]>([
    ['unquoted', () => html`<a href=${bad}>`],
    ['unquoted, later', () => html`<a href=x${bad}>`],
    ['a tag name', () => html`<${bad}>`],
    ['an attribute name', () => html`<a data-${bad}="1">`],
    ['in a tag', () => html`<a ${bad}>`],
    ['a handler', () => html`<a onclick="${bad}">`],
    ['a style', () => html`<a style="color: ${bad}">`],
    ['srcdoc', () => html`<iframe srcdoc="${bad}">`],
    ['a script', () => html`<script>let a = ${bad}</script>`],
    ['a stylesheet', () => html`<style>a { color: ${bad} }</style>`],
    ['a handler right after a record', () => html`<a${attributes({ id: 'x' })}onclick="${bad}">`],
    ['a handler after a bare attribute and a record', () => html`<input required${attributes({ id: 'x' })}onclick="${bad}">`],
    ['a comment', () => html`<!-- ${bad} -->`],
    ['a closing tag', () => html`</${bad}>`],
  ])('%s', (_, make) => {
    expect(make).toThrow();
  });

  test('and after a script everything is as before', () => {
    expect(shown(html`<script src="/a.js"></script><!-- > --><p title='x' class="y">${'<'}</p>`)).toContain(
      '<p title=\'x\' class="y">&lt;</p>',
    );
  });
});

test('a whole page: doctype, comment, then everything as usual', () => {
  expect(shown(html`<!doctype html><html lang="${'fi'}"><!-- a > b --><title>${'<'}</title>`)).toBe(
    '<!doctype html><html lang="fi"><!-- a > b --><title>&lt;</title>',
  );
});

describe('the corpus of hostile texts', () => {
  test.each(hostileTexts)('%j', (text) => {
    const page = shown(html`<p title="${text}">${text}</p><textarea>${text}</textarea>`);
    const inner = page.slice('<p title="'.length);
    expect(inner.match(/</g)).toHaveLength(3);
    expect(inner.match(/"/g)).toHaveLength(1);
  });
});
