/** `sameas/trust`: what keeps people safe from what strangers write. */
export { type Cell, csvLines, jsonLine } from "./sinks.js";
