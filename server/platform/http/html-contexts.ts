/** Where in a template's fixed text each value stands: read once per template, by the states of the HTML standard's tokenizer. */

export type Context = 'text' | 'tag' | { attribute: string };

type State = {
  in: 'text' | 'opening' | 'tag' | 'name' | 'equals' | 'double' | 'single' | 'bare' | 'closing' | 'comment';
  word: string;
  element: string;
};

const known = new WeakMap<TemplateStringsArray, Context[]>();

/** @throws Error for a place where no escaping would make a value safe */
export function contextsOf(strings: TemplateStringsArray): Context[] {
  const before = known.get(strings);
  if (before) return before;
  const contexts = read(strings);
  known.set(strings, contexts);
  return contexts;
}

const URL_ATTRIBUTES = new Set([
  'href',
  'src',
  'action',
  'formaction',
  'poster',
  'cite',
  'data',
  'ping',
  'background',
  'manifest',
  'xlink:href',
]);
export const isUrlAttribute = (name: string): boolean => URL_ATTRIBUTES.has(name);

/** Handlers and styles run or draw what they hold; a frame's srcdoc is a page of its own. */
export const isUnsafeAttribute = (name: string): boolean => /^on|^style$|^srcdoc$|^srcset$/.test(name);

const RUNS = /^(script|style|iframe|noscript|xmp|plaintext|noembed|noframes)$/;

function read(strings: TemplateStringsArray): Context[] {
  const contexts: Context[] = [];
  let state: State = { in: 'text', word: '', element: '' };
  for (const [index, text] of strings.entries()) {
    for (const sign of text) state = next(state, sign);
    if (index === strings.length - 1) break;
    const context = contextIn(state);
    contexts.push(context);
    // Whatever name was being read ends here, so that the next one is seen as a whole.
    if (context === 'tag') state = state.in === 'opening' ? opening(state, ' ') : { ...state, in: 'tag', word: '' };
  }
  return contexts;
}

function contextIn(state: State): Context {
  if (RUNS.test(state.element)) throw new Error(`no value may stand inside <${state.element}>`);
  if (state.in === 'text') return 'text';
  if (state.in === 'tag' || state.in === 'name' || (state.in === 'opening' && state.word !== '')) return 'tag';
  if (state.in === 'double' || state.in === 'single') {
    if (isUnsafeAttribute(state.word)) throw new Error(`no value may stand in the attribute ${state.word}`);
    return { attribute: state.word };
  }
  throw new Error(`no value may stand here: ${state.in} ${state.word}`);
}

/** `element` is the raw-text element one is in (or whose tag is being read), `word` the name being read. */
function next(state: State, sign: string): State {
  switch (state.in) {
    case 'text':
      return sign === '<' ? { ...state, in: 'opening', word: '' } : state;
    case 'opening':
      return opening(state, sign);
    case 'closing':
      return sign === '>' ? { in: 'text', word: '', element: closed(state) } : { ...state, word: state.word + sign.toLowerCase() };
    case 'comment':
      return sign === '>' && endsComment(state.word) ? { ...state, in: 'text', word: '' } : { ...state, word: state.word + sign };
    case 'double':
      return sign === '"' ? { ...state, in: 'tag', word: '' } : state;
    case 'single':
      return sign === "'" ? { ...state, in: 'tag', word: '' } : state;
    default:
      return inTag(state, sign);
  }
}

/** A comment proper ends with two dashes; a declaration such as the doctype with the first bracket. */
const endsComment = (word: string): boolean => !word.startsWith('--') || (word.length >= 4 && word.endsWith('--'));

function opening(state: State, sign: string): State {
  if (state.word === '' && sign === '/') return { ...state, in: 'closing' };
  if (state.word === '' && sign === '!') return { ...state, in: 'comment', word: '' };
  if (/[a-z0-9]/i.test(sign)) return { ...state, word: state.word + sign.toLowerCase() };
  // "a < b" in the fixed text.
  if (state.word === '') return { ...state, in: 'text' };
  const element = RUNS.test(state.word) ? state.word : '';
  return inTag({ in: 'tag', word: '', element: state.element || element }, sign);
}

function inTag(state: State, sign: string): State {
  if (sign === '>') return { ...state, in: 'text', word: '' };
  if (state.in === 'equals')
    return { ...state, in: sign === '"' ? 'double' : sign === "'" ? 'single' : /\s/.test(sign) ? 'equals' : 'bare' };
  if (/[\s/]/.test(sign)) return { ...state, in: 'tag', word: '' };
  if (state.in === 'bare') return state;
  if (sign === '=') return { ...state, in: 'equals' };
  return { ...state, in: 'name', word: state.word + sign.toLowerCase() };
}

function closed({ element, word }: State): string {
  return word.trim() === element ? '' : element;
}
