import { type Html, html, trusted } from '../../platform/http/html.ts';

/** Line drawings on a field of 24 by 24, our own. They say nothing that the words beside them do not say. */
const drawings = {
  alert: '<path d="M12 3 2.500 20.500h19Z"/><path d="M12 10v4.500M12 17.500h.01"/>',
  arrow: '<path d="m9 5 7 7-7 7"/>',
  earlier: '<path d="m15 5-7 7 7 7"/>',
  back: '<path d="M19 12H5m6-6-6 6 6 6"/>',
  bell: '<path d="M6.500 16.500V11a5.500 5.500 0 0 1 11 0v5.500l2 2h-15ZM12 5.500V3M10 21.500h4"/>',
  bus: '<rect x="4" y="4" width="16" height="13" rx="2"/><path d="M4 11h16M7 17v3M17 17v3M8 14h.01M16 14h.01"/>',
  calendar: '<rect x="3.500" y="5" width="17" height="16" rx="2"/><path d="M3.500 10h17M8 2.500V7M16 2.500V7"/>',
  chat: '<path d="M4 5h16a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1h-9l-5 4v-4H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1Z"/>',
  check: '<path d="m5 12.500 4.500 4.500L19 7.500"/>',
  clip: '<path d="m20 11-8.500 8.500a5 5 0 0 1-7-7L13 4a3.300 3.300 0 0 1 4.700 4.700l-8.500 8.500a1.700 1.700 0 0 1-2.400-2.400L14.500 7"/>',
  clock: '<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3.500 2"/>',
  lock: '<rect x="4" y="11" width="16" height="10" rx="2"/><path d="M8 11V7.500a4 4 0 0 1 8 0V11"/>',
  office: '<path d="M3 10 12 4l9 6M5 10v8M10 10v8M14 10v8M19 10v8M3 20.500h18"/>',
  paper: '<path d="M6 2.500h8l5 5v14H6zM14 2.500v5h5M9 13h7M9 17h7"/>',
  people:
    '<circle cx="9" cy="8" r="3.500"/><path d="M2.500 20c0-4 2.500-6.500 6.500-6.500s6.500 2.500 6.500 6.500M16 4.800a3.500 3.500 0 0 1 0 6.400M18 14.200c2.300.9 3.500 3 3.500 5.800"/>',
  phone: '<path d="M6.500 3 9.500 4l1 4-2 2a11 11 0 0 0 5.500 5.500l2-2 4 1 1 3-2.500 3A15.500 15.500 0 0 1 3.500 5.500Z"/>',
  pin: '<path d="M12 21.500C8 17.500 5 14 5 10a7 7 0 0 1 14 0c0 4-3 7.500-7 11.500Z"/><circle cx="12" cy="10" r="2.500"/>',
  print: '<path d="M7 8V3h10v5M7 17H4V8h16v9h-3M7 14h10v7H7z"/>',
  route:
    '<circle cx="6" cy="4.500" r="2.500"/><circle cx="6" cy="19.500" r="2.500"/><path d="M6 7v10M6 10c0 4 3 5 8 5h1"/><circle cx="18" cy="15" r="2.500"/>',
  search: '<circle cx="11" cy="11" r="7"/><path d="m20 20-4-4"/>',
  web: '<rect x="3" y="4" width="18" height="12" rx="2"/><path d="M12 16v4M8 20h8"/>',
} as const;

export type IconName = keyof typeof drawings;

export function icon(name: IconName): Html {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${trusted(drawings[name])}</svg>`;
}

/** The product's mark: a path that begins at a dot. A municipality's own logo takes its place. */
export function logo(label: string): Html {
  return html`<svg class="logo" viewBox="0 0 104 40" role="img" aria-label="${label}">${trusted(MARK)}</svg>`;
}

const MARK = `<g fill="none" stroke="currentColor" stroke-width="4.500" stroke-linecap="round" stroke-linejoin="round"><path d="M7 34V13"/><circle cx="15.500" cy="13" r="8.500"/><circle cx="39" cy="26" r="8"/><path d="M56 5v29M66.500 5v29M66.500 27l9.500-9M70.500 23.500 77 34M86 18v8.500a7 7 0 0 0 14 0V18M100 26v8"/></g><g fill="currentColor"><circle cx="7" cy="34" r="4.800"/><circle cx="15.500" cy="13" r="2.700"/></g>`;
