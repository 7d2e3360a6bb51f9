/**
 * What any program must do that looks at each line of a log: reads it and parses its JSON.
 *
 *     node test/bench/validate/baseline.mjs log.jsonl            as fast as Node can: chunks are split at the ends of lines
 *     node test/bench/validate/baseline.mjs log.jsonl readline   as its manual shows it: line by line
 */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

const [, , file, way] = process.argv;
let events = 0;

function read(line) {
  if (typeof JSON.parse(line).type === 'string') events++;
}

if (way === 'readline') {
  for await (const line of createInterface({ input: createReadStream(file) })) read(line);
} else {
  let rest = '';
  const stream = createReadStream(file, { encoding: 'utf8', highWaterMark: 1024 * 1024 });
  for await (const chunk of stream) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) read(line);
  }
  if (rest !== '') read(rest);
}
console.log(`${events} events`);
