import { button, part } from '../shared/device/part.ts';

/** The one big way on: sign, words, smaller words. */
export function choice(act: () => void, name: string, hint: string, first?: SVGSVGElement, last?: SVGSVGElement): HTMLButtonElement {
  const words = part('span', '', part('b', '', name), ...(hint ? [part('span', 'k-hint', hint)] : []));
  return button('k-choice', act, ...(first ? [first] : []), words, ...(last ? [last] : []));
}
