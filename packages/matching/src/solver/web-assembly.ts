/**
 * What is used of WebAssembly and its memory. Typed here, since these rooms are checked without any platform's types. The memory
 * is of the shared kind, so that views on it stay good when it grows.
 */
export interface WasmMemory {
  readonly buffer: SharedArrayBuffer;
}

/** Functions the kernel calls, by module and name. */
type Imports = Readonly<Record<string, Readonly<Record<string, (...args: number[]) => void>>>>;

interface Platform {
  readonly atob: (text: string) => string;
  readonly WebAssembly: {
    readonly Module: new (bytes: Uint8Array) => object;
    readonly Instance: new (module: object, imports: Imports) => { readonly exports: object };
  };
}

const { atob, WebAssembly } = globalThis as unknown as Platform;

/** Compiles a kernel, kept as base64; what it returns starts one with a memory of its own. `E`: what the kernel exports. */
export function compileKernel<E>(wasm: string): (imports: Imports) => E {
  const module = new WebAssembly.Module(bytesOf(atob(wasm)));
  return (imports) => new WebAssembly.Instance(module, imports).exports as E;
}

/** A loop, since in a fresh process a callback for every byte takes as long as a small solve. */
function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let k = 0; k < text.length; k++) bytes[k] = text.charCodeAt(k);
  return bytes;
}
