import { connect, type Socket } from 'node:net';

export type Answer = { status: number; text: string };
export type Call = { method: string; path: string; headers: Record<string, string>; body?: string | undefined };

/**
 * HTTP/1.1 on connections that stay open, one call at a time on each and as many as there are calls at once. Node's own client takes a
 * third of the processor's time that a booking takes in the service, on the same two cores: what is measured would be the measuring.
 * Understands answers with a `content-length` alone, which all of ours have.
 */
export function caller(origin: string): (call: Call) => Promise<Answer> {
  const { hostname, port, host } = new URL(origin);
  const free: Line[] = [];
  return async (call) => {
    const line = free.pop() ?? open(hostname, Number(port));
    const answer = await line.ask(written(host, call));
    if (!line.socket.destroyed) free.push(line);
    return answer;
  };
}

function written(host: string, { method, path, headers, body }: Call): string {
  let text = `${method} ${path} HTTP/1.1\r\nhost: ${host}\r\n`;
  for (const name in headers) text += `${name}: ${headers[name]}\r\n`;
  return body === undefined
    ? `${text}\r\n`
    : `${text}content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

type Line = { socket: Socket; ask: (text: string) => Promise<Answer> };

function open(host: string, port: number): Line {
  const socket = connect({ host, port, noDelay: true });
  let waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | undefined;
  let come: Buffer = Buffer.alloc(0);
  socket.on('data', (part: Buffer) => {
    come = come.length === 0 ? part : Buffer.concat([come, part]);
    const answer = answerIn(come);
    if (!answer) return;
    come = Buffer.alloc(0);
    waiting?.resolve(answer);
    waiting = undefined;
  });
  const lost = (error?: Error) => waiting?.reject(error ?? new Error('the connection ended before the answer'));
  socket.on('error', lost).on('close', () => lost());
  const ask = (text: string) =>
    new Promise<Answer>((resolve, reject) => {
      waiting = { resolve, reject };
      socket.write(text);
    });
  return { socket, ask };
}

/** @returns undefined as long as some of it is missing */
function answerIn(come: Buffer): Answer | undefined {
  const end = come.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const head = come.toString('latin1', 0, end);
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (length === undefined) throw new Error(`an answer without its length: ${head}`);
  const from = end + 4;
  if (come.length < from + Number(length)) return undefined;
  return { status: Number(head.slice(9, 12)), text: come.toString('utf8', from, from + Number(length)) };
}
