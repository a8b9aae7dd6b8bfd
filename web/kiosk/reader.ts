/** A reader types a code faster than anybody, and ends with Enter. */
const GAP_MS = 150;
const SHORTEST = 5;

/** Hears what a reader of QR codes types while no field takes it: nobody has to find the right screen first. */
export function hearReader(onCode: (code: string) => void): void {
  let read = '';
  let at = Number.NEGATIVE_INFINITY;
  const hear = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return;
    const isNext = event.timeStamp - at < GAP_MS;
    at = event.timeStamp;
    if (event.key.length === 1) {
      read = isNext ? read + event.key : event.key;
      // A space would press what has the focus.
      if (read.length > 1) event.preventDefault();
    } else if (event.key === 'Enter') {
      const code = isNext && read.length >= SHORTEST ? read : '';
      read = '';
      if (!code) return;
      event.preventDefault();
      onCode(code);
    }
  };
  document.addEventListener('keydown', hear, { capture: true });
}
