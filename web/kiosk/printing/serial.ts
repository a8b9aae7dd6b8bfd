/** The part of Web Serial (WICG) that printing needs; not in the DOM library yet. */
type Port = { open(how: { baudRate: number }): Promise<void>; close(): Promise<void>; writable: WritableStream<Uint8Array> | null };
type Serial = { getPorts(): Promise<Port[]>; requestPort(): Promise<Port> };
const serial = (): Serial | undefined => (navigator as Navigator & { serial?: Serial }).serial;

/** Chrome and Edge have it, over https or on this machine. */
export const canUseSerial = (): boolean => serial() !== undefined;
export const isSerialChosen = async (): Promise<boolean> => ((await serial()?.getPorts()) ?? []).length > 0;

/** Asked by a press; the browser keeps what is chosen. @returns whether one was */
export async function chooseSerial(): Promise<boolean> {
  return (
    serial()
      ?.requestPort()
      .then(
        () => true,
        () => false,
      ) ?? false
  );
}

/** Longer than a ticket takes: a printer without paper holds the line (flow control). */
const WRITE_MS = 4_000;
let last: Promise<unknown> = Promise.resolve();

/** One ticket after another. @returns whether all was taken */
export function writeToSerial(bytes: Uint8Array, baudRate: number): Promise<boolean> {
  const written = last.then(() => write(bytes, baudRate)).catch(() => false);
  last = written;
  return written;
}

async function write(bytes: Uint8Array, baudRate: number): Promise<boolean> {
  const port = (await serial()?.getPorts())?.[0];
  if (!port) return false;
  await port.open({ baudRate });
  try {
    const writer = port.writable?.getWriter();
    if (!writer) return false;
    const late = new Promise<'late'>((tell) => setTimeout(() => tell('late'), WRITE_MS));
    const done = writer.write(bytes).then(() => writer.close());
    if ((await Promise.race([done, late])) !== 'late') return true;
    await writer.abort();
    return false;
  } finally {
    await port.close();
  }
}

export const bytesIn = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
