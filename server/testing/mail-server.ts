import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

/**
 * A mail server of the test's own: Postfix takes mail by SMTP and puts it into Maildirs that Dovecot serves by IMAP. Both have their
 * configuration and mail in a new folder and listen on free ports of this machine only; no mail leaves it. Needs root, as Postfix does.
 */
export type MailServer = {
  smtpPort: number;
  imapPort: number;
  /** Everyone's password. */
  password: string;
  /** Takes SMTP away and brings it back on the same port. */
  stopSmtp(): Promise<void>;
  startSmtp(): Promise<void>;
  /** Dovecot's administration, e.g. `doveadm(['expunge', '-u', user, ...])`. */
  doveadm(args: string[]): Promise<string>;
  stop(): Promise<void>;
};

const PASSWORD = 'koe-salasana';
/** Who owns the mail: nobody who could sign in. */
const MAIL_UID = 65_534;
const run = promisify(execFile);

/** Addresses that are taken but have no mailbox, so that a report of failure comes back. */
export const UNDELIVERABLE = 'kadonnut@posti.example';

export async function startMailServer(users: string[]): Promise<MailServer> {
  if (process.getuid?.() !== 0) throw new Error('the tests with a mail server need root: Postfix does not run without');
  const folder = await mkdtemp(join(tmpdir(), 'polku-mail-'));
  await chmod(folder, 0o755);
  const [smtpPort, imapPort] = [await freePort(), await freePort()];
  await writeDovecot(folder, imapPort, users);
  await writePostfix(folder, smtpPort, users);
  const release = removeWhenWeDie(folder);
  const dovecot = spawnServer('/usr/sbin/dovecot', ['-F', '-c', join(folder, 'dovecot.conf')]);
  await run('/usr/sbin/postfix', ['-c', join(folder, 'postfix'), 'check']);
  const startPostfix = () => spawnServer('/usr/lib/postfix/sbin/master', ['-c', join(folder, 'postfix'), '-d']);
  let postfix = startPostfix();
  await Promise.all([listening(imapPort), listening(smtpPort)]);
  return {
    smtpPort,
    imapPort,
    password: PASSWORD,
    stopSmtp: () => ended(postfix),
    startSmtp: async () => {
      postfix = startPostfix();
      await listening(smtpPort);
    },
    doveadm: async (args) => (await run('/usr/bin/doveadm', ['-c', join(folder, 'dovecot.conf'), ...args])).stdout,
    stop: async () => {
      await ended(postfix);
      await ended(dovecot);
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
      release();
    },
  };
}

async function writeDovecot(folder: string, port: number, users: string[]): Promise<void> {
  await mkdir(join(folder, 'mail'));
  await chown(join(folder, 'mail'), MAIL_UID, MAIL_UID);
  await writeFile(
    join(folder, 'users'),
    users.map((user) => `${user}:{PLAIN}${PASSWORD}:${MAIL_UID}:${MAIL_UID}::${folder}/mail/${user}\n`).join(''),
    { mode: 0o644 },
  );
  const config = `
base_dir = ${folder}/dovecot
state_dir = ${folder}/dovecot
log_path = ${folder}/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
mail_location = maildir:${folder}/mail/%Lu
mail_uid = ${MAIL_UID}
mail_gid = ${MAIL_UID}
first_valid_uid = 1
first_valid_gid = 1
mailbox_idle_check_interval = 2 s
mail_max_userip_connections = 100
auth_verbose = yes
passdb {
  driver = passwd-file
  args = ${folder}/users
}
userdb {
  driver = passwd-file
  args = ${folder}/users
}
service imap-login {
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
  chroot =
}
service anvil {
  chroot =
}
`;
  await writeFile(join(folder, 'dovecot.conf'), config);
}

async function writePostfix(folder: string, port: number, users: string[]): Promise<void> {
  const [config, queue, own] = [join(folder, 'postfix'), join(folder, 'queue'), join(folder, 'postfix-own')];
  await Promise.all([mkdir(config), mkdir(queue), mkdir(own)]);
  const { stdout } = await run('id', ['-u', 'postfix']);
  await chown(own, Number(stdout), 0);
  const domains = [...new Set(users.map((user) => user.slice(user.indexOf('@') + 1)))];
  await writeFile(join(folder, 'mailboxes'), [...users, UNDELIVERABLE].map((user) => `${user} ${user}/\n`).join(''));
  await writeFile(join(folder, 'transports'), `${UNDELIVERABLE} no-user\n`);
  await writeFile(
    join(config, 'main.cf'),
    `compatibility_level = 3.6
queue_directory = ${queue}
data_directory = ${own}
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
myhostname = posti.test
mydestination =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
smtpd_relay_restrictions = permit_mynetworks, reject
smtpd_peername_lookup = no
smtpd_client_connection_count_limit = 0
disable_dns_lookups = yes
default_transport = error:no mail leaves this machine
relay_transport = error:no mail leaves this machine
virtual_mailbox_domains = ${[...new Set([...domains, 'posti.example'])].join(', ')}
virtual_mailbox_maps = texthash:${folder}/mailboxes
virtual_mailbox_base = ${folder}/mail
virtual_transport = virtual
virtual_minimum_uid = 1
virtual_uid_maps = static:${MAIL_UID}
virtual_gid_maps = static:${MAIL_UID}
transport_maps = texthash:${folder}/transports
recipient_delimiter = +
message_size_limit = 80000000
mailbox_size_limit = 0
virtual_mailbox_limit = 0
alias_maps =
alias_database =
biff = no
in_flow_delay = 0
minimal_backoff_time = 1s
queue_run_delay = 2s
`,
  );
  const services = [
    `127.0.0.1:${port} inet n - n - - smtpd`,
    'pickup unix n - n 60 1 pickup',
    'cleanup unix n - n - 0 cleanup',
    'qmgr unix n - n 300 1 qmgr',
    'rewrite unix - - n - - trivial-rewrite',
    'bounce unix - - n - 0 bounce',
    'defer unix - - n - 0 bounce',
    'trace unix - - n - 0 bounce',
    'verify unix - - n - 1 verify',
    'flush unix n - n 1000? 0 flush',
    'proxymap unix - - n - - proxymap',
    'error unix - - n - - error',
    'retry unix - - n - - error',
    'discard unix - - n - - discard',
    'virtual unix - n n - - virtual',
    // As a server further on that finds out only later: sysexits' "no such user".
    'no-user unix - n n - - pipe flags=R user=nobody argv=/bin/sh -c {cat > /dev/null; exit 67}',
    'anvil unix - - n - 1 anvil',
    'scache unix - - n - 1 scache',
    'showq unix n - n - - showq',
  ];
  await writeFile(join(config, 'master.cf'), `${services.join('\n')}\n`);
}

function spawnServer(program: string, args: string[]): ChildProcess {
  // A session of its own: Ctrl-C ends the tests, and the tests end it.
  const child = spawn(program, args, { detached: true, stdio: 'ignore' });
  child.unref();
  return child;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.ref();
  child.kill('SIGTERM');
  await exit;
}

/** However the tests end, `kill -9` included, their end of this pipe closes; then the shell ends the servers and removes their files. */
function removeWhenWeDie(folder: string): () => void {
  const script = `cat > /dev/null
    for file in "$1/dovecot/master.pid" "$1/queue/pid/master.pid"; do
      pid=$(cat "$file" 2> /dev/null) && kill -TERM $pid && while kill -0 $pid 2> /dev/null; do sleep 0.1; done
    done
    rm -rf "$1"`;
  const shell = spawn('sh', ['-c', script, 'sh', folder], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  shell.unref();
  (shell.stdin as unknown as { unref(): void }).unref();
  return () => shell.stdin.end();
}

const START_WITHIN_MS = 20_000;

async function listening(port: number): Promise<void> {
  const deadline = performance.now() + START_WITHIN_MS;
  while (!(await greets(port))) {
    if (performance.now() > deadline) throw new Error(`nothing answers on port ${port}: are dovecot-imapd and postfix installed?`);
    await delay(50);
  }
}

function greets(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1', timeout: 1_000 });
    const settle = (greeted: boolean) => {
      socket.destroy();
      resolve(greeted);
    };
    socket.once('data', () => settle(true));
    for (const event of ['error', 'close', 'timeout']) socket.once(event, () => settle(false));
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
