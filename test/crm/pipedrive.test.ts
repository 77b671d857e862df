import { describe, expect, it } from "vitest";
import { fromPipedrive } from "../../src/crm/pipedrive.js";
import { crmContract } from "../../src/testing.js";

const key = "0123456789abcdef0123456789abcdef01234567";

describe("persons of Pipedrive", () => {
	it("reads version 2", () => {
		const { records, warnings } = fromPipedrive({
			success: true,
			data: [
				{
					id: 101,
					name: "Ana Costa",
					first_name: "Ana",
					last_name: "Costa",
					update_time: "2026-03-02T10:00:00Z",
					org_id: 9,
					is_deleted: false,
					emails: [
						{ label: "home", value: "ana@example.com", primary: true },
						{ label: "work", value: "", primary: false },
					],
					phones: [{ label: "", value: "", primary: true }],
					im: [{ label: "twitter", value: "@AnaCosta", primary: true }],
					custom_fields: { [key]: "ana_elsewhere" },
				},
			],
			additional_data: { next_cursor: null },
		});
		expect(warnings).toEqual([]);
		expect(records).toEqual([
			{
				id: "pipedrive:101",
				source: "pipedrive",
				names: [{ full: "Ana Costa", given: "Ana", family: "Costa" }],
				emails: [
					{
						value: "ana@example.com",
						label: "home",
						primary: true,
						source: "pipedrive:person.emails",
						observedAt: "2026-03-02T10:00:00.000Z",
					},
				],
				phones: [],
				handles: [
					{
						platform: "x",
						handle: "AnaCosta",
						source: "pipedrive:person.im",
						validFrom: "2026-03-02T10:00:00.000Z",
					},
				],
				status: "unknown",
			},
		]);
	});

	it("reads version 1: an object for the organization, times without a zone, deals that were counted", () => {
		const { records, warnings } = fromPipedrive(
			{
				success: true,
				data: [
					{
						id: 101,
						name: "Ana Costa",
						org_id: { name: "Cedar Labs", value: 9 },
						phone: [{ label: "mobile", value: "617.555.0142", primary: true }],
						email: [{ label: "home", value: "ana@example.com", primary: true }],
						im: [{ value: "", primary: true }],
						update_time: "2026-03-02 10:00:00",
						won_deals_count: 2,
						[key]: "AnaCosta",
					},
				],
				additional_data: { pagination: { start: 0 } },
			},
			{ handleFields: { [key]: "twitter" } },
		);
		expect(warnings).toEqual([]);
		expect(records).toMatchObject([
			{
				organization: "Cedar Labs",
				phones: [{ value: "617.555.0142", label: "mobile", observedAt: "2026-03-02T10:00:00.000Z" }],
				handles: [{ platform: "x", handle: "AnaCosta", source: `pipedrive:person.${key}` }],
				status: "customer",
			},
		]);
	});

	it.each<[string, object, object]>([
		[
			"unsubscribed",
			{ marketing_status: "unsubscribed" },
			{ consent: { doNotEmail: true }, emails: [{ mayContact: false }] },
		],
		["without consent", { marketing_status: "no_consent" }, { consent: { doNotEmail: true } }],
		[
			"subscribed",
			{ marketing_status: "subscribed" },
			{ consent: { doNotEmail: false }, emails: [{ mayContact: true }] },
		],
		["with an open deal", { open_deals_count: 1 }, { status: "prospect" }],
		[
			"with a messenger under no network",
			{ im: [{ label: "work", value: "ana.c" }] },
			{ handles: [{ handle: "ana.c" }] },
		],
	])("reads a person %s", (_, more, record) => {
		const person = { id: 101, name: "Ana Costa", emails: [{ value: "ana@example.com" }], ...more };
		expect(fromPipedrive({ data: person }).records).toMatchObject([record]);
	});

	it("reads what search gives", () => {
		const found = { item: { id: 101, name: "Ana Costa", emails: ["ana@example.com"], phones: [] } };
		expect(fromPipedrive({ data: { items: [found] } }).records).toMatchObject([
			{ emails: [{ value: "ana@example.com" }] },
		]);
	});

	it("says who was merged, and passes over deleted persons", () => {
		const { records, successors } = fromPipedrive([
			{ id: 101, first_name: "Ana", merge_what_id: 99 },
			{ id: 102, first_name: "Bo", is_deleted: true },
			{ id: 103, first_name: "Cy", active_flag: false },
		]);
		expect(successors).toEqual([{ from: "pipedrive:99", to: "pipedrive:101" }]);
		expect(records.map(({ id }) => id)).toEqual(["pipedrive:101"]);
	});
});

describe("call logs of Pipedrive", () => {
	const log = (more: object): object => ({
		id: "CA1",
		person_id: 101,
		from_phone_number: "+16175550142",
		to_phone_number: "+16175550100",
		start_time: "2026-03-02T10:00:00.000Z",
		note: "Meter reads zero",
		...more,
	});

	it("takes the direction from the firm's own numbers", () => {
		const { interactions } = fromPipedrive({ data: [log({})] }, { own: ["+1 617 555 0100"] });
		expect(interactions).toMatchObject([
			{
				party: { recordId: "pipedrive:101", phone: "+16175550142" },
				interaction: { direction: "inbound", channel: "call" },
			},
		]);
	});

	it("has none where neither number is known as the firm's", () => {
		const [entry] = fromPipedrive({ data: log({}) }).interactions;
		expect(entry?.party).toEqual({ recordId: "pipedrive:101" });
		expect(entry?.interaction).not.toHaveProperty("direction");
	});

	it("does not keep a wrong number", () => {
		const { interactions } = fromPipedrive(log({ outcome: "wrong_number" }), { own: ["+16175550100"] });
		expect(interactions[0]?.party).toEqual({ recordId: "pipedrive:101" });
	});
});

describe("the contract", () => {
	const items = [
		{
			id: 101,
			name: "Ana Costa",
			emails: [{ value: "ana@example.com" }],
			im: [{ label: "twitter", value: "@anacosta" }],
		},
		{
			id: 102,
			first_name: "Bo",
			merge_what_id: 99,
			phone: [{ value: "617 555 0142" }],
			org_id: { name: "Cedar Labs" },
		},
		{ id: "CA1", person_id: 101, from_phone_number: "+16175550142", to_phone_number: "+18005550199" },
	];
	const envelope = (data: readonly unknown[]): object => ({ success: true, data, additional_data: null });
	const samples = items.map((item) => ({ item, envelope }));
	for (const { name, run } of crmContract(fromPipedrive, samples)) it(name, run);
});
