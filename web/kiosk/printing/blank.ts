/** As the server leaves them open in a ticket for times without network. */
const PLACES = { code: '@@@@', time: '########' };

/** The ticket with its number and time. Both are of letters that stand at one place in every code page (ASCII). */
export function filledBlank(blank: Uint8Array, code: string, time: string): Uint8Array {
  const middle = Math.floor((PLACES.time.length - time.length) / 2);
  const wide = time.padStart(time.length + Math.max(0, middle)).padEnd(PLACES.time.length);
  return filled(filled(blank, PLACES.code, code), PLACES.time, wide);
}

function filled(bytes: Uint8Array, place: string, text: string): Uint8Array {
  const [mark, inner] = [asciiOf(place), asciiOf(text)];
  const at = bytes.findIndex((_, from) => mark.every((byte, ahead) => bytes[from + ahead] === byte));
  if (at < 0) return bytes;
  const whole = new Uint8Array(bytes.length - mark.length + inner.length);
  whole.set(bytes.subarray(0, at));
  whole.set(inner, at);
  whole.set(bytes.subarray(at + mark.length), at + inner.length);
  return whole;
}

const asciiOf = (text: string): number[] => [...text].map((sign) => (sign <= '~' ? sign.charCodeAt(0) : 0x20));
