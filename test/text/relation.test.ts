import { describe, expect, it } from "vitest";
import { relationOf, relationOfAll } from "../../src/text/relation.js";

describe("relationOf", () => {
	it.each([
		["Customer", "customer"],
		["* Customers", "customer"],
		["Active client", "customer"],
		["Former customer", "former"],
		["ex-customer", "former"],
		["Sales Qualified Lead", "prospect"],
		["salesqualifiedlead", "prospect"],
		["Channel Partner", "partner"],
		["Staff", "employee"],
	])("%s: %s", (label, relation) => expect(relationOf(label)).toBe(relation));

	it.each([
		"",
		"vip",
		"Customer service",
		"not a customer",
		"Lead engineer",
		"Customer or lead",
		"41872003",
		"Former lead",
	])("does not take %s for one", (label) => expect(relationOf(label)).toBeUndefined());
});

it("takes labels together only when they agree", () => {
	expect(relationOfAll(["myContacts", "Customers"])).toBe("customer");
	expect(relationOfAll(["Customers", "Leads"])).toBeUndefined();
});
