/** As people say it: pairs, and the check digit apart, "41 72 83-1". Never broken over two lines. */
export function sayMatterNumber(number: string): string {
  const body = number.slice(0, -1);
  const head = body.length % 2 ? body.slice(0, 1) : '';
  const pairs = body.slice(head.length).match(/../g) ?? [];
  return `${[head, ...pairs].filter(Boolean).join('\u00a0')}\u2060-\u2060${number.slice(-1)}`;
}
