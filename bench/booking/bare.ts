import fastify from 'fastify';

/** One route that does nothing, in a process of its own: what the machine and HTTP alone allow under the load of the bookings. */
const app = fastify();
app.post('/', async () => ({ done: true }));
await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT) });
process.send?.('ready');
process.on('message', async () => {
  await app.close();
  process.exit(0);
});
