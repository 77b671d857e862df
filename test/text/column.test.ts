import { describe, expect, it } from "vitest";
import { readColumn } from "../../src/text/column.js";

describe("columns", () => {
	it.each([
		["Record ID", "id"],
		["hs_object_id", "id"],
		["firstname", "given"],
		["Last Name", "family"],
		["SURNAME", "family"],
		["E-mail", "email"],
		["Email Address", "email"],
		["E-mail 1 - Value", "email"],
		["Mobile Phone Number", "phone"],
		["Phone 2", "phone"],
		["Account Name", "organization"],
		["organisation", "organization"],
		["Job Title", "title"],
		["State/Region", "region"],
		["ZIP", "postalCode"],
		["Address 1", "street"],
		["Website URL", "link"],
		["Twitter Username", "handle"],
		["X Handle", "handle"],
	])("%s holds %s", (key, holds) => expect(readColumn(key)).toMatchObject({ column: { holds } }));

	it.each([
		"x",
		"Account",
		"AccountId",
		"Campaign",
		"Fax",
		"Owner ID",
		"a".repeat(100_000),
		"",
		"__proto__",
		"constructor",
	])("%.20s is none of ours", (key) => expect(readColumn(key).column).toBeUndefined());

	it.each([
		["Vorname", "names"],
		["Nom complet", "names"],
		["Apellidos", "names"],
		["Correo", "emails"],
		["Mail (privat)", "emails"],
		["Handynummer", "phones"],
		["Téléphone portable mobile", "phones"],
		["Username", undefined],
		["Mailing ZIP", undefined],
		["Cancelled At", undefined],
		["Hotel", undefined],
		["Telegram ID", undefined],
	])("%s looks like %s", (key, like) => expect(readColumn(key).like).toBe(like));

	it("put the main one first", () => {
		const rank = (key: string) => readColumn(key).column?.rank ?? Number.NaN;
		expect(rank("Email")).toBeLessThan(rank("Email 2"));
		expect(rank("Email 2")).toBeLessThan(rank("Other Email"));
		expect(rank("Id")).toBeLessThan(rank("Contact ID"));
	});

	it("are read the same when thousands of others were read between", () => {
		const first = readColumn("First Name");
		for (let index = 0; index < 3000; index++) readColumn(`Column ${index}`);
		expect(readColumn("First Name")).toEqual(first);
	});
});
