/**
 * Joins the lines of a format=flowed text (RFC 3676) at equal quote depth and removes its space stuffing.
 * @param deleteSpace the DelSp=yes parameter: the space that marks the break is not part of the text
 */
export function unflow(text: string, deleteSpace: boolean): string {
  const out: string[] = [];
  let paragraph = '';
  let depth = -1;
  for (const line of text.split('\n')) {
    const quote = /^>{0,50}/.exec(line)?.[0].length ?? 0;
    const content = line.slice(quote).replace(/^ /, '');
    const signature = content === '-- ';
    if (depth >= 0 && (quote !== depth || signature)) {
      out.push(quoted(depth, paragraph));
      paragraph = '';
      depth = -1;
    }
    const flows = content.endsWith(' ') && !signature;
    paragraph += flows && deleteSpace ? content.slice(0, -1) : content;
    if (flows) {
      depth = quote;
    } else {
      out.push(quoted(quote, paragraph));
      paragraph = '';
      depth = -1;
    }
  }
  if (depth >= 0) out.push(quoted(depth, paragraph));
  return out.join('\n');
}

function quoted(depth: number, content: string): string {
  if (depth === 0) return content;
  return content === '' ? '>'.repeat(depth) : `${'>'.repeat(depth)} ${content}`;
}
