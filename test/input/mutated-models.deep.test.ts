/** A `model.json` that somebody changed is refused, or as good as one that was generated. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readModelFile } from '../../generator/input/model-file.ts';
import { UsageError } from '../../generator/errors.ts';
import { isJsonObject } from '../../generator/model/json.ts';
import type { Json, Model } from '../../generator/model/model.ts';
import { codeFaultsOf } from '../support/code-faults.ts';
import { randomOf, type Random } from '../support/random.ts';
import { generated } from '../support/repository.ts';

const count = Number(process.env['CASES'] ?? 400);
const ids = ['openai-event-summary', 'openai-realtime-translation'];
const texts = await Promise.all(
  ids.map(async (id) => readFile(path.join(generated, id, 'model.json'), 'utf8')),
);

/** Texts that names, kinds and values may become by mistake. */
const words = ['', 'string', 'Record', 'class', '__proto__', '\ud800', '*/', 'union', 'required'];

/** A part of JSON, with what holds it. */
interface Part {
  holder: Json[] | { [key: string]: Json };
  key: string;
  value: Json;
}

function partsOf(whole: Json): Part[] {
  const parts: Part[] = [];
  const todo = [whole];
  for (let holder = todo.pop(); holder !== undefined; holder = todo.pop()) {
    if (!Array.isArray(holder) && !isJsonObject(holder)) continue;
    for (const [key, value] of Object.entries(holder)) {
      parts.push({ holder, key, value });
      todo.push(value);
    }
  }
  return parts;
}

function picked<Item>(items: readonly Item[], random: Random): Item {
  const item = items[random.below(items.length)];
  if (item === undefined) throw new Error('There is nothing to pick from.');
  return item;
}

function put({ holder, key }: Part, value: Json): void {
  if (Array.isArray(holder)) holder[Number(key)] = value;
  else holder[key] = value;
}

/** A text of a model with one part deleted, doubled, or in the place of another. */
function mutated(text: string, random: Random): string {
  const whole: Json = JSON.parse(text);
  const parts = partsOf(whole);
  const part = picked(parts, random);
  const { holder, key, value } = part;
  const alike = parts.filter((other) => other.key === key).map((other) => other.value);
  if (random.happens(0.25)) {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else Reflect.deleteProperty(holder, key);
  } else if (Array.isArray(holder) && random.happens(0.5)) holder.push(structuredClone(value));
  else if (typeof value === 'string' && random.happens(0.3)) put(part, picked(words, random));
  else put(part, structuredClone(picked(alike, random)));
  return JSON.stringify(whole);
}

/** The model of a text; `undefined` when it is refused. */
function readOrRefused(text: string): Model | undefined {
  try {
    return readModelFile(text, 'model.json');
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

test(
  'what is accepted compiles, and its guards accept its own messages',
  { timeout: 300_000 },
  () => {
    const models = Array.from({ length: count }, (_, seed) => {
      const random = randomOf(seed);
      return readOrRefused(mutated(picked(texts, random), random));
    }).filter((model) => model !== undefined);

    expect(models.length).toBeGreaterThan(0);
    expect(codeFaultsOf(models).filter((faults) => faults.length > 0)).toEqual([]);
  },
);
