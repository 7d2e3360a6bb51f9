/** How far long work is, on a terminal and elsewhere. */
import { describe, expect, test, vi } from 'vitest';
import { StatusLine } from '../../../generator/commands/shared/progress.ts';

class Screen {
  written: string[] = [];
  isTTY = true;
  columns = 80;
  write(text: string): void {
    this.written.push(text);
  }
}

/** Work that tells each second how far it is, for ten seconds. */
async function tenSeconds(screen: Screen, hasShare = true): Promise<string[]> {
  let now = 0;
  const status = new StatusLine(screen, () => now);
  await status.during('work', async (progress) => {
    for (let second = 0; second < 10; second++) {
      now = 1000 * second;
      progress({ words: `part ${second}`, ...(hasShare && { share: second / 10 }) });
    }
  });
  return screen.written.map((text) => text.replace('\r\u001b[K', ''));
}

describe('on a terminal', () => {
  test('a line comes after two seconds, and goes in the end', async () => {
    expect(await tenSeconds(new Screen())).toEqual([
      'work: 20 %, part 2, 8 s left',
      'work: 30 %, part 3, 7 s left',
      'work: 40 %, part 4, 6 s left',
      'work: 50 %, part 5, 5 s left',
      'work: 60 %, part 6, 4 s left',
      'work: 70 %, part 7, 3 s left',
      'work: 80 %, part 8, 2 s left',
      'work: 90 %, part 9, 1 s left',
      '',
    ]);
  });

  test('it tells how long it has taken where nobody knows how much there is', async () => {
    expect((await tenSeconds(new Screen(), false)).at(0)).toBe('work: part 2, 2 s so far');
  });

  test('it is no wider than the screen', async () => {
    const screen = new Screen();
    screen.columns = 12;

    expect((await tenSeconds(screen)).at(0)).toBe('work: 20 %,');
  });

  test('it makes room for other lines', async () => {
    const screen = new Screen();
    let now = 0;
    const status = new StatusLine(screen, () => now);
    await status.during('work', async (progress) => {
      now = 3000;
      progress({ words: 'on' });
      status.clear();
      status.clear();
    });

    expect(screen.written).toEqual(['\r\u001b[Kwork: on, 3 s so far', '\r\u001b[K']);
  });

  test('it moves while the work waits for something', async () => {
    vi.useFakeTimers();
    const screen = new Screen();
    const status = new StatusLine(screen);
    const work = status.during('pull', () => new Promise((done) => setTimeout(done, 2600)));
    await vi.advanceTimersByTimeAsync(3000);
    await work;
    vi.useRealTimers();

    expect(screen.written.at(0)).toBe('\r\u001b[Kpull: 2 s so far');
  });
});

test('in a file or a pipe there is nothing', async () => {
  const screen = new Screen();
  screen.isTTY = false;

  expect(await tenSeconds(screen)).toEqual([]);
});

test('what fails takes its line away', async () => {
  const screen = new Screen();
  let now = 0;
  const status = new StatusLine(screen, () => now);
  const work = status.during('work', async (progress) => {
    now = 3000;
    progress({ words: '' });
    throw new Error('no');
  });

  await expect(work).rejects.toThrow('no');
  expect(screen.written.at(-1)).toBe('\r\u001b[K');
});
