const PATHS = {
  back: 'M19 12H5M11 6l-6 6 6 6',
  next: 'm9 5 7 7-7 7',
  calendar: 'M5 5h14a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2ZM3 10h18M8 2.5v4M16 2.5v4',
  route:
    'M8.5 4.500a2.5 2.5 0 1 1-5 0a2.5 2.5 0 0 1 5 0ZM8.5 19.500a2.5 2.5 0 1 1-5 0a2.5 2.5 0 0 1 5 0ZM20.5 15a2.5 2.5 0 1 1-5 0a2.5 2.5 0 0 1 5 0ZM6 7v10M6 10c0 4 3 5 8 5h1',
  people:
    'M12.5 8a3.5 3.5 0 1 1-7 0a3.5 3.5 0 0 1 7 0ZM2.5 20a6.5 6.5 0 0 1 13 0M15.5 4.800a3.5 3.5 0 0 1 0 6.400M18 14.300a6.5 6.5 0 0 1 3.5 5.7',
  globe: 'M21 12a9 9 0 1 1-18 0a9 9 0 0 1 18 0ZM3 12h18M12 3c6 5 6 13 0 18M12 3c-6 5-6 13 0 18',
  text: 'm2 19 5.5-14L13 19M4 14h7M15 19l3.5-9 3.5 9M16 16h5',
  contrast: 'M21 12a9 9 0 1 1-18 0a9 9 0 0 1 18 0ZM12 3v18M15 5v14M18 7.500v9',
  search: 'M17 10.500a6.5 6.5 0 1 1-13 0a6.5 6.5 0 0 1 13 0ZM15.300 15.300 21 21',
  again: 'M4 12a8 8 0 1 0 2.500-5.800M4 4v5h5',
  check: 'm5 12.5 4.5 4.500L19 7.5',
  printer: 'M7 8V3h10v5M7 17H5a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2h14a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2h-2M7 14h10v7H7z',
  wheelchair: 'M11 4a1.500 1.500 0 1 1-3 0a1.500 1.500 0 0 1 3 0ZM9.500 7.500V14h6l3 6M9.500 10H15M7 11.500a5.200 5.200 0 1 0 7.500 6.500',
  'cannot-stand': 'M7 3v10h9v8M7 13v8M7 17h9',
  hearing: 'M7 9a5 5 0 1 1 10 0c0 4-4 5-4 8.500a3 3 0 0 1-5.500 1.500M10 9a2 2 0 1 1 4 0c0 1.500-1.500 2-2 3',
  vision: 'M2 12c5-8 15-8 20 0c-5 8-15 8-20 0ZM15 12a3 3 0 1 1-6 0a3 3 0 0 1 6 0Z',
  'needs-interpreter': 'M3 5h8M7 3v2M10 5c-.5 4-3 7-7 8.500M5 8.500c1.5 3 3.5 4.5 6 5.500M12 21l4.5-10L21 21M13.5 18h6',
  'sign-language':
    'M6 13V7.500a1.500 1.500 0 0 1 3 0V12M9 11V4.500a1.500 1.500 0 0 1 3 0V11M12 11V5.500a1.500 1.500 0 0 1 3 0V12M15 12V8.500a1.500 1.500 0 0 1 3 0V15a6 6 0 0 1-11 3.500L4 14',
  'quiet-space': 'M4 9.500h3L12 5v14l-5-4.500H4zM16 9.500l5 5M21 9.500l-5 5',
  'clear-language': 'M4 6h16M4 12h16M4 18h9',
  'child-along': 'M15 7a3 3 0 1 1-6 0a3 3 0 0 1 6 0ZM6 13l4-1h4l4 1M10 12v5l-2 4M14 12v5l2 4',
  'longer-time': 'M21 12a9 9 0 1 1-18 0a9 9 0 0 1 18 0ZM12 7v5l3.500 2',
};

export type Sign = keyof typeof PATHS;
export const isSign = (name: string): name is Sign => name in PATHS;

/** A drawn sign; a word always stands beside it, so it is not read aloud. */
export const sign = (name: Sign): SVGSVGElement => drawing('icon', '0 0 24 24', PATHS[name]);

export function drawing(kind: string, box: string, path: string): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', kind);
  svg.setAttribute('viewBox', box);
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(svg.namespaceURI, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}
