import type { Assurance } from "../types.js";

/** How far a link is proved, and why so far, in sentences without personal values. */
export function proofText({ level, reasons }: Assurance): string {
	return `Proof of control: ${level}. ${reasons.map(({ says }) => says).join(" ")}`;
}
