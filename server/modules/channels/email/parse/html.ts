import sanitizeHtml, { type IOptions } from 'sanitize-html';
import { boundedHtml } from './bounded-html.ts';
import { limits } from './limits.ts';

const colour = /^(?:#[0-9a-f]{3,8}|[a-z]{3,20}|rgba?\([\d\s.,%]{5,40}\))$/i;
const length = /^(?:\d{1,4}(?:\.\d{1,4})?(?:px|pt|em|rem|ex|%)?|auto)$/i;
const lengths = /^(?:(?:\d{1,4}(?:\.\d{1,4})?(?:px|pt|em|rem|ex|%|in|cm)?|auto)\s{0,3}){1,4}$/i;
const border = /^[\w\s#.(),%]{1,80}$/;

const options: IOptions = {
  allowedTags: [
    ...['a', 'abbr', 'address', 'article', 'b', 'bdi', 'big', 'blockquote', 'br', 'caption', 'center', 'cite', 'code', 'col', 'colgroup'],
    ...[
      'dd',
      'del',
      'dfn',
      'div',
      'dl',
      'dt',
      'em',
      'figcaption',
      'figure',
      'font',
      'footer',
      'h1',
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
      'header',
    ],
    ...['hr', 'i', 'img', 'ins', 'kbd', 'li', 'main', 'mark', 'ol', 'p', 'pre', 'q', 's', 'section', 'small', 'span', 'strike', 'strong'],
    ...['sub', 'sup', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'tt', 'u', 'ul'],
  ],
  allowedAttributes: {
    '*': ['dir', 'lang', 'title', 'style'],
    a: ['href', 'rel', 'target'],
    blockquote: ['type'],
    font: ['color', 'size'],
    img: ['src', 'alt', 'width', 'height'],
    li: ['value'],
    ol: ['start', 'type'],
    table: ['border', 'cellpadding', 'cellspacing', 'width', 'align'],
    td: ['colspan', 'rowspan', 'width', 'align', 'valign'],
    th: ['colspan', 'rowspan', 'width', 'align', 'valign', 'scope'],
  },
  allowedStyles: {
    '*': {
      color: [colour],
      'background-color': [colour],
      'text-align': [/^(?:left|right|center|justify|start|end)$/],
      'text-decoration': [/^(?:underline|line-through|none)$/],
      'font-weight': [/^(?:bold|normal|lighter|bolder|[1-9]00)$/],
      'font-style': [/^(?:italic|normal|oblique)$/],
      'font-size': [length],
      width: [length],
      'max-width': [length],
      margin: [lengths],
      'margin-left': [length],
      'margin-top': [length],
      'margin-bottom': [length],
      padding: [lengths],
      'padding-left': [length],
      border: [border],
      'border-left': [border],
      'border-top': [border],
      'border-collapse': [/^(?:collapse|separate)$/],
      'vertical-align': [/^(?:top|middle|bottom|baseline|sub|super)$/],
      'white-space': [/^(?:pre|pre-wrap|normal|nowrap)$/],
    },
  },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowedSchemesByTag: { img: ['cid', 'data'] },
  allowedSchemesAppliedToAttributes: ['href', 'src'],
  allowProtocolRelative: false,
  nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'title', 'xmp'],
  nestingLimit: limits.htmlDepth,
  transformTags: { a: safeLink, img: safeImage },
};

/** HTML that can be shown without running anything or telling the sender that it was opened. */
export function sanitiseHtml(html: string): string {
  return sanitizeHtml(boundedHtml(html), options).trim();
}

/** Plain text as HTML, for mails that mix both. */
export function textAsHtml(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<div style="white-space:pre-wrap">${escaped}</div>`;
}

type Attributes = Record<string, string>;

function safeLink(tagName: string, { href, rel, target, ...rest }: Attributes): { tagName: string; attribs: Attributes } {
  if (!href || !/^\s*(?:https?:\/\/|mailto:)/i.test(href)) return { tagName, attribs: rest };
  return { tagName, attribs: { ...rest, href, rel: 'noopener noreferrer nofollow', target: '_blank' } };
}

function safeImage(tagName: string, { src, ...rest }: Attributes): { tagName: string; attribs: Attributes } {
  if (!src || !/^(?:cid:|data:image\/(?:png|jpe?g|gif|webp|bmp);base64,)/i.test(src)) return { tagName, attribs: rest };
  return { tagName, attribs: { ...rest, src } };
}
