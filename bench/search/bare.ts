import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The least an answer over HTTP can cost here: the body is read, and so many bytes are sent. */
export async function bareAnswers() {
  let answer = Buffer.alloc(0);
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end(answer));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    answerWith(bytes: number) {
      answer = Buffer.alloc(bytes, 'x');
    },
    stop: () => server.close(),
  };
}
