import { createServer } from 'node:http'

/**
 * The least that a web server can do, to compare with: `/12345` answers with a constant page of 12,345
 * bytes, and `/to/12345` sends one there. Plain JavaScript, so that nothing but Node itself is in its
 * figures.
 */

const letters = Buffer.alloc(1_000_000, 'x')

const server = createServer((request, response) => {
  const [, first, size = first] = request.url.split('/')
  request.resume().once('end', () => {
    if (first === 'to') return response.writeHead(303, { location: `/${size}`, 'content-length': 0 }).end()
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': size })
    response.end(letters.subarray(0, Number(size)))
  })
})

server.listen(0, '127.0.0.1', () => console.log(`listens on http://127.0.0.1:${server.address().port}`))
process.once('SIGTERM', () => process.exit(0))
