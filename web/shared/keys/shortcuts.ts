/** Single-key commands of the screen in front. Off in text fields, and for those who switched them off (WCAG 2.2, 2.1.4). */

export type Shortcut = {
  /** `j`, `?`, `Control+Enter`; a key without Control is a single-key shortcut. */
  keys: string;
  label: string;
  /** Absent: the browser does it, the list only tells. */
  run?: (() => void) | undefined;
};

type Layer = { scope: string; shortcuts: readonly Shortcut[] };

export const pageScope = 'page';
/** Heard over an open panel too, where the panel has no other use for the key. */
export const everyScope = 'every';

let layers: Layer[] = [];
let scopes: string[] = [pageScope];
let singleKeys = true;

export function allowSingleKeys(allowed: boolean): void {
  singleKeys = allowed;
}

/** Adds commands until the returned function is called; of two with the same key the later one answers. */
export function addShortcuts(scope: string, shortcuts: readonly Shortcut[]): () => void {
  const layer = { scope, shortcuts };
  layers = [...layers, layer];
  return () => {
    layers = layers.filter((other) => other !== layer);
  };
}

/** A panel over the page takes the keys until it closes. */
export function openScope(scope: string): () => void {
  scopes = [...scopes, scope];
  return () => {
    scopes = scopes.filter((other) => other !== scope);
  };
}

/** What the `?` list shows: the page's commands, each key once. */
export function shortcutsOf(scope: string): Shortcut[] {
  return [...new Map(heardIn(scope).map((one) => [one.keys, one])).values()];
}

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'defaultPrevented'>;

/** The command a key press calls, if any. `inText`: the press is someone writing or choosing. */
export function commandFor(pressed: Pressed, inText: boolean): Shortcut | undefined {
  if (pressed.defaultPrevented || pressed.isComposing || pressed.altKey) return undefined;
  const withControl = pressed.ctrlKey || pressed.metaKey;
  if (!withControl && (inText || !singleKeys)) return undefined;
  const keys = withControl ? `Control+${pressed.key}` : pressed.key;
  return heardIn(scopes.at(-1)).findLast((shortcut) => shortcut.keys === keys && shortcut.run);
}

function heardIn(scope: string | undefined): Shortcut[] {
  const of = (wanted: string | undefined) => layers.filter((layer) => layer.scope === wanted).flatMap((layer) => layer.shortcuts);
  return [...of(everyScope), ...of(scope)];
}

const writing = [
  'input:not([type=checkbox], [type=radio], [type=button], [type=submit])',
  'textarea',
  'select',
  '[contenteditable]',
  '[role=listbox]',
  '[role=menu]',
  '[aria-haspopup=listbox]',
].join();

/** Commands with Control are heard before anything else: buttons and choices take Enter for themselves and let it go no further. */
export function listenToKeys(): () => void {
  const onWayDown = (event: KeyboardEvent) => (event.ctrlKey || event.metaKey ? act(event) : undefined);
  const onWayUp = (event: KeyboardEvent) => (event.ctrlKey || event.metaKey ? undefined : act(event));
  window.addEventListener('keydown', onWayDown, { capture: true });
  window.addEventListener('keydown', onWayUp);
  return () => {
    window.removeEventListener('keydown', onWayDown, { capture: true });
    window.removeEventListener('keydown', onWayUp);
  };
}

function act(event: KeyboardEvent): void {
  const target = event.target instanceof Element ? event.target : null;
  const command = commandFor(event, target?.closest(writing) != null);
  if (!command) return;
  event.preventDefault();
  event.stopPropagation();
  command.run?.();
}
