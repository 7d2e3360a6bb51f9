/** Where a command runs and where it prints: what it knows of the world but for files, git and the clock. */
import { Readable } from 'node:stream';
import { styleText } from 'node:util';
import type { Paint, Style } from '../../reports/paint.ts';
import { printed, visible, visibleLine } from '../../text.ts';
import { rulesPageFrom } from '../../input/program.ts';
import type { RulesPage } from '../../reports/rule-links.ts';
import { StatusLine } from './progress.ts';
import { withNpx, type CommandLine } from './started.ts';

/** Where the program prints. A stream that is a screen gets colours, unless the environment says NO_COLOR. */
export interface Streams {
  stdout: NodeJS.WritableStream;
  stderr: NodeJS.WritableStream;
  /** What a command reads that is told to read `-`. Absent: nothing comes. */
  stdin?: AsyncIterable<unknown>;
}

export interface Context {
  /** The folder that names of files and folders start from. */
  cwd: string;
  /** What is read in the place of the file `-`. */
  stdin: AsyncIterable<unknown>;
  /** Writes a whole report to the standard output. */
  write: (report: string) => void;
  /** The same for a report of annotations, which the runner of GitHub is to obey. */
  annotate: (report: string) => void;
  /** Prints a line of the answer. It may hold names of the docs, which may hold what a terminal takes for commands. */
  print: (line: string) => void;
  /** Prints a line beside the answer, to the standard error: what is wrong, or what was done. */
  warn: (line: string) => void;
  /** Does long work, which on a terminal tells how far it is. */
  during: StatusLine['during'];
  /** How many characters a line of the standard output has room for: no end where it is not a screen. */
  width: number;
  /** Colours for the standard output. */
  paint: Paint;
  /** A command as it is typed where the program was started. */
  commandLine: CommandLine;
  /** Where the rules of the docs are explained. */
  rulesPage: RulesPage;
}

const styles: Record<Style, Parameters<typeof styleText>[0]> = {
  breaking: 'red',
  dangerous: 'yellow',
  safe: 'green',
  docs: 'blue',
  quiet: 'dim',
  strong: 'bold',
};

export function contextOf(
  { stdout, stderr, stdin = Readable.from([]) }: Streams,
  cwd: string,
  commandLine: CommandLine = withNpx,
): Context {
  const status = new StatusLine(stderr);
  const writeTo = (stream: NodeJS.WritableStream, text: string): void => {
    status.clear();
    stream.write(text);
  };
  return {
    cwd,
    stdin,
    write: (report) => writeTo(stdout, printed(report)),
    annotate: (report) => writeTo(stdout, printed(report, true)),
    print: (line) => writeTo(stdout, printed(`${visibleLine(line)}\n`)),
    warn: (line) => writeTo(stderr, printed(`${visibleLine(line)}\n`)),
    during: (name, work) => status.during(name, work),
    width: 'columns' in stdout && typeof stdout.columns === 'number' ? stdout.columns : Infinity,
    paint: (style, text) => styleText(styles[style], visible(text), { stream: stdout }),
    commandLine,
    rulesPage: rulesPageFrom(cwd),
  };
}
