// Runs one of the project's commands: `node worker/local/run.mjs FILE …`. It is the one file that any Node from 20 on can run:
// it sees to the dependencies, and with them to the right Node, which runs the rest.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const projectDir = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const [command, ...rest] = process.argv.slice(2);

installIfNeeded();
run();

function installIfNeeded() {
  const wanted = lockOf('package-lock.json');
  if (wanted !== null && isInstalled(wanted)) return;
  // By the lock file, which stays as it is. Not `npm ci`: it wants every other platform's optional packages in the file, too.
  const how = wanted !== null && fits(wanted) ? ['install', '--no-save'] : ['install'];
  console.error('Installing the dependencies …');
  // Packages that ask for another Node get it from these very dependencies.
  const quiet = ['--loglevel=error', '--prefer-offline'];
  const npm = process.env.npm_execpath;
  const [program, args] = npm ? [process.execPath, [npm, ...how, ...quiet]] : ['npm', [...how, ...quiet]];
  const { status } = spawnSync(program, args, { cwd: projectDir, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status === 0) return;
  console.error(`The dependencies could not be installed (npm ${how[0]} failed).`);
  process.exit(1);
}

function lockOf(path) {
  const file = join(projectDir, path);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/** What npm noted when it last installed has every package of the lock file that this machine needs. */
function isInstalled(wanted) {
  const there = lockOf('node_modules/.package-lock.json');
  if (there === null || !fits(wanted)) return false;
  return Object.entries(wanted.packages).every(
    ([path, { version, optional, peer }]) =>
      path === '' || optional || there.packages[path]?.version === version || (peer && !(path in there.packages)),
  );
}

/** The lock file was made for this package.json. */
function fits({ packages }) {
  const asked = JSON.parse(readFileSync(join(projectDir, 'package.json'), 'utf8'));
  return ['dependencies', 'devDependencies'].every((kind) => isSame(asked[kind] ?? {}, packages['']?.[kind] ?? {}));
}

function isSame(one, other) {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}

/** This process only waits and hands signals on, so that the command closes what it opened before anything ends. */
function run() {
  const bin = join(projectDir, 'node_modules', '.bin');
  const env = {
    NODE_COMPILE_CACHE: join(projectDir, 'node_modules', '.cache', 'node'),
    ...process.env,
    PATH: `${bin}:${process.env.PATH}`,
  };
  const first = process.env.BOARD ? ['--import', pathToFileURL(join(projectDir, 'worker/local/other-board.mjs')).href] : [];
  const child = spawn(join(bin, 'node'), ['--disable-warning=ExperimentalWarning', ...first, command, ...rest], { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(error.message));
  child.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 1));
}

function fail(why) {
  console.error(`The Node that comes with the dependencies does not run: ${why}`);
  process.exit(1);
}
