import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './environment.mjs';

const MATCHING = join(root, 'packages', 'matching');

/** What is compiled from AssemblyScript, and where the result is kept. */
const KERNELS = [
  { name: 'solver', source: 'kernels/solver/main.ts', result: 'src/solver/kernel.gen.ts' },
];

/**
 * Compiles the kernels of the matching engine to WebAssembly and keeps each as a module of text beside the code that
 * runs it, so that nothing has to be compiled to start, test or measure. `--check` only compares.
 */
async function kernels(mode) {
  const { default: asc } = await import(
    pathToFileURL(join(MATCHING, 'node_modules/assemblyscript/dist/asc.js')).href
  );
  let stale = 0;
  for (const { name, source, result } of KERNELS) {
    const text = moduleOf(name, await compile(asc, source));
    const path = join(MATCHING, result);
    if (mode !== '--check') writeFileSync(path, text);
    else if (text !== read(path)) {
      stale++;
      console.log(`packages/matching/${result} is not what kernels/${name} compiles to: run npm run kernels.`);
    }
  }
  console.log(`${KERNELS.length} kernels, ${stale} stale`);
  return stale === 0 ? 0 : 1;
}

async function compile(asc, source) {
  const files = new Map();
  const { error, stderr } = await asc.main(
    [
      source,
      '--outFile=kernel.wasm',
      '--runtime=stub',
      '--uncheckedBehavior=always',
      '-O3',
      '--noAssert',
      '--enable=simd',
      '--use=abort=',
    ],
    {
      readFile: (path) => read(join(MATCHING, path)),
      writeFile: (path, contents) => files.set(path, contents),
    },
  );
  if (error) throw new Error(`${source} does not compile:\n${stderr.toString()}`);
  return files.get('kernel.wasm');
}

function moduleOf(name, wasm) {
  return `// Compiled from kernels/${name} by \`npm run kernels\`; not to be edited.
const text =
  '${Buffer.from(wasm).toString('base64')}';

/** The kernel as WebAssembly. */
export const wasm: Uint8Array<ArrayBuffer> = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
`;
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

process.exitCode = await kernels(process.argv[2]);
