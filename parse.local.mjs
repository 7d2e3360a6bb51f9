import fs from 'node:fs'; import path from 'node:path';
import {unified} from 'unified'; import remarkParse from 'remark-parse'; import remarkGfm from 'remark-gfm';
const p=unified().use(remarkParse).use(remarkGfm).freeze();
for (const f of fs.readdirSync('docs-src',{recursive:true})) if(f.endsWith('.md')) p.parse(fs.readFileSync(path.join('docs-src',f),'utf8'));
