import express from 'express';

/** Express's own first example: what a page of ours is compared with. Prints the port it listens on. */
const server = express()
  .get('/', (_req, res) => {
    res.send('Hello World!');
  })
  .listen(0, '127.0.0.1', () => {
    const address = server.address();
    process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`);
  });
