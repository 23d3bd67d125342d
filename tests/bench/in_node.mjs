// Runs write-good or alex in Node: what one look at each post costs, in seconds of the processor.
// Called by `tests.bench.peers` with the file to import, and the posts as JSON on standard input.

import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const imported = await import(pathToFileURL(process.argv[2]))
const look = imported.text ?? imported.default
const { posts, rounds } = JSON.parse(readFileSync(0, 'utf8'))

function seconds(post) {
  const began = process.cpuUsage()
  look(post)
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1e6
}

function median(numbers) {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)]
}

for (const post of posts) seconds(post)
process.stdout.write(JSON.stringify(posts.map((post) => median(Array.from({ length: rounds }, () => seconds(post))))))
