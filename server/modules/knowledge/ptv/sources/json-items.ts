/**
 * The items of a JSON array one after the other, without the array ever standing in memory whole: the nation's services are some 100 MB.
 * An item that is broken by itself comes as `undefined`; the rest still come.
 */
export async function* jsonItems(chunks: AsyncIterable<string>): AsyncIterable<unknown> {
  let item = '';
  let depth = 0;
  let inText = false;
  let escaped = false;
  let begun = false;
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const mark = chunk[at];
      if (inText) {
        if (escaped) escaped = false;
        else if (mark === '\\') escaped = true;
        else if (mark === '"') inText = false;
      } else if (mark === '"') inText = true;
      else if (mark === '[' || mark === '{') {
        depth++;
        if (depth === 1) {
          begun = true;
          from = at + 1;
        }
      } else if (mark === ']' || mark === '}') {
        depth--;
        if (depth === 0) {
          item += chunk.slice(from, at);
          if (item.trim() !== '') yield parsed(item);
          return;
        }
      } else if (mark === ',' && depth === 1) {
        yield parsed(item + chunk.slice(from, at));
        item = '';
        from = at + 1;
      }
    }
    if (begun) item += chunk.slice(from);
  }
  // The file was cut: what is left of it is a broken item.
  if (item.trim() !== '') yield parsed(item);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
