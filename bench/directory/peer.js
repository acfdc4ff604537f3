// SPDX-FileCopyrightText: The Foyer contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// What a directory's listing would be on fastify and better-sqlite3: one row by its primary key, the
// same bytes with the same fields, a process for each processor.
// Usage: node peer.js FOLDER-OF-MODULES DATABASE
const cluster = require('node:cluster');
const os = require('node:os');

const [, , modules, database] = process.argv;

function serve() {
  const fastify = require(`${modules}/fastify`)();
  const Database = require(`${modules}/better-sqlite3`);
  const db = new Database(database, { readonly: true });
  db.pragma('mmap_size = 1073741824');
  const find = db.prepare('SELECT rev, body FROM listing WHERE id = ?');

  fastify.get('/v1/listings/:id', (request, reply) => {
    const row = find.get(request.params.id);
    if (row === undefined)
      return reply.code(404).send();
    return reply
      .header('Content-Type', 'application/json')
      .header('X-Content-Type-Options', 'nosniff')
      .header('ETag', `"${row.rev}"`)
      .header('Cache-Control', 'public, max-age=60, stale-while-revalidate=300, stale-if-error=86400')
      .send(row.body);
  });
  // The same port for all: the first gets one that is free.
  fastify.listen({ host: '127.0.0.1', port: 0 });
}

if (cluster.isPrimary) {
  let starting = os.availableParallelism();
  cluster.on('listening', (worker, address) => {
    if (--starting === 0)
      console.log(`listening http://${address.address}:${address.port}`);
  });
  for (let i = starting; i > 0; i--)
    cluster.fork();
  process.on('SIGTERM', () => process.exit());
} else {
  serve();
}
