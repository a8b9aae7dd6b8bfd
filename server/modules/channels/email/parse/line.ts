/** A line as it is compared: exotic spaces made plain, invisible and emphasis marks gone, cut to what any pattern needs. */
export function bare(line: string | undefined): string {
  return (line ?? '')
    .slice(0, 600)
    .replace(/[\u00a0\u2007\u202f\u3000\t]/g, ' ')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}

export function isBlank(line: string | undefined): boolean {
  return bare(line) === '';
}
