/** The WebAssembly that the AssemblyScript of the same name is compiled to (scripts/kernels.mjs). */
declare module '*.wasm' {
  const bytes: Uint8Array;
  export default bytes;
}

/** What is used of it; neither the ES library's types nor Node's of version 20 have it. */
declare namespace WebAssembly {
  const Module: new (bytes: Uint8Array) => object;
  const Instance: new (module: object, imports: object) => { readonly exports: Readonly<Record<string, unknown>> };
}
