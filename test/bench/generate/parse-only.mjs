/** Parses the pages that it is given, files or folders, as unified users do, and exits. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const processor = unified().use(remarkParse).use(remarkGfm).freeze();
for (const place of process.argv.slice(2))
  for (const file of statSync(place).isDirectory() ? readdirSync(place, { recursive: true }) : [''])
    if (path.join(place, file).endsWith('.md'))
      processor.parse(readFileSync(path.join(place, file), 'utf8'));
