import { limits } from "./unicode.js";

/** Our words for what columns hold. A handle stands in the column of its network. */
// biome-ignore format: a list
type Held =
	| "id" | "full" | "given" | "middle" | "family" | "nickname" | "email" | "phone" | "organization" | "title"
	| "address" | "street" | "city" | "region" | "postalCode" | "country" | "link" | "consent";

/**
 * The columns of spreadsheets and of CRM exports (HubSpot, Salesforce, Zendesk, Google Contacts, Outlook) by what they
 * hold. Names are in the form in which columns are compared; of several names for one thing the first one counts more.
 */
const names: Readonly<Record<Held, string>> = {
	id: "id recordid hsobjectid contactid customerid",
	full: "name fullname displayname contactname customername",
	given: "first firstname given givenname forename",
	middle: "middle middlename",
	family: "last lastname family familyname surname",
	nickname: "nickname preferredname",
	email:
		"email emails emailaddress emailaddresses primaryemail workemail businessemail personalemail homeemail otheremail " +
		"secondaryemail additionalemails additionalemailaddresses hsadditionalemails",
	phone:
		"phone phones phonenumber phonenumbers telephone telephonenumber tel mobile mobilephone mobilephonenumber mobilenumber " +
		"cell cellphone cellphonenumber cellnumber primaryphone workphone businessphone homephone otherphone",
	organization:
		"organization organisation organizationname organisationname organization1name company companyname accountname associatedcompany employer",
	title: "title jobtitle position organizationtitle organization1title",
	address: "address fulladdress address1formatted",
	street: "street streetaddress address1 addressline addressline1 address1street mailingstreet",
	city: "city town address1city mailingcity",
	region: "region state province stateregion stateprovince address1region mailingstate mailingstateprovince",
	postalCode: "zip zipcode postalcode postcode zippostalcode address1postalcode mailingpostalcode mailingzippostalcode",
	country: "country countryregion address1country mailingcountry",
	link: "link links url website websiteurl homepage",
	consent: "consent",
};

/** Networks with columns of their own: "Twitter", "X Handle", "LinkedIn URL". A column "x" alone is a coordinate. */
const networks =
	"twitter x linkedin hslinkedin facebook instagram github mastodon bluesky tiktok threads youtube telegram".split(" ");
const networkEndings = ["", "handle", "username", "profile", "url", "profileurl", "account", "link"];

/** What a column holds. */
export interface Column {
	readonly holds: Held | "handle";
	/** The network whose handle it is. */
	readonly platform?: string;
	/** Which of several columns for one thing counts: the lowest. */
	readonly rank: number;
}

const byForm: ReadonlyMap<string, Column> = /* @__PURE__ */ table();

function table(): ReadonlyMap<string, Column> {
	const columns = new Map<string, Column>();
	for (const [holds, forms] of Object.entries(names)) {
		for (const form of forms.split(" ")) columns.set(form, { holds: holds as Held, rank: columns.size });
	}
	for (const network of networks) {
		const platform = network.replace(/^hs/, "");
		for (const ending of networkEndings)
			columns.set(network + ending, { holds: "handle", platform, rank: columns.size });
	}
	columns.delete("x");
	return columns;
}

/** Things of which a row has several, in columns with a number: "Email 2", "Phone 1 - Value". */
const counted = /^(email|phone|telephone|mobile|address|website)s?(?:address|number)?([1-9])(?:value)?$/;

function columnOf(form: string): Column | undefined {
	const column = byForm.get(form);
	if (column !== undefined) return column;
	const [, thing = "", count = ""] = counted.exec(form) ?? [];
	const first = byForm.get(thing);
	return first && { ...first, rank: first.rank + Number(count) / 10 };
}

/** What an unknown column looks like, in the main languages: "Vorname", "nom_complet", "Correo", "Handynummer". */
function resembles(form: string): ColumnReading["like"] {
	if (/e?mail(?!ing)|correo/.test(form)) return "emails";
	if (/phone(?!tic)|mobile|handy|^tel(?!egram)|telef|^cell|cell$/.test(form)) return "phones";
	if (/^(?!user|file|domain|host)(?:.*(?:name|nombre|prenom|prénom|apellido)|nom|cognome)/.test(form)) return "names";
	return undefined;
}

/** What a key tells about its column. */
export interface ColumnReading {
	/** What it holds, if it is one of the known ones. */
	readonly column?: Column | undefined;
	/** What it seems to hold, if it is not. */
	readonly like?: "names" | "emails" | "phones" | undefined;
}

/** Each row of a table has the same keys: they are read once. */
const recent: Map<string, ColumnReading> = /* @__PURE__ */ new Map();
const MAX_RECENT = 1024;
const nothing: ColumnReading = {};

/** Reads the key of a column, however it is spaced and capitalised: "E-mail", "e_mail" and "EMAIL" are one. */
export function readColumn(key: string): ColumnReading {
	if (key.length > limits.handle) return nothing;
	const known = recent.get(key);
	if (known !== undefined) return known;
	const form = key.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
	const column = columnOf(form);
	const reading: ColumnReading = { column, like: column === undefined ? resembles(form) : undefined };
	if (recent.size >= MAX_RECENT) recent.clear();
	recent.set(key, reading);
	return reading;
}
