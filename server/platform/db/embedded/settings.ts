import { createServer } from 'node:net';
import { join } from 'node:path';

/** Where the server listens: `socketFolder` holds the socket, or is empty where it listens on 127.0.0.1. */
export type Address = { socketFolder: string; port: number };

/** The longest path that fits a socket's address on every system (108 bytes on Linux, 104 on macOS). */
const MAX_SOCKET_PATH = 100;
const SOCKET_PORT = 5432;

/**
 * A Unix socket inside the database's own 0700 folder: no other account of the machine can even try a password, there is no port to
 * clash, and it saves about a fifth of the time of a small statement. Loopback TCP where a socket cannot be had.
 */
export async function chooseAddress(cluster: string): Promise<Address> {
  const path = join(cluster, `.s.PGSQL.${SOCKET_PORT}`);
  if (process.platform !== 'win32' && Buffer.byteLength(path) <= MAX_SOCKET_PATH) return { socketFolder: cluster, port: SOCKET_PORT };
  return { socketFolder: '', port: await freePort() };
}

/** The URL of a database there. */
export function urlAt({ socketFolder, port }: Address, user: string, password: string, database: string): string {
  const host = socketFolder ? `?host=${encodeURIComponent(socketFolder)}` : '';
  return `postgresql://${user}:${password}@127.0.0.1:${port}/${database}${host}`;
}

/** Fit for one small municipality on a two-core machine. Never fsync=off or synchronous_commit=off here: an answered request is kept. */
const settings: Record<string, string> = {
  max_connections: '60',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '1GB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  jit: 'off',
  synchronous_commit: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Statements, their parameters and the details of errors hold personal data.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length_on_error: '0',
  log_min_messages: 'warning',
};

/** The postmaster's arguments. */
export function postmasterArguments(cluster: string, address: Address, overrides: Record<string, string>): string[] {
  const listening = {
    port: String(address.port),
    listen_addresses: address.socketFolder ? '' : '127.0.0.1',
    unix_socket_directories: address.socketFolder,
    unix_socket_permissions: '0700',
  };
  const all = Object.entries({ ...settings, ...listening, ...overrides });
  return ['-D', cluster, ...all.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
