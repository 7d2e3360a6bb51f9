/** `diff`: what a change in the docs means. */
import { Option, type Command } from 'commander';
import { writeFile } from 'node:fs/promises';
import semver, { SemVer } from 'semver';
import * as v from 'valibot';
import { readJsonFile } from '../contract.ts';
import {
  approve,
  noteFault,
  readApprovals,
  reasons,
  staleApprovals,
  writeApprovals,
  type Approval,
  type Reason,
} from '../diff/judge/approvals.ts';
import type { Finding } from '../diff/finding.ts';
import { diffModels, distinct } from '../diff/index.ts';
import type { Role } from '../diff/judge/judge.ts';
import { formatNames, formats, type FormatName } from '../diff/reports/index.ts';
import { reportOf, type SideName } from '../diff/reports/report.ts';
import { recommendedBump, type Bump } from '../diff/judge/semver.ts';
import { readMergeBase, readNamed, readWorkingTree, type Compared } from '../diff/sides/sides.ts';
import { pairModels } from '../diff/sides/pairs.ts';
import { versionFault } from '../diff/judge/version.ts';
import {
  counts,
  profiles,
  thresholds,
  weighed,
  type Profile,
  type Threshold,
} from '../diff/judge/weight.ts';
import { pathIn, readTextIn } from '../cwd.ts';
import { isSystemError, readFailure, UsageError, writeFailure } from '../errors.ts';
import { readDocs } from '../input/docs-folder.ts';
import type { Renames } from '../model/model.ts';
import { renamesOf } from '../model/pairing.ts';
import { refuseGitFolder } from '../output/place.ts';
import { renamesIn } from '../source/renames.ts';
import { readSettings } from '../settings.ts';
import { limits } from '../limits.ts';
import { isBlank } from '../text.ts';
import type { Context } from './shared/context.ts';
import { printErrors } from './shared/errors-of-sides.ts';
import { diffProviders } from './diff-providers.ts';
import { folderFor } from './shared/report-folder.ts';
import {
  collect,
  exitStatus,
  refuseIdle,
  type Define,
  type DocsFolder,
  type ExitStatus,
  type KeepsGoing,
} from './shared/options.ts';

export interface DiffOptions extends DocsFolder, KeepsGoing {
  role: Role;
  profile: Profile;
  failOn: Threshold;
  format: FormatName;
  approvals: string;
  approve?: Reason;
  note?: string;
  /** The fingerprints of what is approved; none: all that makes the diff fail. */
  finding: string[];
  checkVersion?: boolean;
  as: 'versions' | 'providers';
  event: string[];
}

/** The options that comparing providers has no use for. */
const ofVersions = [
  'keepGoing',
  'role',
  'profile',
  'approvals',
  'approve',
  'note',
  'finding',
  'checkVersion',
];

export const define: Define = (command, { ends, context }) => {
  command
    .addOption(
      new Option('--role <role>', 'whose code the verdicts are for')
        .choices(['client', 'server'])
        .default('client'),
    )
    .addOption(
      new Option('--profile <profile>', 'how findings are weighed')
        .choices(profiles)
        .default('default'),
    )
    .addOption(
      new Option('--fail-on <verdict>', 'exit 1 when there is such a finding, or a worse one')
        .choices(thresholds)
        .default('breaking'),
    )
    .addOption(
      new Option('--format <format>', 'how to print the findings')
        .choices(formatNames)
        .default('text'),
    )
    .addOption(
      new Option(
        '--as <what>',
        'versions of docs; or providers: what a program written for the source [base] meets on the source [head]',
      )
        .choices(['versions', 'providers'])
        .default('versions'),
    )
    .addOption(
      new Option('--event <name>', 'with --as providers: only this event; may be repeated')
        .argParser(collect)
        .default([], 'all events'),
    )
    .option('--approvals <file>', 'the approved findings', 'realtime-events.approvals.json')
    .addOption(
      new Option('--approve <reason>', 'approve the findings that make the diff fail').choices(
        reasons,
      ),
    )
    .option('--note <words>', 'with --approve: why they may pass')
    .addOption(
      new Option('--finding <fingerprint>', 'with --approve: only this one; may be repeated')
        .argParser(collect)
        .default([], 'all that make the diff fail'),
    )
    .option('--check-version', 'exit 1 when the version of package.json is too small a step')
    .action(
      ends(
        async (
          base: string | undefined,
          head: string | undefined,
          options: DiffOptions,
          typed: Command,
        ) => {
          if (options.as === 'providers') {
            refuseIdle(typed, ofVersions, 'with --as providers: it is about versions of docs');
            return diffProviders(base, head, options, context);
          }
          refuseIdle(typed, ['event'], 'without --as providers');
          return diff(base, head, options, context);
        },
      ),
    );
};

export async function diff(
  baseName: string | undefined,
  headName: string | undefined,
  options: DiffOptions,
  context: Context,
): Promise<ExitStatus> {
  const { cwd, write, annotate, warn, paint } = context;
  const { docsSrc, role, profile, failOn, format } = options;
  const { verdicts, severities } = await readSettings(options.config, cwd);
  const earlier = await readOwnApprovals(options.approvals, cwd);
  const base = await (baseName === undefined
    ? readMergeBase(docsSrc, cwd)
    : readNamed(baseName, docsSrc, cwd));
  const head = await (headName === undefined
    ? readWorkingTree(docsSrc, cwd)
    : readNamed(headName, docsSrc, cwd));
  const { keepGoing = false } = options;
  const paired = await context.during('diff', async (progress) =>
    pairModels(base, head, {
      keepGoing,
      severities,
      onSource: (words, share) => progress({ words, share }),
    }),
  );
  const { uncompared } = paired;
  const faults = printErrors(paired, { before: base, after: head }, context);
  const renames = await renamesBeside(base, head, docsSrc, cwd);
  const findings = paired.pairs
    .flatMap(({ before, after }) => distinct(diffModels(before, after, role, renames)))
    .map((finding) => weighed(finding, profile, verdicts));

  const approvals = [...earlier, ...(await approveFindings(findings, earlier, options, context))];
  const inForce = new Map(approvals.map((approval) => [approval.fingerprint, approval]));
  const suggested = recommendedBump(
    findings.filter(({ fingerprint }) => inForce.get(fingerprint)?.reason !== 'doc-correction'),
  );
  // What is not compared may need them.
  const stale = uncompared.length > 0 ? [] : staleApprovals(approvals, findings);
  const sides = { base: await named(base, format, cwd), head: await named(head, format, cwd) };
  const report = reportOf(
    { ...sides, role, profile, stale, suggested, uncompared },
    findings,
    inForce,
  );
  (format === 'github' ? annotate : write)(formats[format](report, paint));

  const fault = options.checkVersion ? versionFaultBetween(base, head, suggested) : undefined;
  if (fault !== undefined) warn(`package.json: ${fault}`);
  const fails = report.findings.some(
    ({ verdict, approval }) => !approval && counts(verdict, failOn),
  );
  if (faults !== exitStatus.fine) return faults;
  return fails || fault !== undefined ? exitStatus.look : exitStatus.fine;
}

/**
 * What all sources of the docs folder tell of the names of others, where models of two sources are compared: a third one
 * may tell what these call the same. Absent: the two tell it themselves.
 */
async function renamesBeside(
  base: Compared,
  head: Compared,
  docsSrc: string,
  cwd: string,
): Promise<Renames[] | undefined> {
  if (base.kind !== 'model' || head.kind !== 'model') return undefined;
  const models = [base.model, head.model];
  if (base.model.source.id === head.model.source.id) return undefined;
  try {
    return [...renamesOf(models), ...renamesIn(await readDocs(docsSrc, cwd))];
  } catch (error) {
    // Models can be compared where there are no docs.
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

/** A side, as a format calls it and its files. */
async function named(
  { name, folder }: Compared,
  format: FormatName,
  cwd: string,
): Promise<SideName> {
  return { name, folder: await folderFor(format, folder, cwd) };
}

/** What was approved before; nothing where there is no file yet. */
async function readOwnApprovals(file: string, cwd: string): Promise<Approval[]> {
  try {
    return readApprovals(await readTextIn(cwd, file, limits.page), file);
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return [];
    throw readFailure(file, error);
  }
}

/** Approves what is asked for, and writes it down; the new approvals. */
async function approveFindings(
  findings: readonly Finding[],
  approvals: readonly Approval[],
  { approve: reason, note, finding: chosen, failOn, approvals: file }: DiffOptions,
  { cwd, warn }: Context,
): Promise<Approval[]> {
  if (reason === undefined) {
    if (note !== undefined || chosen.length > 0)
      throw new UsageError('--note and --finding say what --approve approves; it is missing.');
    return [];
  }
  if (note === undefined || isBlank(note))
    throw new UsageError('--approve needs a --note that says why the findings may pass.');
  const fault = noteFault(note);
  if (fault !== undefined) throw new UsageError(`--note ${fault}.`);
  const unknown = chosen.find((one) => !findings.some(({ fingerprint }) => fingerprint === one));
  if (unknown !== undefined)
    throw new UsageError(
      `no finding has the fingerprint ${unknown}; it stands behind the rule of a finding.`,
    );
  const known = new Set(approvals.map(({ fingerprint }) => fingerprint));
  const added = new Map(
    findings
      .filter(({ fingerprint, verdict }) =>
        chosen.length > 0 ? chosen.includes(fingerprint) : counts(verdict, failOn),
      )
      .filter(({ fingerprint }) => !known.has(fingerprint))
      .map((finding) => [finding.fingerprint, approve(finding, reason, note)]),
  );
  const all = [...approvals, ...added.values()];
  try {
    refuseGitFolder(file, cwd);
    if (added.size > 0) await writeFile(pathIn(cwd, file), writeApprovals(all));
  } catch (error) {
    throw writeFailure(file, error);
  }
  warn(`${added.size} approved in ${file}.`);
  return [...added.values()];
}

const packageContract = v.object(
  {
    version: v.pipe(
      v.string('must be a text'),
      v.check((text) => semver.valid(text) !== null, 'must be a version, such as 1.2.3'),
      v.transform((text) => new SemVer(text)),
    ),
  },
  'must be an object',
);

/** @throws UsageError when a side has no version, or one that is none */
function versionFaultBetween(base: Compared, head: Compared, suggested: Bump): string | undefined {
  const [before, after] = [base, head].map(({ name, packageJson }) => {
    if (packageJson === undefined)
      throw new UsageError(
        `${name} has no package.json to check the version of; compare git refs, or one with the working tree.`,
      );
    return readJsonFile(packageJson, `package.json of ${name}`, packageContract).version;
  });
  return before === undefined || after === undefined
    ? undefined
    : versionFault(before, after, suggested);
}
