import type { Relation } from "../types.js";
import { clip, fold, limits, words } from "./unicode.js";
import { wordSet } from "./words.js";

const relations: Readonly<Partial<Record<Relation, ReadonlySet<string>>>> = {
	customer: /* @__PURE__ */ wordSet("customer customers client clients kunde kunden cliente clientes evangelist"),
	partner: /* @__PURE__ */ wordSet("partner partners reseller resellers distributor distributors"),
	employee: /* @__PURE__ */ wordSet("employee employees staff mitarbeiter empleado"),
	prospect: /* @__PURE__ */ wordSet(
		"prospect prospects lead leads opportunity marketingqualifiedlead salesqualifiedlead",
	),
};
const former: ReadonlySet<string> = /* @__PURE__ */ wordSet("former ex past churned cancelled canceled lapsed lost");
/** Words that may stand beside and change nothing. "Customer service" and "lead engineer" are something else. */
const beside: ReadonlySet<string> = /* @__PURE__ */ wordSet(
	"active current existing new paying my our vip hot warm cold open sales marketing qualified direct channel business",
);

/** The relation that a label, a tag or a stage names: "Customers", "Former customer", "Sales Qualified Lead". */
export function relationOf(label: string): Relation | undefined {
	let found: Relation | undefined;
	let isPast = false;
	for (const word of words(fold(clip(label, limits.name)))) {
		const named = (Object.keys(relations) as Relation[]).find((relation) => relations[relation]?.has(word));
		if (named === undefined ? !former.has(word) && !beside.has(word) : found !== undefined) return undefined;
		found ??= named;
		isPast ||= former.has(word);
	}
	if (!isPast) return found;
	return found === "customer" ? "former" : undefined;
}

/** The relation that the labels of one record name, when they name one and the same. */
export function relationOfAll(labels: readonly string[]): Relation | undefined {
	const found = new Set(labels.flatMap((label) => relationOf(label) ?? []));
	return found.size === 1 ? [...found][0] : undefined;
}
