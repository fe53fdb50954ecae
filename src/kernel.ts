/** A kernel: WebAssembly compiled from the AssemblyScript beside its plain twin (scripts/kernels.mjs). */
export interface Kernel {
  /** A function that it exports, as it is: it is called without a step between. */
  readonly exported: (name: string) => (...args: readonly number[]) => number;
  /** A constant that the kernel exports: where something is in its memory, how much it takes at a time. */
  readonly constant: (name: string) => number;
  /** Another one each time that it has grown. */
  readonly memory: ArrayBuffer;
}

/** WebAssembly's memory is little-endian; where the machine is not, its views would read it wrongly. */
export const HAS_KERNELS: boolean = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/**
 * Loads a kernel, synchronously: a few KB compile in a millisecond.
 *
 * @param imports the functions that it calls
 */
export function loadKernel(
  wasm: Uint8Array,
  imports: Readonly<Record<string, (...args: number[]) => unknown>>,
): Kernel {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(wasm), { kernel: imports });
  return {
    exported: (name) => exports[name] as ReturnType<Kernel['exported']>,
    constant: (name) => (exports[name] as { readonly value: number }).value,
    get memory() {
      return (exports.memory as { readonly buffer: ArrayBuffer }).buffer;
    },
  };
}
