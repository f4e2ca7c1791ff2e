/** workerd compiles WebAssembly before the Worker runs: at run time it is forbidden. */
declare module "*.wasm" {
  const compiled: WebAssembly.Module;
  export default compiled;
}
