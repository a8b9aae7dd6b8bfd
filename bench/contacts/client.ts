import pg from 'pg';

/** A plain connection for as long as `work` needs it. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** So many connections for as long as `work` needs them. */
export async function withClients<T>(url: string, count: number, work: (clients: pg.Client[]) => Promise<T>): Promise<T> {
  const clients: pg.Client[] = [];
  const next = (): Promise<T> =>
    clients.length === count
      ? work(clients)
      : withClient(url, (client) => {
          clients.push(client);
          return next();
        });
  return next();
}
