import { type Rules, rulesOf, spellBy } from "./rules.js";

/** Greek: ELOT 743, as in passports, and the habits of older and foreign spellings. */
const table =
	"α:a β:v|b γ:g δ:d ε:e ζ:z η:i|e θ:th ι:i κ:k|c λ:l μ:m ν:n ξ:x|ks ο:o π:p ρ:r σ:s τ:t υ:y|i|u φ:f|ph χ:ch|h|kh ψ:ps ω:o " +
	"ου:ou|u αυ:av|af|au ευ:ef|ev|eu μπ:b|mp ^μπ:b|mp ντ:nt|d ^ντ:d|nt γγ:ng|gg γκ:gk|g|ngk ^γκ:g|gk γξ:nx γχ:nch τζ:tz|j " +
	"αι:ai|e ει:ei|i|y οι:oi|i γι:gi|yi|y γε:ge|ye ιο:io|yo";

let rules: Rules | undefined;
export function spellGreek(word: string): string[] {
	rules ??= rulesOf(table);
	return spellBy(rules, word);
}
