export function part<Name extends keyof HTMLElementTagNameMap>(
  tag: Name,
  kind: string,
  ...inner: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(tag);
  if (kind) element.className = kind;
  element.append(...inner);
  return element;
}

export function button(kind: string, act: () => void, ...inner: (Node | string)[]): HTMLButtonElement {
  const element = part('button', kind, ...inner);
  element.type = 'button';
  element.addEventListener('click', act);
  return element;
}
